import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ProblemError } from '../../src/model/problem.ts';
import { createErrorBoundary } from '../../src/vscode/errors.ts';
import type { Log } from '../../src/vscode/log.ts';
import { moveEpic } from '../../src/vscode/moveEpic.ts';
import { createBoardMoves } from '../../src/vscode/webviews/boardMoves.ts';
import { answersWhere, extension, inWorkspace, resetWorkspace, show } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const onDisk = () => readFileSync(inWorkspace(EPIC).fsPath, 'utf8');
const inStage = (text: string, stage: string) => text.replace(/^stage: \w+$/m, `stage: ${stage}`);

const silent: Log = {
  ...{ debug: () => undefined, warn: () => undefined, error: () => undefined },
  ...{ show: () => undefined, dispose: () => undefined },
};

const isChangedUnderneath = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'file/changed-underneath';

/** Moves the epic to launch as a face does. */
async function toLaunch() {
  const { session } = await extension();
  const { lens } = await answersWhere(({ outcomes }) => outcomes.epics.some(({ path }) => path === EPIC));
  const from = (await lens.outcomes()).epics.find(({ path }) => path === EPIC)?.epic?.stage ?? null;
  return moveEpic(session, lens, { path: EPIC }, { from, to: 'launch' });
}

describe('moving an epic, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('is taken back by its own way back, and by the editor’s undo', async () => {
    const before = onDisk();
    const takeBack = await toLaunch();
    assert.equal(onDisk(), inStage(before, 'launch'));
    await takeBack?.();
    assert.equal(onDisk(), before);

    const document = await show(EPIC);
    await toLaunch();
    assert.ok(!document.isDirty);
    assert.equal(document.getText(), inStage(before, 'launch'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('joins what is not saved yet, and leaves it unsaved', async () => {
    const before = onDisk();
    const document = await show(EPIC);
    const note = new vscode.WorkspaceEdit();
    note.insert(document.uri, document.positionAt(before.length), 'A note.\n');
    await vscode.workspace.applyEdit(note);
    const takeBack = await toLaunch();
    assert.equal(document.getText(), `${inStage(before, 'launch')}A note.\n`);
    assert.equal(onDisk(), before);
    await takeBack?.();
    assert.equal(document.getText(), `${before}A note.\n`);
  });

  it('is taken back alone from a file that changed since', async () => {
    const before = onDisk();
    const takeBack = await toLaunch();
    writeFileSync(inWorkspace(EPIC).fsPath, `${onDisk()}A note.\n`);
    await takeBack?.();
    assert.equal(onDisk(), `${before}A note.\n`);
  });

  it('is not taken back from where somebody else moved the epic, and later all the same', async () => {
    const before = onDisk();
    const takeBack = await toLaunch();
    const moved = onDisk();
    const elsewhere = inStage(moved, 'closed');
    writeFileSync(inWorkspace(EPIC).fsPath, elsewhere);
    assert.ok(takeBack !== null);
    await assert.rejects(takeBack, isChangedUnderneath);
    assert.equal(onDisk(), elsewhere);
    writeFileSync(inWorkspace(EPIC).fsPath, moved);
    await takeBack();
    assert.equal(onDisk(), before);
  });

  it('is refused when the file has another stage than the one that was seen, though no answer says so yet', async () => {
    const { session } = await extension();
    const { lens } = await answersWhere(({ outcomes }) => outcomes.epics.some(({ path }) => path === EPIC));
    const from = (await lens.outcomes()).epics.find(({ path }) => path === EPIC)?.epic?.stage ?? null;
    const elsewhere = inStage(onDisk(), 'closed');
    writeFileSync(inWorkspace(EPIC).fsPath, elsewhere);
    await assert.rejects(moveEpic(session, lens, { path: EPIC }, { from, to: 'launch' }), isChangedUnderneath);
    assert.equal(onDisk(), elsewhere);
  });

  it('is nothing to take back when the epic was there already', async () => {
    await toLaunch();
    assert.equal(await toLaunch(), null);
  });
});

describe('what the board answers to a move, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  async function moves() {
    const { session } = await extension();
    const { outcomes } = await answersWhere(answers => answers.outcomes.epics.some(({ path }) => path === EPIC));
    const from = outcomes.epics.find(({ path }) => path === EPIC)?.epic?.stage ?? null;
    return { from, ask: createBoardMoves(session, createErrorBoundary(silent)) };
  }

  it('refuses an epic that is in another stage by now, or gone, and changes nothing', async () => {
    const { ask } = await moves();
    const before = onDisk();
    for (const epic of [EPIC, 'outcomes/gone.md', '../outside.md']) {
      const answer = await ask({ t: 'move', epic, from: 'review', to: 'closed' });
      assert.equal(answer.t, 'stayed');
      assert.ok(answer.sentence.length > 20, answer.sentence);
    }
    assert.equal(onDisk(), before);
  });

  it('keeps the move to take back when that fails, and says by which number', async () => {
    const { ask, from } = await moves();
    const before = onDisk();
    const answer = await ask({ t: 'move', epic: EPIC, from, to: 'launch' });
    assert.ok(answer.t === 'moved' && answer.undo !== null);
    const moved = onDisk();
    writeFileSync(inWorkspace(EPIC).fsPath, inStage(moved, 'closed'));
    const refused = await ask({ t: 'undo', move: answer.undo });
    assert.deepEqual([refused.t, refused.undo], ['stayed', answer.undo]);
    writeFileSync(inWorkspace(EPIC).fsPath, moved);
    assert.equal((await ask({ t: 'undo', move: answer.undo })).t, 'moved');
    assert.equal(onDisk(), before);
    const gone = await ask({ t: 'undo', move: answer.undo });
    assert.deepEqual([gone.t, gone.undo], ['stayed', null]);
  });

  it('takes back the last move only', async () => {
    const { ask, from } = await moves();
    const before = onDisk();
    const first = await ask({ t: 'move', epic: EPIC, from, to: 'launch' });
    const second = await ask({ t: 'move', epic: EPIC, from: 'launch', to: 'review' });
    assert.ok(first.t === 'moved' && second.t === 'moved' && first.undo !== null && second.undo !== null);
    assert.match(onDisk(), /^launched: \d{4}-\d\d-\d\d$/m);
    assert.equal((await ask({ t: 'undo', move: first.undo })).t, 'stayed');
    assert.equal((await ask({ t: 'undo', move: second.undo })).t, 'moved');
    assert.equal(onDisk(), inStage(before, 'launch'));
    assert.equal((await ask({ t: 'undo', move: second.undo })).t, 'stayed');
  });
});
