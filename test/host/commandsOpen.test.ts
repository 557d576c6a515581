import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { ProblemError, type ProblemCode } from '../../src/model/problem.ts';
import type { CommandContext } from '../../src/vscode/commands/context.ts';
import { openEpic } from '../../src/vscode/commands/openEpic.ts';
import { openEvidence, webAddress } from '../../src/vscode/commands/openEvidence.ts';
import { createReadOnlyEpics, type ReadOnlyEpics } from '../../src/vscode/editor/readOnlyEpics.ts';
import { placeOf } from '../../src/vscode/itemPlace.ts';
import { answersWhere, extension, git, inWorkspace, resetWorkspace } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const TREE = 'outcomes/value-tree.yaml';
const fails = (code: ProblemCode) => (error: unknown) => error instanceof ProblemError && error.problem.code === code;
const shown = () => vscode.window.activeTextEditor?.document;

/** The session of the extension under test; commands are called past its error boundary, so that failures are seen. */
async function context(readOnlyEpics: Partial<ReadOnlyEpics> = {}): Promise<CommandContext> {
  const { session, ticker } = await extension();
  return { session, ticker, readOnlyEpics } as unknown as CommandContext;
}

describe('opening files of the outcomes folder, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('begins a value tree that nobody has yet, with the key result that is wanted', async () => {
    await answersWhere(() => true);
    await vscode.commands.executeCommand('outcomeLens.openEpic', 'value-tree.yaml');
    assert.equal(shown()?.uri.scheme, 'untitled');
    assert.equal(shown()?.uri.fsPath, inWorkspace(TREE).fsPath);
    const text = shown()?.getText() ?? '';
    writeFileSync(inWorkspace(TREE).fsPath, text);
    const answers = await answersWhere(candidate => candidate.why.value?.keyResult?.id === 'KR-2.1');
    assert.deepEqual(answers.outcomes.valueTree.problems, []);
  });

  it('begins a team file that nobody has yet', async () => {
    await openEpic(await context(), `outcomes/team.yaml`);
    assert.equal(shown()?.uri.scheme, 'untitled');
    writeFileSync(inWorkspace('outcomes/team.yaml').fsPath, shown()?.getText() ?? '');
    const { session } = await extension();
    await session.refresh();
    const { outcomes } = await answersWhere(() => true);
    assert.deepEqual(outcomes.team.problems, []);
  });

  it('opens them where they are', async () => {
    writeFileSync(inWorkspace(TREE).fsPath, 'objectives: []\n');
    await openEpic(await context(), 'value-tree.yaml');
    assert.equal(shown()?.uri.toString(), inWorkspace(TREE).toString());
  });

  it('shows a value tree that only main has, read-only and as YAML that says the same', async () => {
    const tree =
      'objectives:\n  - id: O-1\n    title: "Fewer: carts"\n    keyResults:\n      - { id: KR-2.1, title: Paid, unit: "%", baseline: 1.5, by: 2027-01-31 }\n';
    git('switch', '--quiet', '--create', 'kept', 'main');
    writeFileSync(inWorkspace(TREE).fsPath, tree);
    git('add', TREE);
    git('commit', '--quiet', '-m', 'Say what it serves');
    const main = git('rev-parse', 'refs/remotes/origin/main');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    git('switch', '--quiet', 'feature/PAY-101-guest-form');
    git('branch', '--quiet', '-D', 'kept');
    try {
      const { session } = await extension();
      await session.refresh();
      const { outcomes } = await answersWhere(answers => answers.why.value?.keyResult?.id === 'KR-2.1');
      const seen: string[] = [];
      await openEpic(
        await context({ show: (_root, { text }) => Promise.resolve(void seen.push(text)) }),
        'value-tree.yaml',
      );
      // Written and read again, it is the same tree.
      writeFileSync(inWorkspace(TREE).fsPath, seen[0] ?? '');
      await session.refresh();
      assert.deepEqual((await answersWhere(() => true)).outcomes.valueTree, outcomes.valueTree);
    } finally {
      git('update-ref', 'refs/remotes/origin/main', main);
    }
  });

  it('does not follow a link that leaves the repository', async () => {
    symlinkSync(path.join(tmpdir(), 'elsewhere.yaml'), inWorkspace(TREE).fsPath);
    writeFileSync(path.join(tmpdir(), 'elsewhere.yaml'), 'secret: 1\n');
    try {
      await assert.rejects(openEpic(await context(), 'value-tree.yaml'), fails('file/outside-repository'));
    } finally {
      rmSync(path.join(tmpdir(), 'elsewhere.yaml'));
    }
  });

  it('keeps read-only texts of two repositories apart, and says what to do when one is not at hand', async () => {
    // The extension under test has registered its own; this one answers under the same scheme only after it is gone.
    const own = createReadOnlyEpics();
    try {
      await own.show('/one/shop', { path: 'outcomes/A.md', text: 'The first\n' });
      const first = shown();
      await own.show('/two/shop', { path: 'outcomes/A.md', text: 'The second\n' });
      const second = shown();
      assert.notEqual(first?.uri.toString(), second?.uri.toString());
      assert.match(second?.uri.path ?? '', /^\/shop\//);
    } finally {
      own.dispose();
    }
    const unknown = vscode.Uri.from({ scheme: 'outcome-lens-main', path: '/shop/outcomes/B.md', query: '/three/shop' });
    const restored = await vscode.workspace.openTextDocument(unknown);
    assert.match(restored.getText(), /Open this epic again from the Outcome view/);
  });
});

