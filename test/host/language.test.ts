import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answersWhere, extension, inWorkspace, resetWorkspace, show } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const OTHER = 'outcomes/PAY-200-refunds.md';

const VALUE_TREE = `objectives:
  - id: O-2
    title: Buying is easy
    keyResults:
      - { id: KR-2.1, title: Fewer abandoned carts, unit: "%", baseline: 31, target: 26 }
`;

const REFUNDS = `---
key: PAY-200
title: Refunds
stage: build
tickets: [PAY-201, PAY-100]
---
# Refunds

## Definition of done

- [x] Announced [plan](PAY-100-guest-checkout.md)
- [ ] The cart is there <!-- proof: file src/cart.ts -->
`;

/** Right behind the first place where `words` stand. */
function behind(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().indexOf(words);
  assert.notEqual(at, -1, words);
  return document.positionAt(at + words.length);
}

/**
 * Asks until the answer fits: the part that answers is loaded with the first epic file that is opened. The test's own timeout
 * ends a wait in vain.
 */
async function answered<T>(command: string, fits: (answer: T) => boolean, ...args: readonly unknown[]): Promise<T> {
  for (;;) {
    const answer = await vscode.commands.executeCommand<T | undefined>(command, ...args);
    if (answer !== undefined && fits(answer)) return answer;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

async function labelsAt(document: vscode.TextDocument, words: string, expected: string): Promise<readonly string[]> {
  const labels = ({ items }: vscode.CompletionList) =>
    items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  const list = await answered<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    found => labels(found).includes(expected),
    document.uri,
    behind(document, words),
  );
  return labels(list);
}

async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  const end = behind(document, words);
  change.replace(document.uri, new vscode.Range(document.positionAt(document.offsetAt(end) - words.length), end), by);
  assert.ok(await vscode.workspace.applyEdit(change));
}

describe('writing epic files, in VS Code', () => {
  beforeEach(async () => {
    await resetWorkspace();
    mkdirSync(inWorkspace('outcomes').fsPath, { recursive: true });
    writeFileSync(inWorkspace('outcomes/value-tree.yaml').fsPath, VALUE_TREE);
    writeFileSync(inWorkspace(OTHER).fsPath, REFUNDS);
    await (await extension()).session.refresh();
    await answersWhere(({ outcomes }) => outcomes.epics.length === 2 && outcomes.valueTree.objectives.length === 1);
  });
  after(resetWorkspace);

  it('proposes stages, key results and tickets of the history', async () => {
    const document = await show(EPIC);
    await replace(document, 'stage: qa', 'stage: ');
    const stages = await labelsAt(document, 'stage: ', 'launch');
    assert.ok(stages.includes('discovery') && stages.includes('stopped'));
    await replace(document, 'keyResult: KR-2.1', 'keyResult: ');
    await labelsAt(document, 'keyResult: ', 'KR-2.1');
    await replace(document, '[PAY-101, PAY-102]', '[PAY-102, ]');
    const tickets = await labelsAt(document, '[PAY-102, ', 'PAY-101');
    assert.ok(tickets.includes('PAY-200'));
  });

  it('proposes paths of the repository as evidence', async () => {
    const document = await show(EPIC);
    await replace(document, 'Telemetry live for the behaviour to watch', 'Telemetry [events](src/)');
    const paths = await labelsAt(document, '](src/', 'cart.ts');
    assert.ok(!paths.includes('README.md'));
  });

  it('explains a field and a key result', async () => {
    const document = await show(EPIC);
    const over = async (words: string, expected: string) => {
      const end = behind(document, words);
      const told = (hovers: readonly vscode.Hover[]) =>
        hovers
          .flatMap(({ contents }) => contents)
          .map(content => (content instanceof vscode.MarkdownString ? content.value : ''))
          .join('\n');
      const place = end.translate(0, -1);
      await answered<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        hovers => told(hovers).includes(expected),
        document.uri,
        place,
      );
    };
    await over('\nstage', 'Where the epic is');
    await over('KR-2.1', 'Fewer abandoned carts');
    await over('[PAY-101', 'Guest checkout');
  });

  it('outlines fields, gates and items', async () => {
    const document = await show(EPIC);
    const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...names(children)]);
    const symbols = await answered<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      found => names(found).includes('keyResult'),
      document.uri,
    );
    const all = names(symbols);
    for (const name of ['outcome', 'statement', 'Go-live readiness', 'User-facing copy final'])
      assert.ok(all.includes(name), name);
  });

  it('leads from tickets to epics, from key results to the value tree, from proofs to files', async () => {
    const document = await show(OTHER);
    await replace(document, 'stage: build', 'stage: build\nkeyResult: KR-2.1');
    const targets = (links: readonly vscode.DocumentLink[]) => links.map(({ target }) => target?.toString() ?? '');
    const found = await answered<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      links => targets(links).some(target => target.includes('value-tree.yaml')),
      document.uri,
      50,
    );
    const all = targets(found);
    assert.ok(all.includes(inWorkspace('outcomes/value-tree.yaml').with({ fragment: 'L5' }).toString()), all.join(' '));
    assert.ok(all.includes(inWorkspace(EPIC).toString()), all.join(' '));
    assert.ok(all.includes(inWorkspace('src/cart.ts').toString()), all.join(' '));
  });

  it('changes an epic’s key in every file that names it', async () => {
    const document = await show(EPIC);
    const edit = await answered<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      found => found.size > 0,
      document.uri,
      behind(document, 'key: PAY-1'),
      'PAY-900',
    );
    // The answer holds the change of the file's name too, but in another order than the editor gets it.
    const told = edit.entries().map(([uri, changes]) => [uri.fsPath, changes.map(({ newText }) => newText)]);
    assert.deepEqual(told, [
      [inWorkspace(EPIC).fsPath, ['PAY-900']],
      [inWorkspace(OTHER).fsPath, ['PAY-900', 'PAY-900-guest-checkout.md']],
    ]);
  });

  it('refuses a key that is taken, and says why', async () => {
    const document = await show(EPIC);
    await labelsAt(document, 'stage: ', 'launch');
    const place = behind(document, 'key: PAY-1');
    const asked = Promise.resolve(
      vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, place, 'PAY-200'),
    );
    await assert.rejects(asked, /PAY-200 is taken/);
  });
});
