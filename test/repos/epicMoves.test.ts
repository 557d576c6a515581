import assert from 'node:assert/strict';
import type { PreparedMove } from '../../src/lens/epicMoves.ts';
import { applyEdits } from '../../src/model/textRange.ts';
import { editors, epic, FILE, open, ports, shop, write } from '../support/lensShop.ts';
import { cleanup, type TestRepo } from '../support/repo.ts';
import { createOutcomeLens } from '../../src/lens/outcomeLens.ts';

const QA = epic('PAY-100', 'PAY-101');

/** Writes what was prepared, and returns the file's text of then. */
function make(repo: TestRepo, { path, text, edit }: PreparedMove): string {
  const after = edit === null ? text : applyEdits(text, [edit]);
  write(repo, path, after);
  return after;
}

async function shopWriter() {
  const repo = shop();
  const { writer } = await open(repo);
  return { repo, writer };
}

describe('moving an epic to a stage', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('is prepared of the text of now, also where an editor has it unsaved', async () => {
    const { writer } = await shopWriter();
    const typed = QA.replace('stage: qa', 'stage: launch');
    editors.set(FILE, typed);
    const move = await writer.moveTo(FILE, 'review');
    assert.equal(move.text, typed);
    assert.deepEqual(move.step, { field: 'stage', from: 'launch', to: 'review', day: '2026-11-18' });
    assert.equal((await writer.moveTo(FILE, 'launch')).edit, null);
  });

  it('is refused when somebody moved it meanwhile, though what was read before says otherwise', async () => {
    const repo = shop();
    const lens = await open(repo);
    await lens.outcomes();
    write(repo, FILE, QA.replace('stage: qa', 'stage: closed'));
    await assert.rejects(lens.writer.moveTo(FILE, 'launch', 'qa'), /changed-underneath: .*was moved meanwhile/);
    await assert.rejects(lens.writer.moveTo(FILE, 'launch', null), /changed-underneath/);
    assert.notEqual((await lens.writer.moveTo(FILE, 'launch', 'closed')).edit, null);
    write(repo, FILE, '---\nkey: [\n---\n');
    await assert.rejects(lens.writer.moveTo(FILE, 'launch', 'qa'), /changed-underneath/);
  });

  it('is refused for a key result in the same way', async () => {
    const { repo, writer } = await shopWriter();
    write(repo, FILE, QA.replace('stage: qa', 'stage: qa\nkeyResult: KR-9'));
    await assert.rejects(writer.moveUnder(FILE, 'KR-1', null), /changed-underneath: .*was moved meanwhile/);
    assert.notEqual((await writer.moveUnder(FILE, 'KR-1', 'KR-9')).edit, null);
  });
});

describe('taking a move back', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('restores every byte where nothing else happened', async () => {
    const { repo, writer } = await shopWriter();
    const odd = QA.replace('stage: qa', '"stage":   \'qa\'   # tested twice');
    write(repo, FILE, odd);
    const move = await writer.moveTo(FILE, 'review');
    assert.match(make(repo, move), /launched: 2026-11-18/);
    assert.equal(make(repo, await writer.takeBack(move)), odd);
  });

  it('takes the field alone back where the file went on: a tick made meanwhile stays', async () => {
    const { repo, writer } = await shopWriter();
    const open = QA.replace('- [x] Tested', '- [ ] Tested');
    write(repo, FILE, open);
    const move = await writer.moveTo(FILE, 'review');
    write(repo, FILE, make(repo, move).replace('- [ ] Tested', '- [x] Tested'));
    assert.equal(make(repo, await writer.takeBack(move)), QA);

    write(repo, FILE, open);
    const under = await writer.moveUnder(FILE, 'KR-1');
    write(repo, FILE, make(repo, under).replace('- [ ] Tested', '- [x] Tested'));
    assert.equal(make(repo, await writer.takeBack(under)), QA);
  });

  it('takes the stage away again from an epic that had none', async () => {
    const { repo, writer } = await shopWriter();
    const none = QA.replace('stage: qa\n', '');
    write(repo, FILE, none);
    const move = await writer.moveTo(FILE, 'review', null);
    write(repo, FILE, `${make(repo, move)}A note.\n`);
    assert.equal(make(repo, await writer.takeBack(move)), `${none}A note.\n`);
  });

  it('takes the launch away that the move noted, also on another day', async () => {
    const { repo, writer } = await shopWriter();
    write(repo, FILE, QA);
    const move = await writer.moveTo(FILE, 'review');
    write(repo, FILE, `${make(repo, move)}A note.\n`);
    const tomorrow = await createOutcomeLens({ ...ports, now: () => ports.now() + 86_400 }).open(repo.dir);
    assert.equal(make(repo, await tomorrow.writer.takeBack(move)), `${QA}A note.\n`);
  });

  it('is refused while the epic is elsewhere, and done when it is back', async () => {
    const { repo, writer } = await shopWriter();
    write(repo, FILE, QA);
    const move = await writer.moveTo(FILE, 'launch');
    const moved = make(repo, move);
    write(repo, FILE, moved.replace('stage: launch', 'stage: closed'));
    await assert.rejects(writer.takeBack(move), /changed-underneath: .*was moved meanwhile/);
    write(repo, FILE, moved);
    assert.equal(make(repo, await writer.takeBack(move)), QA);
  });
});
