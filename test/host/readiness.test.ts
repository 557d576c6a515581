import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ProblemError } from '../../src/model/problem.ts';
import type { ItemReadiness } from '../../src/model/ready.ts';
import { placeOf, type ItemPlace } from '../../src/vscode/itemPlace.ts';
import { answersWhere, extension, git, inWorkspace, resetWorkspace, type Answers, show } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const ITEM = 'User-facing copy final';

function item(answers: Answers, text = ITEM): ItemReadiness {
  const found = answers.ready.value?.gates.flatMap(gate => gate.items).find(candidate => candidate.item.text === text);
  assert.ok(found, `no item "${text}"`);
  return found;
}

function place(answers: Answers, text = ITEM): ItemPlace {
  const wanted = item(answers, text);
  const gate = answers.ready.value?.gates.find(candidate => candidate.items.includes(wanted));
  const found = gate === undefined ? null : placeOf(answers, gate, wanted);
  assert.ok(found, `no place of "${text}"`);
  return found;
}

const onDisk = () => readFileSync(inWorkspace(EPIC).fsPath, 'utf8');

describe('ticking, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('changes one character, saves, and leaves nothing unsaved', async () => {
    const before = onDisk();
    const { ticker } = await extension();
    await ticker.tick(place(await answersWhere(() => true)), true);
    assert.equal(onDisk(), before.replace(`- [ ] ${ITEM}`, `- [x] ${ITEM}`));
    assert.ok(!vscode.workspace.textDocuments.some(document => document.isDirty));
    assert.equal(item(await answersWhere(answers => item(answers).item.ticked)).state, 'claimed');
  });

  it('is taken back by Undo Last Tick', async () => {
    const before = onDisk();
    await (await extension()).ticker.tick(place(await answersWhere(() => true)), true);
    await vscode.commands.executeCommand('outcomeLens.undoLastTick');
    assert.equal(onDisk(), before);
    await answersWhere(answers => !item(answers).item.ticked);
  });

  it('is undone by undo in the file’s editor', async () => {
    const document = await show(EPIC);
    const before = document.getText();
    await (await extension()).ticker.tick(place(await answersWhere(() => true)), true);
    assert.notEqual(document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('leaves a document with unsaved changes unsaved, and keeps them', async () => {
    const document = await show(EPIC);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(new vscode.Position(document.lineCount - 1, 0), 'A thought.\n'));
    const before = onDisk();
    const answers = await answersWhere(candidate => candidate.ready.value?.epic.unsaved === true);
    await (await extension()).ticker.tick(place(answers), true);
    assert.equal(onDisk(), before);
    assert.ok(document.isDirty);
    assert.ok(document.getText().includes(`- [x] ${ITEM}`) && document.getText().includes('A thought.'));
  });

  it('finds its item again when lines moved since the list was drawn', async () => {
    const stale = place(await answersWhere(() => true));
    writeFileSync(
      inWorkspace(EPIC).fsPath,
      onDisk().replace('# Guest checkout\n', '# Guest checkout\n\nA new paragraph.\n'),
    );
    await (await extension()).ticker.tick(stale, true);
    assert.ok(onDisk().includes(`- [x] ${ITEM}`) && onDisk().includes('A new paragraph.'));
  });

  it('writes nothing when its item is gone', async () => {
    const { ticker, session } = await extension();
    const stale = place(await answersWhere(() => true));
    const changed = onDisk().replace(`- [ ] ${ITEM}`, '- [ ] Copy reviewed by legal');
    writeFileSync(inWorkspace(EPIC).fsPath, changed);
    await assert.rejects(ticker.tick(stale, true), isProblem);
    assert.equal(onDisk(), changed);
    await session.refresh();
  });

  it('finds its item in an answer that was read anew since the list was drawn', async () => {
    const { ticker, session } = await extension();
    const drawn = place(await answersWhere(() => true));
    writeFileSync(
      inWorkspace(EPIC).fsPath,
      onDisk().replace('- [ ] Telemetry live', '- [ ] Agreed\n- [ ] Telemetry live'),
    );
    await session.refresh();
    await ticker.tick(drawn, true);
    assert.ok(onDisk().includes(`- [x] ${ITEM}`) && onDisk().includes('- [ ] Agreed'));
  });

  it('tells twins of one gate apart by their place', async () => {
    const { ticker, session } = await extension();
    const twice = onDisk().replace(`- [ ] ${ITEM}\n`, `- [ ] ${ITEM}\n- [ ] ${ITEM}\n`);
    writeFileSync(inWorkspace(EPIC).fsPath, twice);
    await session.refresh();
    const drawn = place(await answersWhere(() => true));
    await ticker.tick({ ...drawn, index: drawn.index + 1 }, true);
    assert.equal(onDisk(), twice.replace(`- [ ] ${ITEM}\n- [ ] ${ITEM}\n`, `- [ ] ${ITEM}\n- [x] ${ITEM}\n`));
  });

  it('touches no other epic that has the same gate and words', async () => {
    const { ticker } = await extension();
    const drawn = place(await answersWhere(() => true));
    const before = onDisk();
    await assert.rejects(ticker.tick({ ...drawn, file: 'outcomes/PAY-200-other.md' }, true), isProblem);
    assert.equal(onDisk(), before);
  });

  it('does two ticks that were asked for at once', async () => {
    const { ticker } = await extension();
    const answers = await answersWhere(() => true);
    const other = 'Telemetry live for the behaviour to watch';
    await Promise.all([ticker.tick(place(answers), true), ticker.tick(place(answers, other), true)]);
    assert.ok(onDisk().includes(`- [x] ${ITEM}`) && onDisk().includes(`- [x] ${other}`));
  });

  it('keeps the tick to take back while another branch is checked out, and says which to go back to', async () => {
    const { ticker, session } = await extension();
    const before = onDisk();
    await ticker.tick(place(await answersWhere(() => true)), true);
    git('stash', '--quiet');
    git('switch', '--quiet', '--create', 'spike/nothing', 'main');
    try {
      await session.refresh();
      await assert.rejects(ticker.undo(), /branch of PAY-100/);
    } finally {
      git('switch', '--quiet', 'feature/PAY-101-guest-form');
      git('branch', '--quiet', '-D', 'spike/nothing');
      git('stash', 'pop', '--quiet');
    }
    await session.refresh();
    await ticker.undo();
    assert.equal(onDisk(), before);
  });
});

function isProblem(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'file/changed-underneath';
}
