import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { commitBoxes, type CommitBox } from '../../src/vscode/sourceControl/gitExtension.ts';
import { extension, git, inWorkspace, resetWorkspace, workspaceFolder } from './support/extension.ts';
import { takeProposals } from './support/takeProposals.ts';

const INSERT = 'outcomeLens.insertTicketTrailer';

/** The workspace's commit box, once the Git extension has found the repository. */
async function commitBox(): Promise<CommitBox> {
  for (;;) {
    const found = (await commitBoxes())?.find(box => box.rootUri.fsPath === workspaceFolder());
    if (found !== undefined) return found;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Runs a command whose answer is a message, and closes it. */
async function answered(command: string, ...args: readonly unknown[]): Promise<void> {
  const running = { ended: false };
  const ended = Promise.resolve(vscode.commands.executeCommand(command, ...args)).then(() => {
    running.ended = true;
  });
  while (!running.ended) {
    await new Promise(resolve => setTimeout(resolve, 20));
    await vscode.commands.executeCommand('notifications.clearAll');
  }
  await ended;
}

describe('the ticket in a commit message, in VS Code', () => {
  beforeEach(resetWorkspace);
  afterEach(async () => {
    (await commitBox()).inputBox.value = '';
    await resetWorkspace();
  });

  it('is inserted into the commit box once, as a trailer where no habit is known', async () => {
    const box = await commitBox();
    box.inputBox.value = 'Ask for a city\n\nSigned-off-by: Ada Example <ada@example.invalid>';
    await vscode.commands.executeCommand(INSERT);
    const expected = 'Ask for a city\n\nSigned-off-by: Ada Example <ada@example.invalid>\nRefs: PAY-101';
    assert.equal(box.inputBox.value, expected);
    await answered(INSERT);
    assert.equal(box.inputBox.value, expected);
  });

  it('stands where the commits of main name theirs', async () => {
    const main = git('rev-parse', 'main');
    try {
      git('switch', '--quiet', 'main');
      for (let n = 1; n < 6; n++) git('commit', '--quiet', '--allow-empty', '-m', `[PAY-${n}] Add part ${n}`);
      git('switch', '--quiet', 'feature/PAY-101-guest-form');
      git('update-ref', 'refs/remotes/origin/main', 'main');
      await (await extension()).session.refresh();
      const box = await commitBox();
      box.inputBox.value = 'Ask for a city';
      await vscode.commands.executeCommand(INSERT, { rootUri: box.rootUri });
      assert.equal(box.inputBox.value, '[PAY-101] Ask for a city');
    } finally {
      git('branch', '--quiet', '--force', 'main', main);
      git('update-ref', 'refs/remotes/origin/main', main);
    }
  });

  it('is inserted into the file that git opened, above its comments, and can be undone', async () => {
    const below = '\n# Please enter the commit message for your changes.\n# On branch feature/PAY-101-guest-form\n';
    const file = inWorkspace('.git/COMMIT_EDITMSG');
    writeFileSync(file.fsPath, `Ask for a city${below}`);
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'git-commit');
    await vscode.commands.executeCommand(INSERT);
    assert.equal(document.getText(), `Ask for a city\n\nRefs: PAY-101${below}`);
    assert.equal((await commitBox()).inputBox.value, '');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), `Ask for a city${below}`);
  });

  it('is not inserted into the message of another repository', async () => {
    const file = inWorkspace('COMMIT_EDITMSG');
    writeFileSync(file.fsPath, 'Ask for a city\n');
    const document = await vscode.languages.setTextDocumentLanguage(
      await vscode.workspace.openTextDocument(file),
      'git-commit',
    );
    await vscode.window.showTextDocument(document);
    await answered(INSERT);
    assert.equal(document.getText(), 'Ask for a city\n');
  });

  it('is asked for where the branch has none', async () => {
    git('switch', '--quiet', '--create', 'spike/ideas', 'main');
    try {
      await (await extension()).session.refresh();
      const box = await commitBox();
      box.inputBox.value = 'Try a thing';
      await answered(INSERT);
      assert.equal(box.inputBox.value, 'Try a thing');
    } finally {
      git('switch', '--quiet', 'feature/PAY-101-guest-form');
      git('branch', '--quiet', '-D', 'spike/ideas');
    }
  });
});

describe('the description of a pull request, in VS Code', () => {
  const COPY = 'outcomeLens.copyPullRequestDescription';
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  async function copied(): Promise<string> {
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand(COPY);
    await vscode.commands.executeCommand('notifications.clearAll');
    return vscode.env.clipboard.readText();
  }

  it('is copied: why, changes by ticket without a subject, readiness', async () => {
    const text = await copied();
    assert.deepEqual(text.match(/^## .*/gm), ['## Why', '## Changes', '## Readiness']);
    assert.match(text, /- PAY-101: 2 commits \(PAY-100 /);
    assert.doesNotMatch(text, /Ask a guest|Refuse an empty|Ada/);
  });

  it('fills the template of the repository', async () => {
    mkdirSync(inWorkspace('.github').fsPath, { recursive: true });
    writeFileSync(
      inWorkspace('.github/pull_request_template.md').fsPath,
      '## Motivation\n\n<!-- why? -->\n\n## Risks\n',
    );
    const text = await copied();
    assert.match(text, /^## Motivation\n\n<!-- why\? -->\n\n> [^\n]+\n\n- [\s\S]+\n\n## Risks\n\n## Changes\n/);
  });

  it('asks which template where there are several', async () => {
    mkdirSync(inWorkspace('.github/PULL_REQUEST_TEMPLATE').fsPath, { recursive: true });
    for (const name of ['feature', 'fix'])
      writeFileSync(inWorkspace(`.github/PULL_REQUEST_TEMPLATE/${name}.md`).fsPath, `# A ${name}\n`);
    await vscode.env.clipboard.writeText('');
    await takeProposals(COPY);
    assert.match(await vscode.env.clipboard.readText(), /\n# A feature\n/);
  });

  it('is not copied where there is nothing to describe', async () => {
    git('switch', '--quiet', 'main');
    try {
      await (await extension()).session.refresh();
      assert.equal(await copied(), '');
    } finally {
      git('switch', '--quiet', 'feature/PAY-101-guest-form');
    }
  });
});

describe('tickets proposed in a commit message, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(async () => {
    (await commitBox()).inputBox.value = '';
    await resetWorkspace();
  });

  async function proposed(uri: vscode.Uri, position: vscode.Position): Promise<vscode.CompletionItem[]> {
    const command = 'vscode.executeCompletionItemProvider';
    const found = await vscode.commands.executeCommand<vscode.CompletionList>(command, uri, position);
    return found.items.filter(({ label }) => typeof label === 'string' && label.includes('PAY-'));
  }

  it('are those of the branch and of the epics in the file that git opened', async () => {
    const file = inWorkspace('.git/COMMIT_EDITMSG');
    writeFileSync(file.fsPath, 'Ask for a city\n\n\n# Please enter\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    const [first] = await proposed(file, new vscode.Position(2, 0));
    assert.equal(first?.label, 'Refs: PAY-101');
    assert.equal(first.detail, 'Guest checkout');
  });

  it('are there in the commit box too', async () => {
    await commitBox();
    await vscode.commands.executeCommand('workbench.view.scm');
    for (;;) {
      const box = vscode.workspace.textDocuments.find(({ languageId }) => languageId === 'scminput');
      const [first] = box === undefined ? [] : await proposed(box.uri, new vscode.Position(0, 0));
      if (first !== undefined) {
        assert.equal(first.label, 'PAY-101');
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  });
});
