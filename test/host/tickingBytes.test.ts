import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ProblemError, type ProblemCode } from '../../src/model/problem.ts';
import { placeOf, type ItemPlace } from '../../src/vscode/itemPlace.ts';
import { answersWhere, extension, inWorkspace, resetWorkspace, type Answers, show } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const ITEM = 'User-facing copy final';
const tickedIn = (text: string) => text.replace(`- [ ] ${ITEM}`, `- [x] ${ITEM}`);
const fails = (code: ProblemCode) => (error: unknown) => error instanceof ProblemError && error.problem.code === code;

const bytes = () => readFileSync(inWorkspace(EPIC).fsPath);
const onDisk = () => bytes().toString('utf8');

function placeIn(answers: Answers): ItemPlace | null {
  for (const gate of answers.ready.value?.gates ?? []) {
    const item = gate.items.find(candidate => candidate.item.text === ITEM);
    if (item !== undefined) return placeOf(answers, gate, item);
  }
  return null;
}

/** Writes the file, has the extension read it, and returns the item's place. */
async function given(content: string | Buffer): Promise<ItemPlace> {
  writeFileSync(inWorkspace(EPIC).fsPath, content);
  await (await extension()).session.refresh();
  const place = placeIn(await answersWhere(answers => placeIn(answers) !== null));
  assert.ok(place);
  return place;
}

/** Waits until an open document has caught up with the disk. */
async function caughtUp(document: vscode.TextDocument, fits: (text: string) => boolean): Promise<void> {
  while (!fits(document.getText())) await new Promise(resolve => setTimeout(resolve, 20));
}

describe('the bytes that a tick leaves alone, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  const mixed = () => `\uFEFF${onDisk().replace('## Definition of done\n', '## Definition of done\r\n')}`;

  it('are all others of a closed file with mixed line endings and a byte-order mark, time and again', async () => {
    const before = mixed();
    const place = await given(before);
    const { ticker } = await extension();
    for (let round = 0; round < 2; round++) {
      await ticker.tick(place, true);
      assert.equal(onDisk(), tickedIn(before));
      await ticker.undo();
      assert.equal(onDisk(), before);
    }
  });

  it('are all others of an open file with mixed line endings, time and again', async () => {
    const before = mixed();
    const place = await given(before);
    const document = await show(EPIC);
    const { ticker } = await extension();
    for (let round = 0; round < 2; round++) {
      await ticker.tick(place, true);
      assert.equal(onDisk(), tickedIn(before));
      await caughtUp(document, text => text.includes(`- [x] ${ITEM}`));
      await ticker.undo();
      assert.equal(onDisk(), before);
      await caughtUp(document, text => text.includes(`- [ ] ${ITEM}`));
    }
    assert.ok(!document.isDirty);
  });

  it('are all others of a file that was open before and is closed now', async () => {
    const before = mixed();
    const place = await given(before);
    await show(EPIC);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await (await extension()).ticker.tick(place, true);
    assert.equal(onDisk(), tickedIn(before));
  });

  it('are all of a file that is not UTF-8: it is refused', async () => {
    const latin1 = Buffer.from(onDisk().replace('# Guest checkout', '# Gäste-Kasse'), 'latin1');
    const place = await given(latin1);
    await assert.rejects((await extension()).ticker.tick(place, true), fails('file/unreadable'));
    assert.deepEqual(bytes(), latin1);
    const document = await show(EPIC);
    await assert.rejects((await extension()).ticker.tick(place, true), fails('file/unreadable'));
    assert.ok(!document.isDirty);
    assert.deepEqual(bytes(), latin1);
  });

  it('are all of a file that is not UTF-8 while its editor has unsaved changes', async () => {
    const latin1 = Buffer.from(onDisk().replace('# Guest checkout', '# Gäste-Kasse'), 'latin1');
    await given(latin1);
    const document = await show(EPIC);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, 'A thought.\n');
    await vscode.workspace.applyEdit(edit);
    const place = placeIn(await answersWhere(answers => answers.ready.value?.epic.unsaved === true));
    assert.ok(place);
    const unsaved = document.getText();
    await assert.rejects((await extension()).ticker.tick(place, true), fails('file/unreadable'));
    assert.equal(document.getText(), unsaved);
    assert.deepEqual(bytes(), latin1);
  });

  it('are those that a formatter would change on saving, when no tab shows the file', async () => {
    const files = vscode.workspace.getConfiguration('files', { languageId: 'markdown', uri: inWorkspace(EPIC) });
    await files.update('trimTrailingWhitespace', true, vscode.ConfigurationTarget.Global);
    await files.update('insertFinalNewline', true, vscode.ConfigurationTarget.Global);
    try {
      const before = `${onDisk().replace('# Guest checkout\n', '# Guest checkout   \n')}No newline at the end  `;
      const place = await given(before);
      // In memory, as after another extension has read it, but not shown.
      await vscode.workspace.openTextDocument(inWorkspace(EPIC));
      await (await extension()).ticker.tick(place, true);
      assert.equal(onDisk(), tickedIn(before));
    } finally {
      await files.update('trimTrailingWhitespace', undefined, vscode.ConfigurationTarget.Global);
      await files.update('insertFinalNewline', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('are what somebody else wrote while the tick was being saved; the editor does not keep the tick either', async () => {
    const place = await given(onDisk());
    const document = await show(EPIC);
    const theirs = `${onDisk()}Written by another program meanwhile.\n`;
    const listening = vscode.workspace.onWillSaveTextDocument(event =>
      event.waitUntil(
        Promise.resolve().then(() => {
          writeFileSync(inWorkspace(EPIC).fsPath, theirs);
          return [];
        }),
      ),
    );
    try {
      await assert.rejects((await extension()).ticker.tick(place, true), fails('file/changed-underneath'));
    } finally {
      listening.dispose();
    }
    assert.equal(onDisk(), theirs);
    assert.ok(document.getText().includes(`- [ ] ${ITEM}`));
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
