import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { NO_FILTER } from '../../src/model/learn/epicsChoice.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { createErrorBoundary } from '../../src/vscode/errors.ts';
import { createDragAndDrop } from '../../src/vscode/views/epics/dragAndDrop.ts';
import type { EpicsPart } from '../../src/vscode/views/epics/epicsPart.ts';
import type { EpicsNode } from '../../src/vscode/views/epics/nodes.ts';
import { extension, git, inWorkspace, resetWorkspace } from './support/extension.ts';

const TREE = `objectives:
  - id: O-2
    title: Buying is easy
    keyResults:
      - { id: KR-2.1, title: Fewer abandoned carts, unit: "%", baseline: 31, target: 26 }
      - { id: KR-2.2, title: Fewer calls }
`;
const CHECKOUT = 'outcomes/PAY-100-guest-checkout.md';
const WALLET = 'outcomes/PAY-200-wallet.md';
const wallet = `---\r
key: 'PAY-200'   # quoted\r
title: Wallet\r
stage: review\r
launched: 2020-01-01\r
outcome: { statement: Guests pay in one step., reviews: [2020-02-01] }\r
keyResult: KR-2.1 # for now\r
more: kept\r
---\r
# Wallet\r
`;

const write = (file: string, text: string) => writeFileSync(inWorkspace(file).fsPath, text);
const onDisk = (file: string) => readFileSync(inWorkspace(file).fsPath, 'utf8');

async function shown(): Promise<EpicsPart> {
  const { epics, session } = await extension();
  await session.refresh();
  await vscode.commands.executeCommand('outcomeLens.showEpics');
  return epics.part();
}

/** Each row with the rows below it. */
async function rowsOf(part: EpicsPart, node: EpicsNode | null = null): Promise<string[]> {
  const rows: string[] = [];
  for (const child of await part.childrenOf(node)) {
    const item = part.itemOf(child);
    const label = typeof item.label === 'string' ? item.label : '';
    rows.push(`${label} | ${String(item.description)}`);
    rows.push(...(await rowsOf(part, child)).map(row => `  ${row}`));
  }
  return rows;
}

async function rowWhere(part: EpicsPart, fits: (node: EpicsNode) => boolean): Promise<EpicsNode> {
  const find = async (parent: EpicsNode | null): Promise<EpicsNode | null> => {
    for (const node of await part.childrenOf(parent)) {
      const found = fits(node) ? node : await find(node);
      if (found !== null) return found;
    }
    return null;
  };
  return (await find(null)) ?? assert.fail('no such row');
}

const keyResultRow = (part: EpicsPart, id: string) =>
  rowWhere(part, node => node.kind === 'keyResult' && node.keyResult.id === id);
const epicRow = (part: EpicsPart, path: string) => rowWhere(part, node => node.kind === 'epic' && node.path === path);

/** Runs a command and takes the first choice of each question, as Enter does. */
async function takeFirstChoices(command: string, ...args: readonly unknown[]): Promise<void> {
  const state = { ended: false };
  const running = Promise.resolve(vscode.commands.executeCommand(command, ...args)).then(() => {
    state.ended = true;
  });
  for (let press = 0; press < 100 && !state.ended; press++) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  await running;
}

