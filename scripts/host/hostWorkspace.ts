import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { guestCheckoutEpic } from './guestCheckoutEpic.ts';
import { gitTestEnvironment } from './testEnvironment.ts';

const run = promisify(execFile);

/** Makes the repository that the host suite opens, inside a fresh folder, and returns the repository's own folder. */
export type WorkspaceMaker = (parent: string) => Promise<string>;

/**
 * A small shop with one epic: two commits on main, two on `feature/PAY-101-guest-form`, which is checked out, and a bare
 * `origin` whose HEAD is main.
 */
export const prepareWorkspace: WorkspaceMaker = async parent => {
  const folder = path.join(parent, 'guest-shop');
  const origin = path.join(parent, 'origin.git');
  await mkdir(folder, { recursive: true });
  const git = async (cwd: string, args: string[], date = '2026-11-02T09:00:00Z') => {
    await run('git', args, { cwd, env: { ...process.env, ...gitTestEnvironment(date) } });
  };
  const commit = async (date: string, subject: string, files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await git(folder, ['add', '--all'], date);
    await git(folder, ['commit', '--quiet', '-m', subject], date);
  };

  await git(parent, ['init', '--quiet', '--bare', '--initial-branch=main', origin]);
  await git(folder, ['init', '--quiet', '--initial-branch=main']);
  await commit('2026-11-02T09:00:00Z', 'Add the cart', {
    'src/cart.ts': 'export const total = (prices: number[]) => prices.reduce((sum, price) => sum + price, 0);\n',
    'README.md': '# Guest shop\n',
  });
  await commit('2026-11-03T10:30:00Z', 'PAY-100 Say why guests should be able to pay', {
    'outcomes/PAY-100-guest-checkout.md': guestCheckoutEpic,
  });
  await git(folder, ['remote', 'add', 'origin', origin]);
  await git(folder, ['push', '--quiet', 'origin', 'main']);
  await git(folder, ['remote', 'set-head', 'origin', 'main']);
  await git(folder, ['switch', '--quiet', '--create', 'feature/PAY-101-guest-form']);
  await commit('2026-11-09T11:00:00Z', 'PAY-101 Ask a guest for an address', {
    'src/guestForm.ts': "export const fields = ['email', 'street', 'city'];\n",
  });
  await commit('2026-11-10T15:45:00Z', 'PAY-101 Refuse an empty address', {
    'src/guestForm.ts':
      "export const fields = ['email', 'street', 'city'];\n\nexport const isComplete = (values: string[]) => values.every(value => value !== '');\n",
  });
  return folder;
};
