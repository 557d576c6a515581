import assert from 'node:assert/strict';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WorkspaceMaker } from '../../scripts/host/hostWorkspace.ts';
import { setSidebarWidth } from './support/sidebar.ts';
import { useVscode, type SessionOptions } from './support/vscodeSession.ts';
import { changed, emptyRepository, git, plainFolder } from './support/workspaces.ts';

interface State extends SessionOptions {
  readonly what: string;
  readonly workspace: WorkspaceMaker;
  /** The words that say what is so. */
  readonly says: RegExp;
  /** The button that leads on; null where there is none. */
  readonly offers: string | null;
}

const epic = (folder: string) => path.join(folder, 'outcomes/PAY-100-guest-checkout.md');

async function edit(folder: string, from: string, to: string): Promise<void> {
  const text = await readFile(epic(folder), 'utf8');
  assert.ok(text.includes(from));
  await writeFile(epic(folder), text.replace(from, to));
}

const STATES: readonly State[] = [
  {
    what: 'a folder without a repository',
    workspace: plainFolder,
    says: /No git repository here/,
    offers: 'Open Folder',
  },
  {
    what: 'a folder that is not trusted',
    workspace: changed(() => Promise.resolve()),
    trusted: false,
    says: /Restricted Mode/,
    offers: 'Manage Workspace Trust',
  },
  {
    what: 'a repository without a commit',
    workspace: emptyRepository,
    says: /No outcome yet/,
    offers: 'Write Anticipated Outcome',
  },
  {
    what: 'the main branch',
    workspace: changed(folder => git(folder, 'switch', '--quiet', 'main')),
    says: /This is main/,
    offers: 'Open Insights',
  },
  {
    what: 'a detached HEAD',
    workspace: changed(folder => git(folder, 'checkout', '--quiet', '--detach')),
    says: /No branch is checked out/,
    offers: null,
  },
  {
    what: 'a branch without a ticket',
    workspace: changed(folder => git(folder, 'switch', '--quiet', '--create', 'spike/ideas', 'main')),
    says: /No ticket found/,
    offers: 'Write Anticipated Outcome',
  },
  {
    what: 'a ticket without an epic',
    workspace: changed(folder => git(folder, 'switch', '--quiet', '--create', 'PAY-999-x', 'main')),
    says: /No epic has PAY-999/,
    offers: 'Write Anticipated Outcome',
  },
  {
    what: 'no epic at all',
    workspace: changed(async folder =>
      git(folder, 'rm', '-rq', 'outcomes')
        .then(() => git(folder, 'commit', '-qm', 'x'))
        .then(() => git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD'))
        .then(() => git(folder, 'branch', '-f', 'main')),
    ),
    says: /^No outcome yet$/,
    offers: 'Write Anticipated Outcome',
  },
  {
    what: 'an epic without an outcome',
    workspace: changed(folder =>
      edit(folder, 'statement: Guests pay without an account, so fewer carts are abandoned.', "statement: ''"),
    ),
    says: /No anticipated outcome/,
    offers: 'Write Anticipated Outcome',
  },
  {
    what: 'a broken epic file',
    workspace: changed(folder => edit(folder, 'stage: qa', 'stage: [qa')),
    says: /YAML is broken|line \d+/,
    offers: 'Open',
  },
  {
    what: 'an epic that only main has',
    workspace: changed(async folder =>
      git(folder, 'rm', '-q', 'outcomes/PAY-100-guest-checkout.md').then(() => git(folder, 'commit', '-qm', 'x')),
    ),
    says: /read from main/,
    offers: null,
  },
  {
    what: 'a shallow clone',
    workspace: async parent => {
      const full = await changed(folder => appendFile(path.join(folder, 'README.md'), '\n'))(parent);
      const shallow = path.join(parent, 'shallow');
      await git(parent, 'clone', '--quiet', '--depth=1', `file://${full}`, shallow);
      return shallow;
    },
    says: /shallow clone/,
    offers: null,
  },
];

for (const state of STATES)
  describe(`the Outcome view of ${state.what}`, () => {
    const vscode = useVscode(state);

    it('says what is so and offers the way on', async () => {
      await vscode().openSidebar();
      const frame = await vscode().webview('#app');
      await frame.getByText(state.says).filter({ visible: true }).first().waitFor();
      if (state.offers !== null)
        await frame.getByText(state.offers, { exact: true }).filter({ visible: true }).first().waitFor();
      assert.deepEqual(await vscode().axe(frame), []);
      for (const theme of ['dark', 'light', 'highContrast'] as const) {
        await vscode().setTheme(theme);
        for (const width of [360, 800]) {
          await setSidebarWidth(vscode().page, width);
          await vscode().screenshot(`state ${state.what} ${theme} ${width}`);
        }
      }
      assert.deepEqual(vscode().cspViolations(), []);
    });
  });
