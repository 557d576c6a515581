import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ProblemError } from '../../src/model/problem.ts';
import { moveEpic } from '../../src/vscode/moveEpic.ts';
import { answersWhere, extension, inWorkspace, resetWorkspace, show } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const onDisk = () => readFileSync(inWorkspace(EPIC).fsPath, 'utf8');
const inStage = (text: string, stage: string) => text.replace(/^stage: \w+$/m, `stage: ${stage}`);

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
