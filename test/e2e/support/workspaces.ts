import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { prepareWorkspace, type WorkspaceMaker } from '../../../scripts/host/hostWorkspace.ts';
import { gitTestEnvironment } from '../../../scripts/host/testEnvironment.ts';
import { makeSampleRepository } from '../../../scripts/sample/makeSampleRepository.ts';

const run = promisify(execFile);

/** Runs git in a folder and returns what it printed. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, ...gitTestEnvironment('2026-11-12T09:00:00Z') };
  return (await run('git', args, { cwd: folder, env })).stdout.trim();
}

/** The demo's repository. */
export const sampleRepository: WorkspaceMaker = async parent => {
  const folder = path.join(parent, 'web-shop');
  await makeSampleRepository(folder);
  return folder;
};

/** The host suite's repository, changed. */
export function changed(change: (folder: string) => Promise<unknown>): WorkspaceMaker {
  return async parent => {
    const folder = await prepareWorkspace(parent);
    await change(folder);
    return folder;
  };
}

export const plainFolder: WorkspaceMaker = async parent => {
  const folder = path.join(parent, 'notes');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'notes.txt'), 'No repository here.\n');
  return folder;
};

export const emptyRepository: WorkspaceMaker = async parent => {
  const folder = path.join(parent, 'newborn');
  await mkdir(folder, { recursive: true });
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  return folder;
};