describe('the Epics view, in VS Code', () => {
  beforeEach(async () => {
    await resetWorkspace();
    write('outcomes/value-tree.yaml', TREE);
    write(WALLET, wallet);
    write('outcomes/PAY-300.md', '---\nkey: PAY-300\nstage: build\n---\n# Idea\n');
  });
  afterEach(async () => (await (await extension()).epics.part()).choose({ filter: NO_FILTER, order: 'key' }));
  after(resetWorkspace);

  it('shows objectives, key results and epics, with stage, readiness and signs', async () => {
    const part = await shown();
    assert.deepEqual(await rowsOf(part), [
      'Buying is easy | O-2',
      '  Fewer abandoned carts | KR-2.1 · 2 epics',
      '    Guest checkout | PAY-100 · QA · 1/3',
      '    Wallet | PAY-200 · Review',
      '  Fewer calls | KR-2.2 · no epic',
      'No key result | 1 epic',
      '  Idea | PAY-300 · Build',
    ]);
    const item = part.itemOf(await epicRow(part, WALLET));
    assert.match(item.accessibilityInformation?.label ?? '', /^Wallet, PAY-200, Review\. Review due for \d+ days$/);
    assert.ok(item.tooltip instanceof vscode.MarkdownString && item.tooltip.isTrusted !== true);
    assert.match(item.tooltip.value, /Guests pay in one step/);
    assert.match(
      part.itemOf(await epicRow(part, 'outcomes/PAY-300.md')).contextValue ?? '',
      /^epic\.editable\.noOutcome$/,
    );
    assert.equal(item.resourceUri?.scheme, 'outcome-lens-epic');
  });

  it('shows words of a file as they are written, never as Markdown', async () => {
    write('outcomes/PAY-300.md', '---\nkey: PAY-300\ntitle: "[x](command:a) <b>*y*"\n---\n');
    const part = await shown();
    const { tooltip } = part.itemOf(await epicRow(part, 'outcomes/PAY-300.md'));
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.ok(tooltip.value.startsWith('**\\[x\\]\\(command\\:a\\) \\<b\\>\\*y\\***'), tooltip.value);
  });

  it('moves an epic that is dropped on a key result: one value changes, and no other byte', async () => {
    const part = await shown();
    await part.drop([WALLET], await keyResultRow(part, 'KR-2.2'));
    assert.equal(onDisk(WALLET), wallet.replace('keyResult: KR-2.1 #', 'keyResult: KR-2.2 #'));
    const rows = await rowsOf(part);
    assert.deepEqual(rows.slice(3, 5), ['  Fewer calls | KR-2.2 · 1 epic', '    Wallet | PAY-200 · Review']);
    await vscode.commands.executeCommand('outcomeLens.undoLastMove');
    assert.equal(onDisk(WALLET), wallet);
  });

  it('moves several, dropped on an epic of another key result, and takes all of it back', async () => {
    const before = [onDisk(CHECKOUT), onDisk('outcomes/PAY-300.md')];
    write(WALLET, wallet.replace('KR-2.1', 'KR-2.2'));
    const part = await shown();
    await part.drop([CHECKOUT, 'outcomes/PAY-300.md'], await epicRow(part, WALLET));
    assert.equal(onDisk(CHECKOUT), before[0]?.replace('keyResult: KR-2.1', 'keyResult: KR-2.2'));
    assert.equal(onDisk('outcomes/PAY-300.md'), before[1]?.replace('build\n', 'build\nkeyResult: KR-2.2\n'));
    await vscode.commands.executeCommand('outcomeLens.undoLastMove');
    assert.deepEqual([onDisk(CHECKOUT), onDisk('outcomes/PAY-300.md')], before);
  });

  it('takes the key result out where an epic is dropped on "No key result", and its comment stays', async () => {
    const part = await shown();
    await part.drop([WALLET], await rowWhere(part, node => node.kind === 'group' && node.id === 'none'));
    assert.equal(onDisk(WALLET), wallet.replace('keyResult: KR-2.1 #', 'keyResult: #'));
    await vscode.commands.executeCommand('outcomeLens.undoLastMove');
    assert.equal(onDisk(WALLET), wallet);
  });

  it('does nothing where an epic is dropped on nothing', async () => {
    const part = await shown();
    await part.drop([WALLET], null);
    assert.equal(onDisk(WALLET), wallet);
  });

  it('takes back the key result alone where the file went on meanwhile, and refuses where the epic did', async () => {
    const part = await shown();
    await part.drop([WALLET], await keyResultRow(part, 'KR-2.2'));
    write(WALLET, onDisk(WALLET).replace('# Wallet', '# Wallet for guests'));
    await part.undoMove();
    assert.equal(onDisk(WALLET), wallet.replace('# Wallet', '# Wallet for guests'));
    await part.drop([WALLET], await keyResultRow(part, 'KR-2.2'));
    const moved = onDisk(WALLET).replace('KR-2.2', 'KR-9');
    write(WALLET, moved);
    await assert.rejects(part.undoMove(), isProblem('file/changed-underneath'));
    assert.equal(onDisk(WALLET), moved);
  });

  it('edits an open file in its editor, so that undo works there, and leaves unsaved changes unsaved', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace(CHECKOUT));
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    const part = await shown();
    await part.drop([CHECKOUT], await keyResultRow(part, 'KR-2.2'));
    assert.ok(document.getText().includes('keyResult: KR-2.2') && !document.isDirty);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    assert.ok(document.isDirty);
    const saved = onDisk(CHECKOUT);
    await (await extension()).session.refresh();
    await part.drop([CHECKOUT], await rowWhere(part, node => node.kind === 'group' && node.id === 'none'));
    assert.ok(!document.getText().includes('keyResult') && document.isDirty);
    assert.equal(onDisk(CHECKOUT), saved);
  });

  it('says why an epic that only main has cannot be moved, and moves none of the others', async () => {
    git('rm', '--quiet', CHECKOUT);
    const part = await shown();
    const row = await epicRow(part, CHECKOUT);
    assert.match(String(part.itemOf(row).description), /from main/);
    assert.equal(part.itemOf(row).contextValue, 'epic.readOnly');
    const target = await keyResultRow(part, 'KR-2.2');
    await assert.rejects(part.drop([WALLET, CHECKOUT], target), isProblem('epic/read-only'));
    assert.equal(onDisk(WALLET), wallet);
  });

  it('moves by command, with the keyboard, what dragging moves', async () => {
    const part = await shown();
    await part.drop([WALLET], await keyResultRow(part, 'KR-2.2'));
    // The first key result that is offered is the first of the tree.
    await takeFirstChoices('outcomeLens.moveUnder', await epicRow(part, WALLET));
    assert.equal(onDisk(WALLET), wallet);
  });

  it('runs a row’s commands for its epic, not for that of the branch', async () => {
    const part = await shown();
    await vscode.commands.executeCommand('outcomeLens.openEpic', await epicRow(part, WALLET), []);
    assert.ok(vscode.window.activeTextEditor?.document.uri.fsPath.endsWith('PAY-200-wallet.md'));
    await takeFirstChoices('outcomeLens.nextStage', await epicRow(part, 'outcomes/PAY-300.md'));
    assert.match(onDisk('outcomes/PAY-300.md'), /^stage: qa$/m);
  });

  it('shows what fits a filter, remembers it, and puts epics in order', async () => {
    const part = await shown();
    await part.choose({ filter: { ...NO_FILTER, signs: ['reviewDue'] } });
    const filtered = [
      'Buying is easy | O-2',
      '  Fewer abandoned carts | KR-2.1 · 1 epic',
      '    Wallet | PAY-200 · Review',
    ];
    assert.deepEqual(await rowsOf(part), filtered);
    const api = await extension();
    api.restart();
    const again = await shown();
    assert.notEqual(again, part);
    assert.deepEqual(await rowsOf(again), filtered);
    await vscode.commands.executeCommand('outcomeLens.clearEpicsFilter');
    await again.choose({ order: 'reviewDay' });
    assert.deepEqual((await rowsOf(again)).slice(2, 4), [
      '    Wallet | PAY-200 · Review',
      '    Guest checkout | PAY-100 · QA · 1/3',
    ]);
  });

  it('follows the files, also those of an editor that are not saved', async () => {
    const part = await shown();
    const document = await vscode.workspace.openTextDocument(inWorkspace('outcomes/PAY-300.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(new vscode.Position(1, 0), 'title: Typed\n'));
    const isTyped = async () => (await rowsOf(part)).includes('  Typed | PAY-300 · Build · unsaved');
    while (!(await isTyped())) await new Promise(resolve => setTimeout(resolve, 20));
  });

  it('is drawn anew for what is new in it, also where only the tooltip tells, and for nothing else', async () => {
    const { session, epics } = await extension();
    const part = await shown();
    const redrawn = async (work: () => unknown): Promise<boolean> => {
      let times = 0;
      const listening = epics.onDidDraw(() => times++);
      await work();
      await session.refresh();
      await part.childrenOf(null);
      listening.dispose();
      return times > 0;
    };
    const reading = async (text: string) => redrawn(() => write('outcomes/PAY-300.md', text));
    const idea = onDisk('outcomes/PAY-300.md');
    await reading(idea);
    assert.equal(await reading(`${idea}\nProse.\n`), false);
    assert.equal(await reading(idea.replace('key: PAY-300', 'key: PAY-300\ntype: debt')), true);
    assert.equal(await reading(idea.replace('# Idea', '# Another')), true);
  });

  it('shows epics at the top, and an invitation, where there is no value tree; nothing where there is nothing', async () => {
    rmSync(inWorkspace('outcomes/value-tree.yaml').fsPath);
    write(WALLET, wallet.replace('keyResult: KR-2.1 # for now\r\n', ''));
    git('rm', '--quiet', CHECKOUT);
    git('commit', '--quiet', '-m', 'Remove');
    const head = git('rev-parse', 'main');
    git('branch', '--quiet', '--force', 'main', 'HEAD');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    try {
      assert.deepEqual(await rowsOf(await shown()), [
        'Wallet | PAY-200 · Review',
        'Idea | PAY-300 · Build',
        'Write a value tree | objectives and key results',
      ]);
      rmSync(inWorkspace('outcomes').fsPath, { recursive: true });
      assert.deepEqual(await rowsOf(await shown()), []);
    } finally {
      git('reset', '--quiet', '--hard', 'HEAD~1');
      git('branch', '--quiet', '--force', 'main', head);
      git('update-ref', 'refs/remotes/origin/main', head);
    }
  });
});

describe('dragging epics', () => {
  const error = () => undefined;
  const log = { ...vscode.window.createOutputChannel('test', { log: true }), error, warn: error } as never;
  const dropped: unknown[] = [];
  const controller = createDragAndDrop(createErrorBoundary(log), (paths, target) => {
    dropped.push([paths, target]);
    return Promise.resolve();
  });
  const token = new vscode.CancellationTokenSource().token;
  const row = (path: string) => ({ kind: 'epic', id: path, path }) as unknown as EpicsNode;
  const note: EpicsNode = { kind: 'note', id: 'noTree', problem: null };

  it('carries the epics among the rows, and nothing else', async () => {
    const data = new vscode.DataTransfer();
    await controller.handleDrag?.([row('a.md'), note, row('b.md')], data, token);
    await controller.handleDrop?.(note, data, token);
    assert.deepEqual(dropped, [[['a.md', 'b.md'], note]]);
    const nothing = new vscode.DataTransfer();
    await controller.handleDrag?.([note], nothing, token);
    await controller.handleDrop?.(undefined, nothing, token);
    assert.equal(dropped.length, 1);
  });
});

function isProblem(code: string): (error: unknown) => boolean {
  return error => error instanceof ProblemError && error.problem.code === code;
}
