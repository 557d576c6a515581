import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { answersWhere, extension, git, workspaceFolder } from '../support/extension.ts';

/** The folder that holds all the others. */
const parent = () => path.dirname(workspaceFolder());
const at = (folder: string) => path.join(parent(), folder);

async function open(file: string): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.file(at(file)));
}

/** Waits until the answers are about this ticket, in the repository of this name. */
async function shows(ticket: string | null, name: string): Promise<void> {
  await answersWhere(found => found.why.value?.ticket?.key === (ticket ?? undefined) && found.name === name);
}

describe('a window of several folders, without the git extension', () => {
  before(async () => {
    // It is not the git extension that tells.
    const found = vscode.extensions.getExtension<{ readonly enabled: boolean }>('vscode.git');
    assert.equal((await found?.activate())?.enabled, false);
  });
  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await open('shop/packages/part/file.txt');
    await shows('PAY-101', 'shop');
  });

  it('follows the active editor from one repository to another', async () => {
    await open('linked/packages/part/file.txt');
    await shows('PAY-102', 'linked');
    await open('whole/packages/part/file.txt');
    await shows('PAY-301', 'whole');
    await open('shop/packages/part/file.txt');
    await shows('PAY-101', 'shop');
  });

  it('follows it into repositories below an opened folder, and stays where a file is in none', async () => {
    await open('above/two/packages/part/file.txt');
    await shows('PAY-202', 'two');
    await open('above/notes.txt');
    await open('above/one/packages/part/file.txt');
    await shows('PAY-201', 'one');
    await open('above/notes.txt');
    const { session } = await extension();
    await session.refresh();
    await shows('PAY-201', 'one');
  });

  it('follows it into a submodule and back', async () => {
    await open('super/module/packages/part/file.txt');
    await shows('PAY-402', 'module');
    git('-C', at('super/module'), 'switch', '--quiet', '--create', 'fix/PAY-403');
    await shows('PAY-403', 'module');
    git('-C', at('super/module'), 'switch', '--quiet', 'feature/PAY-402-module');
    await shows('PAY-402', 'module');
    await open('super/packages/part/file.txt');
    await shows('PAY-401', 'super');
  });

  it('follows a branch switch and a commit in a linked work tree', async () => {
    await open('linked/packages/part/file.txt');
    await shows('PAY-102', 'linked');
    git('-C', at('linked'), 'switch', '--quiet', '--create', 'topic');
    await shows(null, 'linked');
    git('-C', at('linked'), 'commit', '--quiet', '--allow-empty', '-m', 'PAY-104 Begin');
    await shows('PAY-104', 'linked');
    git('-C', at('linked'), 'pack-refs', '--all');
    git('-C', at('linked'), 'commit', '--quiet', '--amend', '--allow-empty', '-m', 'PAY-105 Begin');
    await shows('PAY-105', 'linked');
    git('-C', at('linked'), 'switch', '--quiet', 'feature/PAY-102-linked');
    await shows('PAY-102', 'linked');
  });

  it('reads pins that another work tree wrote: they share their config', async () => {
    await open('linked/packages/part/file.txt');
    await shows('PAY-102', 'linked');
    git('-C', at('shop'), 'config', 'branch.feature/PAY-102-linked.outcomelens-ticket', 'PAY-900');
    await shows('PAY-900', 'linked');
    git('-C', at('shop'), 'config', '--unset', 'branch.feature/PAY-102-linked.outcomelens-ticket');
    await shows('PAY-102', 'linked');
  });

  it('follows what happens to a repository above the opened folder', async () => {
    await open('whole/packages/part/file.txt');
    await shows('PAY-301', 'whole');
    git('-C', at('whole'), 'switch', '--quiet', '--create', 'fix/PAY-302');
    await shows('PAY-302', 'whole');
    git('-C', at('whole'), 'switch', '--quiet', 'feature/PAY-301-whole');
    await shows('PAY-301', 'whole');
  });

  it('shows a repository as it is now, whatever happened to it while another was looked at', async () => {
    git('-C', at('linked'), 'switch', '--quiet', '--create', 'fix/PAY-106');
    await open('linked/packages/part/file.txt');
    await shows('PAY-106', 'linked');
    git('-C', at('linked'), 'switch', '--quiet', 'feature/PAY-102-linked');
    await shows('PAY-102', 'linked');
  });

  it('offers every repository, also one that is new', async () => {
    const { session } = await extension();
    const all = ['shop', 'linked', 'above/one', 'above/two', 'whole/packages/part', 'super'].map(at);
    assert.deepEqual(
      (await session.choices()).filter(folder => all.includes(folder)),
      all,
    );
    assert.ok(!(await session.choices()).includes(at('above')));
    mkdirSync(at('above/three'));
    try {
      execFileSync('git', ['init', '--quiet', at('above/three')]);
      assert.ok((await session.choices()).includes(at('above/three')));
    } finally {
      rmSync(at('above/three'), { recursive: true, force: true });
    }
  });

  it('leaves a repository that is removed', async () => {
    const { session } = await extension();
    mkdirSync(at('above/four'));
    execFileSync('git', ['init', '--quiet', at('above/four')]);
    writeFileSync(at('above/four/file.txt'), 'four\n');
    await open('above/four/file.txt');
    await answersWhere(({ name }) => name === 'four');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(at('above/four'), { recursive: true, force: true });
    while (session.state.kind !== 'answers' || session.state.name === 'four') {
      await session.refresh();
      await pause(20);
    }
    assert.ok(!(await session.choices()).includes(at('above/four')));
  });
});
