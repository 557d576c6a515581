import type { BranchKind } from '../../../model/text/branchName.ts';
import type { MessageFacts } from '../../../model/text/commitMessage.ts';
import type { WorkType } from '../../../model/work.ts';

/** Conventional-commit types (conventionalcommits.org, Angular's list and what teams add to it). */
const BY_CONVENTION: Readonly<Record<string, WorkType>> = {
  feat: 'feature',
  feature: 'feature',
  perf: 'feature',
  fix: 'defect',
  bugfix: 'defect',
  hotfix: 'defect',
  revert: 'defect',
  security: 'risk',
  sec: 'risk',
  refactor: 'debt',
  chore: 'debt',
  build: 'debt',
  ci: 'debt',
  test: 'debt',
  tests: 'debt',
  docs: 'debt',
  doc: 'debt',
  style: 'debt',
  deps: 'debt',
};

const BY_BRANCH: Readonly<Record<BranchKind, WorkType>> = {
  feature: 'feature',
  fix: 'defect',
  bugfix: 'defect',
  hotfix: 'defect',
  revert: 'defect',
  release: 'other',
  chore: 'debt',
  docs: 'debt',
  refactor: 'debt',
  test: 'debt',
  ci: 'debt',
  build: 'debt',
  deps: 'debt',
};

/** The type that names a change with several: a feature with two `fix:` commits from its review is a feature. */
const STRONGEST_FIRST: readonly WorkType[] = ['feature', 'risk', 'defect', 'debt', 'other'];

/**
 * What kind of work an item is; the first that answers: the type of its ticket's epic, conventional-commit types and
 * reverts, the kind of the merged branch, "fix" in most of its titles. Otherwise unknown, never a guess.
 * `landed` are the messages on main, `own` those of the change's commits.
 */
export function workTypeOf(
  epicType: WorkType | null,
  landed: readonly MessageFacts[],
  own: readonly MessageFacts[],
): WorkType {
  if (epicType !== null) return epicType;
  return strongest([...landed, ...own].map(byConvention)) ?? strongest(landed.map(byBranch)) ?? byKeyword(landed, own);
}

function byConvention({ convention, revert }: MessageFacts): WorkType | null {
  if (revert !== null) return revert.reapply ? null : 'defect';
  return convention === null ? null : (BY_CONVENTION[convention] ?? null);
}

function byBranch({ merge }: MessageFacts): WorkType | null {
  const kind = merge?.branch?.kind ?? null;
  return kind === null ? null : BY_BRANCH[kind];
}

function byKeyword(landed: readonly MessageFacts[], own: readonly MessageFacts[]): WorkType {
  const fixes = own.filter(({ saysFix }) => saysFix).length;
  return fixes * 2 > own.length || landed.every(({ saysFix }) => saysFix) ? 'defect' : 'unknown';
}

function strongest(types: readonly (WorkType | null)[]): WorkType | null {
  return STRONGEST_FIRST.find(type => types.includes(type)) ?? null;
}
