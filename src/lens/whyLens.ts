import { associatedTickets } from '../answers/why/associatedTickets.ts';
import { whyOfBranch } from '../answers/why/whyOfBranch.ts';
import { tipOfBranch } from '../model/branch.ts';
import { ProblemError } from '../model/problem.ts';
import type { BranchConfigKey } from '../model/ports/gitPort.ts';
import { readBranchName } from '../model/text/branchName.ts';
import { isEpicKey } from '../model/text/ticketKeys.ts';
import type { WhyAnswer } from '../model/why.ts';
import type { GitAnswers } from './gitAnswers.ts';
import { createOutcomesReader, keyRules } from './outcomesFolder.ts';
import type { LensPorts } from './ports.ts';
import type { Snapshot } from './snapshot.ts';
import { treeOf } from './sources.ts';

/** Enough to see which tickets a branch is about; more would only cost time. */
export const MAX_BRANCH_COMMITS = 500;

/** Looks up what is known of the snapshot's branch, then lets the pure answer judge. */
export async function answerWhy(ports: LensPorts, git: GitAnswers, snapshot: Snapshot): Promise<WhyAnswer> {
  const { facts, savedRules, outcomes } = snapshot;
  const { head, main } = facts;
  const tip = tipOfBranch(head);
  // A branch that only a remote has can have no settings here.
  const local = head.kind !== 'detached' && head.ref.startsWith('refs/heads/') ? head.ref : null;
  const config = (key: BranchConfigKey) => (local === null ? Promise.resolve([]) : git.branchConfig(local, key));
  const [pins, ignored, associated, commits] = await Promise.all([
    config('outcomelens-ticket'),
    config('outcomelens-ignore'),
    config('gk-associated-issues'),
    tip !== null && main !== null && main.hash !== tip
      ? git.commitsSince(main, tip, savedRules, MAX_BRANCH_COMMITS + 1)
      : Promise.resolve([]),
  ]);
  const pin = pins.at(-1) ?? null;
  return whyOfBranch({
    repository: facts,
    evidence: {
      pin: pin !== null && isEpicKey(pin) ? pin : null,
      ignored,
      associated: associatedTickets(associated),
      commits: commits.slice(0, MAX_BRANCH_COMMITS),
    },
    commitsTruncated: commits.length > MAX_BRANCH_COMMITS,
    outcomes,
    now: ports.now(),
  });
}

/**
 * The why of another branch. Its own tree counts before main's; the work tree belongs to the current branch and does not
 * count, but for the team file. Rejects with `branch/not-found`.
 */
export async function answerWhyOf(
  ports: LensPorts,
  git: GitAnswers,
  snapshot: Snapshot,
  branch: string,
  signal?: AbortSignal,
): Promise<WhyAnswer> {
  const tip = await git.branchTip(branch, signal);
  if (tip === null) throw new ProblemError({ code: 'branch/not-found', detail: branch });
  const tree = treeOf(git, tip.hash, 'branch', signal);
  const { team } = snapshot.outcomes;
  const sources = snapshot.main === null ? [tree] : [tree, snapshot.main];
  const outcomes = await createOutcomesReader(ports).read(sources, team);
  const rules = keyRules(team, outcomes.epics);
  const name = tip.ref.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
  const head = { kind: 'branch' as const, ref: tip.ref, hash: tip.hash, facts: readBranchName(name, rules) };
  return answerWhy(ports, git, { ...snapshot, facts: { ...snapshot.facts, head }, rules, savedRules: rules, outcomes });
}