describe('opening evidence, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  /** Opens the evidence of the item "User-facing copy final" after its line was given this link. */
  async function open(target: string): Promise<void> {
    const file = inWorkspace(EPIC).fsPath;
    const words = 'User-facing copy final';
    writeFileSync(file, readFileSync(file, 'utf8').replace(`- [ ] ${words}`, `- [x] ${words} [seen](${target})`));
    const { session } = await extension();
    await session.refresh();
    const answers = await answersWhere(() => true);
    for (const gate of answers.ready.value?.gates ?? [])
      for (const item of gate.items)
        if (item.item.evidence.length > 0) {
          const node = { kind: 'item', item, place: placeOf(answers, gate, item), readOnly: false };
          return openEvidence(await context(), node);
        }
    assert.fail('no item has evidence');
  }

  it('opens a file at its anchor', async () => {
    writeFileSync(inWorkspace('notes.md').fsPath, '# One\n\n# Two words\n');
    await open('notes.md#two-words');
    assert.equal(vscode.window.activeTextEditor?.selection.start.line, 2);
  });

  it('opens a picture in the editor that fits it', async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    writeFileSync(inWorkspace('shot.png').fsPath, Buffer.from(pixel, 'base64'));
    await open('shot.png');
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom && input.uri.fsPath.endsWith('shot.png'), 'no picture is shown');
  });

  it('shows a folder in the Explorer', async () => {
    mkdirSync(inWorkspace('shots').fsPath, { recursive: true });
    await open('shots');
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('copies an address that no browser opens', async () => {
    await vscode.env.clipboard.writeText('');
    await open('vscode://some.extension/do');
    assert.equal(await vscode.env.clipboard.readText(), 'vscode://some.extension/do');
  });

  it('does not open what a link makes of a file outside', async () => {
    const outside = path.join(tmpdir(), 'outside.txt');
    writeFileSync(outside, 'secret\n');
    symlinkSync(outside, inWorkspace('inside.txt').fsPath);
    try {
      await assert.rejects(open('inside.txt'), fails('file/outside-repository'));
      assert.ok(!vscode.workspace.textDocuments.some(document => document.getText() === 'secret\n'));
    } finally {
      rmSync(outside);
    }
  });

  it('opens only the web and mail', () => {
    assert.equal(webAddress('https://example.com/a?b=c')?.toString(true), 'https://example.com/a?b=c');
    assert.equal(webAddress('//example.com/a')?.toString(true), 'https://example.com/a');
    assert.equal(webAddress('www.example.com')?.scheme, 'https');
    assert.equal(webAddress('mailto:team@example.com')?.scheme, 'mailto');
    for (const other of [
      'file:///etc/passwd',
      'vscode://x/y',
      'command:foo',
      'javascript:1',
      'ftp://x',
      'https:',
      'ssh://x',
    ])
      assert.equal(webAddress(other), null, other);
  });
});
