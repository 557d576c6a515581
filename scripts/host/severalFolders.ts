import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { WorkspaceMaker } from './hostWorkspace.ts';
import { gitTestEnvironment } from './testEnvironment.ts';

const run = promisify(execFile);

/**
 * A workspace of five folders: `shop`, a repository; `linked`, another work tree of it; `above`, which is in no repository
 * and holds `one` and `two`; `whole/packages/part`, a part of one; and `super`, which has the submodule `module`. Each
 * repository is on a branch with a ticket of its own.
 */
export const prepareSeveralFolders: WorkspaceMaker = async parent => {
  const git = async (folder: string, ...args: string[]) => {
    const env = { ...process.env, ...gitTestEnvironment('2026-11-02T09:00:00Z') };
    await run('git', ['-c', 'protocol.file.allow=always', ...args], { cwd: path.join(parent, folder), env });
  };
  const repository = async (folder: string, branch: string) => {
    await mkdir(path.join(parent, folder, 'packages', 'part'), { recursive: true });
    await writeFile(path.join(parent, folder, 'packages', 'part', 'file.txt'), `${folder}\n`);
    await git(folder, 'init', '--quiet', '--initial-branch=main');
    await git(folder, 'add', '--all');
    await git(folder, 'commit', '--quiet', '-m', 'Begin');
    await git(folder, 'switch', '--quiet', '--create', branch);
  };
  await repository('shop', 'feature/PAY-101-shop');
  await git('shop', 'worktree', 'add', '--quiet', '-b', 'feature/PAY-102-linked', path.join(parent, 'linked'));
  await repository('above/one', 'feature/PAY-201-one');
  await repository('above/two', 'feature/PAY-202-two');
  await writeFile(path.join(parent, 'above', 'notes.txt'), 'In no repository.\n');
  await repository('whole', 'feature/PAY-301-whole');
  await repository('module', 'main-of-module');
  await repository('super', 'feature/PAY-401-super');
  await git('super', 'submodule', '--quiet', 'add', path.join(parent, 'module'), 'module');
  await git('super/module', 'switch', '--quiet', '--create', 'feature/PAY-402-module');

  const folders = ['shop', 'linked', 'above', 'whole/packages/part', 'super'].map(name => ({ path: name }));
  const file = path.join(parent, 'several.code-workspace');
  await writeFile(file, JSON.stringify({ folders }));
  return file;
};
