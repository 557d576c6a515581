import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answersWhere, inWorkspace, resetWorkspace } from './support/extension.ts';

/** Runs the command and takes the first choice, as Enter does, as soon as there is one. */
async function takeFirstChoice(): Promise<void> {
  const command = { ended: false };
  const running = Promise.resolve(vscode.commands.executeCommand('outcomeLens.nextStage')).then(() => {
    command.ended = true;
  });
  for (let press = 0; press < 100 && !command.ended; press++) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  await running;
}

describe('Next Stage, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('moves the branch’s epic on in its file, though items are open', async () => {
    const { ready } = await answersWhere(answers => answers.ready.value?.stage != null);
    const { stage, epic } = ready.value ?? assert.fail();
    const fsPath = inWorkspace(epic.path).fsPath;
    const before = readFileSync(fsPath, 'utf8');
    await takeFirstChoice();
    const after = await answersWhere(answers => answers.ready.value?.stage !== stage);
    assert.equal(readFileSync(fsPath, 'utf8'), before.replace(/^stage: \w+/m, `stage: ${after.ready.value?.stage}`));
  });
});
