import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { SessionState } from '../../src/vscode/session.ts';
import { answersWhere, extension, inWorkspace, resetWorkspace, type Answers } from './support/extension.ts';
import { countingGit } from './support/countingGit.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const OTHER_EPIC = `---
key: PAY-900
title: From another folder
outcome: { statement: Goals are elsewhere. }
tickets: [PAY-101]
---
# Other
`;

const titleOf = (answers: Answers) => answers.why.value?.epic?.epic?.title;
const statementOf = (answers: Answers) => answers.why.value?.epic?.epic?.outcome?.statement ?? '';
const stateOf = (answers: Answers, text: string) =>
  answers.ready.value?.gates.flatMap(gate => gate.items).find(({ item }) => item.text.startsWith(text))?.state;

async function configure(section: string, key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Global);
}

/** The count once it has not grown for a while: news of what a test did to the repository before may still come in. */
async function settled(count: () => number): Promise<number> {
  for (;;) {
    const before = count();
    await pause(700);
    if (count() === before) return before;
  }
}

describe('the session, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('starts no git process while somebody types in an epic, saves it, and works beside it', async () => {
    const counting = countingGit();
    try {
      await configure('git', 'path', counting.program);
      const { session } = await extension();
      await session.refresh();
      assert.ok(counting.count() > 0, 'git.path is not read anew');
      const before = await settled(counting.count);
      const document = await vscode.workspace.openTextDocument(inWorkspace(EPIC));
      const editor = await vscode.window.showTextDocument(document);
      const at = document.positionAt(document.getText().indexOf('Guests pay'));
      await editor.edit(edit => edit.insert(at, 'TYPED '));
      await answersWhere(answers => statementOf(answers).startsWith('TYPED'));
      await document.save();
      await answersWhere(answers => answers.why.value?.epic?.unsaved === false);
      writeFileSync(inWorkspace('outcomes/PAY-300.md').fsPath, OTHER_EPIC.replace('PAY-101', 'PAY-301'));
      await answersWhere(answers => answers.outcomes.epics.length === 2);
      assert.equal(counting.count(), before);
    } finally {
      await configure('git', 'path', undefined);
      counting.remove();
    }
  });

  it('sees evidence come and go through VS Code', async () => {
    const file = inWorkspace(EPIC).fsPath;
    const evidence = inWorkspace('docs/new-report.md');
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}\n## Definition of done\n- [x] Reported [x](docs/new-report.md)\n`,
    );
    await answersWhere(answers => stateOf(answers, 'Reported') === 'broken');
    const create = new vscode.WorkspaceEdit();
    create.createFile(evidence, { contents: Buffer.from('# Report\n') });
    await vscode.workspace.applyEdit(create);
    await answersWhere(answers => stateOf(answers, 'Reported') === 'evidenced');
    const remove = new vscode.WorkspaceEdit();
    remove.deleteFile(evidence);
    await vscode.workspace.applyEdit(remove);
    await answersWhere(answers => stateOf(answers, 'Reported') === 'broken');
  });

  it('follows the folder setting, and watches the new folder', async () => {
    mkdirSync(inWorkspace('goals').fsPath, { recursive: true });
    writeFileSync(inWorkspace('goals/PAY-900.md').fsPath, OTHER_EPIC);
    try {
      await configure('outcomeLens', 'folder', 'goals');
      await answersWhere(answers => titleOf(answers) === 'From another folder');
      writeFileSync(inWorkspace('goals/PAY-900.md').fsPath, OTHER_EPIC.replace('another folder', 'there, changed'));
      await answersWhere(answers => titleOf(answers) === 'From there, changed');
    } finally {
      await configure('outcomeLens', 'folder', undefined);
    }
    await answersWhere(answers => titleOf(answers) === 'Guest checkout');
  });

  it('reads nothing while quiet, and begins when that is turned off', async () => {
    const api = await extension();
    await configure('outcomeLens', 'quiet', true);
    try {
      api.restart();
      assert.equal(api.session.state.kind, 'loading');
      const answered = new Promise<SessionState>(resolve => api.session.onDidChange(resolve));
      await configure('outcomeLens', 'quiet', false);
      assert.equal((await answered).kind, 'answers');
    } finally {
      await configure('outcomeLens', 'quiet', undefined);
    }
  });

  it('keeps its repository and says nothing more after its end', async () => {
    const api = await extension();
    const { session } = api;
    await answersWhere(() => true);
    assert.equal(await session.repository(), await session.repository());
    const refreshing = session.refresh();
    api.restart();
    await refreshing;
    await assert.rejects(session.repository(), { name: 'CancelledError' });
  });

  it('is up to date when a refresh ends, even one that another overtook', async () => {
    const { session } = await extension();
    await answersWhere(() => true);
    const file = inWorkspace(EPIC).fsPath;
    writeFileSync(file, readFileSync(file, 'utf8').replace('title: Guest checkout', 'title: Overtaken'));
    const first = session.refresh();
    void session.refresh();
    await first;
    assert.equal(session.state.kind === 'answers' && titleOf(session.state), 'Overtaken');
  });
});
