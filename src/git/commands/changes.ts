import type { BranchConfigKey, WritableBranchConfigKey } from '../../model/ports/gitPort.ts';
import { ProblemError } from '../../model/problem.ts';
import { isEpicKey } from '../../model/text/ticketKeys.ts';
import { isBranchRef } from '../names.ts';
import { command, type GitCommand } from './command.ts';

/** The only writes: a ticket key in the config section of a branch. */
export type GitChange =
  | {
      readonly change: 'set' | 'add';
      readonly ref: string;
      readonly key: WritableBranchConfigKey;
      readonly value: string;
    }
  | { readonly change: 'unset'; readonly ref: string; readonly key: WritableBranchConfigKey };

/** The command of a config change. Rejects a value that is no ticket key with `ticket/invalid-key`. */
export function changeCommand(change: GitChange): GitCommand {
  const name = branchSetting(change.ref, change.key);
  if (change.change === 'unset') return command('config', '--local', '--unset-all', name);
  if (!isEpicKey(change.value)) throw new ProblemError({ code: 'ticket/invalid-key' });
  return command('config', '--local', change.change === 'set' ? '--replace-all' : '--add', name, change.value);
}

/** `refs/heads/x` -> `branch.x.<key>`. Throws a TypeError when `ref` is no local branch. */
export function branchSetting(ref: string, key: BranchConfigKey): string {
  if (!isBranchRef(ref) || !ref.startsWith('refs/heads/')) throw new TypeError('not a local branch');
  return `branch.${ref.slice('refs/heads/'.length)}.${key}`;
}
