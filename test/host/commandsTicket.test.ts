import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import * as vscode from 'vscode';
import { shorten } from '../../src/vscode/statusBar/shorten.ts';
import { answersWhere, extension, git, inWorkspace, resetWorkspace } from './support/extension.ts';

const BRANCH = 'branch.feature/PAY-101-guest-form';

function config(key: string): string {
  try {
    return git('config', key);
  } catch {
    return '';
  }
}

describe('commands about the ticket, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('sets a pinned ticket aside: it is unpinned too', async () => {
    await vscode.commands.executeCommand('outcomeLens.pinTicket', 'PAY-102');
    await answersWhere(answers => answers.why.value?.ticket?.source === 'pin');
    await vscode.commands.executeCommand('outcomeLens.notThisTicket');
    const { why } = await answersWhere(answers => answers.why.value?.ticket?.source !== 'pin');
    assert.equal(why.value?.ticket?.key, 'PAY-101');
    assert.equal(config(`${BRANCH}.outcomelens-ticket`), '');
    assert.equal(config(`${BRANCH}.outcomelens-ignore`), 'PAY-102');
  });

  it('leaves the pin alone when another ticket is set aside', async () => {
    await vscode.commands.executeCommand('outcomeLens.pinTicket', 'PAY-102');
    await vscode.commands.executeCommand('outcomeLens.notThisTicket', 'PAY-101');
    assert.equal(config(`${BRANCH}.outcomelens-ticket`), 'PAY-102');
  });

  it('ends when there is no ticket to set aside', async () => {
    git('switch', '--quiet', '--create', 'spike/ideas', 'main');
    try {
      await (await extension()).session.refresh();
      await vscode.commands.executeCommand('outcomeLens.notThisTicket');
      assert.equal(config('branch.spike/ideas.outcomelens-ignore'), '');
    } finally {
      git('switch', '--quiet', 'feature/PAY-101-guest-form');
      git('branch', '--quiet', '-D', 'spike/ideas');
      await vscode.commands.executeCommand('notifications.clearAll');
    }
  });

  it('does not pin a branch to an epic file that could not be written', async () => {
    git('switch', '--quiet', '--create', 'spike/new-ideas', 'main');
    mkdirSync(inWorkspace('outcomes').fsPath, { recursive: true });
    // It exists for whoever writes, and not for whoever looks.
    symlinkSync('nowhere', inWorkspace('outcomes/new-ideas.md').fsPath);
    try {
      await (await extension()).session.refresh();
      const command = { ended: false };
      const running = Promise.resolve(vscode.commands.executeCommand('outcomeLens.writeOutcome')).then(() => {
        command.ended = true;
      });
      // Takes what is proposed; then the failure is told, and its message is closed.
      for (let press = 0; press < 100 && !command.ended; press++) {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await new Promise(resolve => setTimeout(resolve, 50));
        await vscode.commands.executeCommand('notifications.clearAll');
      }
      await running;
      assert.equal(config('branch.spike/new-ideas.outcomelens-ticket'), '');
      assert.equal(vscode.window.activeTextEditor, undefined);
    } finally {
      git('clean', '--quiet', '--force', '-d');
      git('switch', '--quiet', 'feature/PAY-101-guest-form');
      git('branch', '--quiet', '-D', 'spike/new-ideas');
    }
  });
});

describe('the status bar’s sentence', () => {
  it('is whole where it fits', () => {
    assert.equal(shorten('Guests pay.', 11), 'Guests pay.');
  });

  it('is cut behind a word', () => {
    assert.equal(shorten('Guests pay without an account, so fewer', 32), 'Guests pay without an account…');
    assert.equal(shorten('Guests pay without an account', 10), 'Guests pay…');
  });

  it('is never cut inside a character, however it is made up', () => {
    assert.equal(shorten('👩‍👩‍👧‍👦'.repeat(4), 2), `${'👩‍👩‍👧‍👦'.repeat(2)}…`);
    assert.equal(shorten('𝒜'.repeat(50), 48), `${'𝒜'.repeat(48)}…`);
  });
});
