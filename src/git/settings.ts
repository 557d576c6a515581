import type { BranchConfigKey } from '../model/ports/gitPort.ts';
import { branchSetting } from './commands/changes.ts';
import type { GitClient } from './gitClient.ts';

/** What the repository's own config says, as far as it is read at all. */
export interface Settings {
  /** Objects may be missing here and be had from a server only. */
  readonly partialClone: boolean;
  /** Values by the setting's full name, in order. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Reads the handful of settings that answers use; never names, mail addresses or remotes' addresses. */
export async function readSettings(client: GitClient, root: string, signal?: AbortSignal): Promise<Settings> {
  const answer = await client.read(root, { read: 'settings' }, signal);
  const values = new Map<string, string[]>();
  for (const entry of answer.split('\0')) {
    const end = entry.indexOf('\n');
    if (entry === '') continue;
    const name = end === -1 ? entry : entry.slice(0, end);
    const value = end === -1 ? 'true' : entry.slice(end + 1);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const promisor = [...values].some(([name, [value]]) => name.endsWith('.promisor') && value === 'true');
  return { partialClone: promisor || values.has('extensions.partialclone'), values };
}

/** The values of one setting of a local branch; [] when none. */
export async function branchConfig(
  client: GitClient,
  root: string,
  ref: string,
  key: BranchConfigKey,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const name = branchSetting(ref, key);
  return (await readSettings(client, root, signal)).values.get(name) ?? [];
}
