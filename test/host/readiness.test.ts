import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ProblemError } from '../../src/model/problem.ts';
import type { ItemReadiness } from '../../src/model/ready.ts';
import { answersWhere, extension, inWorkspace, resetWorkspace, type Answers } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const ITEM = 'User-facing copy final';

function item(answers: Answers, text = ITEM): ItemReadiness {
  const found = answers.ready.value?.gates.flatMap(gate => gate.items).find(candidate => candidate.item.text === text);
  assert.ok(found, `no item "${text}"`);
  return found;
}

const onDisk = () => readFileSync(inWorkspace(EPIC).fsPath, 'utf8');

describe('ticking, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('changes one character, saves, and leaves nothing unsaved', async () => {
    const before = onDisk();
    const { ticker } = await extension();
    await ticker.tick(item(await answersWhere(() => true)), true);
    assert.equal(onDisk(), before.replace(`- [ ] ${ITEM}`, `- [x] ${ITEM}`));
    assert.ok(!vscode.workspace.textDocuments.some(document => document.isDirty));
    assert.equal(item(await answersWhere(answers => item(answers).item.ticked)).state, 'claimed');
  });

  it('is taken back by Undo Last Tick', async () => {
    const before = onDisk();
    await (await extension()).ticker.tick(item(await answersWhere(() => true)), true);
    await vscode.commands.executeCommand('outcomeLens.undoLastTick');
    assert.equal(onDisk(), before);
    await answersWhere(answers => !item(answers).item.ticked);
  });

  it('is undone by undo in the file’s editor', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace(EPIC));
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    await (await extension()).ticker.tick(item(await answersWhere(() => true)), true);
    assert.notEqual(document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('leaves a document with unsaved changes unsaved, and keeps them', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace(EPIC));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(new vscode.Position(document.lineCount - 1, 0), 'A thought.\n'));
    const before = onDisk();
    const answers = await answersWhere(candidate => candidate.ready.value?.epic.unsaved === true);
    await (await extension()).ticker.tick(item(answers), true);
    assert.equal(onDisk(), before);
    assert.ok(document.isDirty);
    assert.ok(document.getText().includes(`- [x] ${ITEM}`) && document.getText().includes('A thought.'));
  });

  it('finds its item again when lines moved since the list was drawn', async () => {
    const stale = item(await answersWhere(() => true));
    writeFileSync(
      inWorkspace(EPIC).fsPath,
      onDisk().replace('# Guest checkout\n', '# Guest checkout\n\nA new paragraph.\n'),
    );
    await (await extension()).ticker.tick(stale, true);
    assert.ok(onDisk().includes(`- [x] ${ITEM}`) && onDisk().includes('A new paragraph.'));
  });

  it('writes nothing when its item is gone', async () => {
    const { ticker, session } = await extension();
    const stale = item(await answersWhere(() => true));
    const changed = onDisk().replace(`- [ ] ${ITEM}`, '- [ ] Copy reviewed by legal');
    writeFileSync(inWorkspace(EPIC).fsPath, changed);
    await assert.rejects(
      ticker.tick(stale, true),
      error => error instanceof ProblemError || (error instanceof Error && error.name === 'ProblemError'),
    );
    assert.equal(onDisk(), changed);
    await session.refresh();
  });

  it('keeps mixed line endings and a byte-order mark', async () => {
    const mixed = `\uFEFF${onDisk().replace('## Definition of done\n', '## Definition of done\r\n')}`;
    writeFileSync(inWorkspace(EPIC).fsPath, mixed);
    const { ticker, session } = await extension();
    await session.refresh();
    await ticker.tick(item(await answersWhere(() => true)), true);
    assert.equal(onDisk(), mixed.replace(`- [ ] ${ITEM}`, `- [x] ${ITEM}`));
  });
});
