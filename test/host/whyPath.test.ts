import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension.ts';
import { ProblemError, type ProblemCode } from '../../src/model/problem.ts';
import type { CommandContext } from '../../src/vscode/commands/context.ts';
import { outcomeCommits } from '../../src/vscode/commands/why/outcomeCommits.ts';
import { whyPath } from '../../src/vscode/commands/why/whyPath.ts';
import { answersWhere, extension, git, inWorkspace, resetWorkspace, show } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const CODE = 'src/why-path.ts';

type Pick = vscode.QuickPick<vscode.QuickPickItem>;

/** Takes from each picker that opens the item that the test names, or leaves it. Gives back what was to choose from. */
async function choosing(answers: readonly (string | null)[], work: () => Promise<void>): Promise<string[][]> {
  const seen: string[][] = [];
  const original = vscode.window.createQuickPick;
  const left = [...answers];
  const replaced = (() => {
    const accept = new vscode.EventEmitter<void>();
    const hide = new vscode.EventEmitter<void>();
    let items: readonly vscode.QuickPickItem[] = [];
    const picker = {
      selectedItems: [] as vscode.QuickPickItem[],
      onDidAccept: accept.event,
      onDidHide: hide.event,
      show: () => undefined,
      hide: () => hide.fire(),
      dispose: () => undefined,
      get items() {
        return items;
      },
      set items(next: readonly vscode.QuickPickItem[]) {
        items = next;
        seen.push(next.map(({ label, description = '', detail = '' }) => `${label}|${description}|${detail}`));
        const wanted = left.shift() ?? null;
        const item = next.find(({ label }) => wanted !== null && label.includes(wanted));
        if (item === undefined) hide.fire();
        else {
          picker.selectedItems = [item];
          accept.fire();
        }
      },
    };
    return picker as unknown as Pick;
  }) as typeof vscode.window.createQuickPick;
  Object.assign(vscode.window, { createQuickPick: replaced });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { createQuickPick: original });
  }
  return seen;
}

async function context(): Promise<CommandContext> {
  const { session }: ExtensionApi = await extension();
  return { session } as unknown as CommandContext;
}

const fails = (code: ProblemCode) => (error: unknown) => error instanceof ProblemError && error.problem.code === code;
const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs);

function commit(message: string, text: string): void {
  writeFileSync(inWorkspace(CODE).fsPath, text);
  git('add', CODE);
  git('commit', '--quiet', '-m', message);
}

async function waitFor<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise(resolve => setImmediate(resolve));
  }
}

describe('why a file is here, in VS Code', () => {
  let head = '';

  before(async () => {
    await resetWorkspace();
    head = git('rev-parse', 'HEAD');
    commit('PAY-101: $(bug) one', 'one\n');
    commit('Tidy', 'two\n');
    await (await extension()).session.refresh();
    await answersWhere(() => true);
  });

  after(async () => {
    git('reset', '--quiet', '--hard', head);
    await vscode.workspace.getConfiguration('outcomeLens').update('codeLens', undefined, true);
    await resetWorkspace();
  });

  it('lists outcomes and what leads to none, then the changes, and opens a diff', async () => {
    const seen = await choosing(['Guests', 'one'], async () => whyPath(await context(), inWorkspace(CODE)));
    assert.match(seen[0]?.[0] ?? '', /^Guests .*\|PAY-100\|1 of 2 changes \(50 %\), /);
    assert.deepEqual(
      seen[0]?.slice(1).map(line => line.split('|')[0]),
      ['Without a ticket', 'Changes that name no ticket'],
    );
    assert.deepEqual(
      seen[1]?.map(line => line.split('|')[0]),
      ['$(go-to-file) Open Epic File', 'PAY-101: \\$(bug) one'],
    );
    const diff = await waitFor(() => tabs().find(({ input }) => input instanceof vscode.TabInputTextDiff)?.input);
    assert.ok(diff instanceof vscode.TabInputTextDiff);
    const texts = await Promise.all([diff.original, diff.modified].map(uri => vscode.workspace.openTextDocument(uri)));
    assert.deepEqual(
      texts.map(document => document.getText()),
      ['', 'one\n'],
    );
  });

  it('asks about the active file, and about a folder', async () => {
    await show(CODE);
    const file = await choosing([null], async () => whyPath(await context()));
    assert.match(file[0]?.[0] ?? '', /1 of 2 changes/);
    const folder = await choosing([null], async () => whyPath(await context(), inWorkspace('src')));
    assert.ok((folder[0]?.length ?? 0) > 0);
  });

  it('says where it cannot answer', async () => {
    writeFileSync(inWorkspace('src/untracked.ts').fsPath, 'x');
    const ask = async (uri: vscode.Uri) => choosing([null], async () => whyPath(await context(), uri));
    await assert.rejects(ask(inWorkspace('src/untracked.ts')), fails('path/not-found'));
    await assert.rejects(ask(vscode.Uri.file('/elsewhere.ts')), fails('file/elsewhere'));
    await assert.rejects(ask(vscode.Uri.parse('untitled:a')), fails('file/none'));
  });

  it('lists the commits of the branch’s outcome, and of the one that is meant', async () => {
    const own = await choosing([null], async () => outcomeCommits(await context()));
    assert.deepEqual(
      own[0]?.slice(0, 2).map(line => line.split('|')[0]),
      ['Tidy', 'PAY-101: \\$(bug) one'],
    );
    const seen = await choosing(['Tidy'], async () => outcomeCommits(await context(), EPIC));
    assert.ok((seen[0]?.length ?? 0) >= 2);
    await waitFor(() => tabs().find(({ label }) => label.startsWith('Tidy (')));
    await assert.rejects(
      choosing([null], async () => outcomeCommits(await context(), 'outcomes/none.md')),
      fails('epic/not-found'),
    );
  });

  it('shows a CodeLens only while it is wanted, and none on a file that is not committed', async () => {
    const lenses = async (file: string) => {
      const uri = inWorkspace(file);
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
      return found.flatMap(({ command }) => (command?.command === 'outcomeLens.whyFile' ? [command] : []));
    };
    writeFileSync(inWorkspace('src/untracked.ts').fsPath, 'x');
    await show(CODE);
    assert.deepEqual(await lenses(CODE), []);
    const setting = vscode.workspace.getConfiguration('outcomeLens');
    await setting.update('codeLens', true, true);
    const command = await waitFor(async () => (await lenses(CODE))[0]);
    assert.equal(command.title, '1 outcome shaped this file');
    assert.equal(String(command.arguments?.[0]), inWorkspace(CODE).toString());
    await show('src/untracked.ts');
    assert.deepEqual(await lenses('src/untracked.ts'), []);
    await setting.update('codeLens', undefined, true);
    await waitFor(async () => ((await lenses(CODE)).length === 0 ? true : undefined));
  });
});
