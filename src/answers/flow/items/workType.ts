import type { TeamFile } from '../../../model/epic.ts';
import type { BranchKind } from '../../../model/text/branchName.ts';
import { isCertainRevert, type MessageFacts } from '../../../model/text/commitMessage.ts';
import type { Ticket } from '../../../model/ticket.ts';
import { WORK_TYPES, type TypeTier, type WorkType } from '../../../model/work.ts';

type Words = Readonly<Record<string, WorkType>>;

/** Conventional-commit types (conventionalcommits.org, Angular's list and what teams add to it). */
const BY_CONVENTION: Words = {
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

const BY_NAME: Words = Object.fromEntries(WORK_TYPES.map(type => [type, type]));

/** Types that trackers come with, lower case; a task or an improvement may be anything. */
const BY_TICKET: Words = {
  story: 'feature',
  'user story': 'feature',
  feature: 'feature',
  'new feature': 'feature',
  bug: 'defect',
  defect: 'defect',
  incident: 'defect',
  security: 'risk',
  vulnerability: 'risk',
  risk: 'risk',
  'technical debt': 'debt',
  'tech debt': 'debt',
  debt: 'debt',
  chore: 'debt',
};

const BY_LABEL: Words = {
  ...BY_TICKET,
  enhancement: 'feature',
  hotfix: 'defect',
  regression: 'defect',
  documentation: 'debt',
  dependencies: 'debt',
  refactoring: 'debt',
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

/** What may tell what kind of work an item is. */
export interface TypeSigns {
  /** Type of the epic of its ticket. */
  readonly epic: WorkType | null;
  readonly ticket: Ticket | null;
  /** Messages of its commits, and of the commits on main that brought them. */
  readonly own: readonly MessageFacts[];
  readonly landed: readonly MessageFacts[];
  readonly branches: readonly (BranchKind | null)[];
}

export interface TypedWork {
  readonly type: WorkType;
  readonly typeTier: TypeTier;
}

/**
 * What kind of work an item is; the first that answers: its epic's type, its ticket's type, its ticket's labels,
 * conventional-commit types and reverts, the kind of its branch, "fix" in most of its titles. Otherwise unknown, never a
 * guess. `words` are the team's own, lower case: they rename ticket types, labels and conventional types alike.
 */
export function workTypeOf(signs: TypeSigns, words: Words): TypedWork {
  const { epic, ticket, own, landed, branches } = signs;
  const tiers: readonly (readonly [TypeTier, () => WorkType | null])[] = [
    ['epic', () => epic],
    ['ticket', () => wordFor(ticket?.type ?? null, words, BY_TICKET)],
    ['label', () => strongest((ticket?.labels ?? []).map(label => wordFor(label, words, BY_LABEL)))],
    ['convention', () => strongest([...landed, ...own].map(facts => byConvention(facts, words)))],
    ['branch', () => strongest(branches.map(kind => (kind === null ? null : BY_BRANCH[kind])))],
    ['keyword', () => byKeyword(landed, own)],
  ];
  for (const [typeTier, typeOf] of tiers) {
    const type = typeOf();
    if (type !== null) return { type, typeTier };
  }
  return { type: 'unknown', typeTier: 'none' };
}

/** The team's own words for kinds of work, lower case; words for anything else are left out. */
export function typeWords({ workTypes }: Pick<TeamFile, 'workTypes'>): Words {
  return Object.fromEntries(
    Object.entries(workTypes).flatMap(([word, named]) => {
      const type = WORK_TYPES.find(one => one === named);
      return type === undefined ? [] : [[word.toLowerCase(), type]];
    }),
  );
}

/** The kind of work that an epic file names, by the team's own words first; null when it names none. */
export function epicTypeOf(named: string | null, words: Words): WorkType | null {
  return wordFor(named, words, BY_NAME);
}

/** Names may be anything, `constructor` too. */
function wordFor(name: string | null, ...tables: readonly Words[]): WorkType | null {
  if (name === null) return null;
  const key = name.trim().toLowerCase();
  const table = tables.find(words => Object.hasOwn(words, key));
  return table?.[key] ?? null;
}

function byConvention(facts: MessageFacts, words: Words): WorkType | null {
  if (isCertainRevert(facts)) return facts.revert?.reapply === true ? null : 'defect';
  return wordFor(facts.convention, words, BY_CONVENTION);
}

function byKeyword(landed: readonly MessageFacts[], own: readonly MessageFacts[]): WorkType | null {
  const fixes = own.filter(({ saysFix }) => saysFix).length;
  const allLanded = landed.length > 0 && landed.every(({ saysFix }) => saysFix);
  return fixes * 2 > own.length || allLanded ? 'defect' : null;
}

function strongest(types: readonly (WorkType | null)[]): WorkType | null {
  return STRONGEST_FIRST.find(type => types.includes(type)) ?? null;
}
