import type { Commit } from '../model/commit.ts';
import type { GitAnswers } from './gitAnswers.ts';
import type { Snapshot } from './snapshot.ts';

const DAY = 86_400;
/** Work older than that is seldom written about any more, and reading less is quick in any history. */
const OLDEST_SECONDS = 180 * DAY;
/** As flow asks, so that both share git's answer. */
const OLDEST_BRANCH_SECONDS = 90 * DAY;
const MAX_KEYS = 1000;

/** Ticket keys of open branches, then of main's commits of half a year, newest first. Nothing else of them is kept. */
export async function knownTickets(
  git: Pick<GitAnswers, 'openBranches' | 'history'>,
  { facts, rules }: Pick<Snapshot, 'facts' | 'rules'>,
  now: number,
): Promise<readonly string[]> {
  const { main } = facts;
  if (main === null) return [];
  // The same question all day long.
  const today = Math.floor(now / DAY) * DAY;
  const keys = new Set<string>();
  const take = (commits: readonly Commit[]) => {
    for (const { facts: message } of commits)
      for (const key of [...message.titleKeys, ...message.closes, ...message.bodyKeys])
        if (keys.size < MAX_KEYS) keys.add(key);
  };
  const { branches } = await git.openBranches({ main, rules, since: today - OLDEST_BRANCH_SECONDS });
  for (const branch of branches) {
    if (branch.facts.key !== null) keys.add(branch.facts.key);
    take(branch.commits);
  }
  await git.history({ main, rules, since: today - OLDEST_SECONDS }, take);
  return [...keys];
}
