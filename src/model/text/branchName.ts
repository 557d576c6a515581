import { ticketKeyInBranch, type KeyRules } from './ticketKeys.ts';

const KINDS = {
  feature: 'feature',
  feat: 'feature',
  fix: 'fix',
  bugfix: 'bugfix',
  hotfix: 'hotfix',
  release: 'release',
  chore: 'chore',
  docs: 'docs',
  refactor: 'refactor',
  test: 'test',
  ci: 'ci',
  build: 'build',
  revert: 'revert',
  deps: 'deps',
} as const;
export type BranchKind = (typeof KINDS)[keyof typeof KINDS];

/**
 * All that is ever carried of a branch: what kind it is, its ticket key, and the words after the key.
 * Every other part of the name may hold somebody's name and is dropped here.
 */
export interface BranchFacts {
  readonly kind: BranchKind | null;
  readonly key: string | null;
  readonly words: readonly string[];
}

/** Reads a branch's short name (without `refs/heads/`). */
export function readBranchName(name: string, rules: KeyRules): BranchFacts {
  const kind = name
    .toLowerCase()
    .split(/[/-]/)
    .map(part => (Object.hasOwn(KINDS, part) ? KINDS[part as keyof typeof KINDS] : null))
    .slice(0, 2)
    .find(found => found !== null);
  const key = ticketKeyInBranch(name, rules);
  const after = key === null ? '' : (name.slice(key.end).split('/')[0] ?? '');
  return { kind: kind ?? null, key: key?.key ?? null, words: words(after).slice(0, 12) };
}

/** How the branch is named to people: rebuilt from its facts, so that nothing else of its name can show. */
export function branchLabel(facts: BranchFacts): string {
  if (facts.key === null) return facts.kind === null ? 'this branch' : `this ${facts.kind} branch`;
  const name = [facts.key, ...facts.words].join('-');
  return facts.kind === null ? name : `${facts.kind}/${name}`;
}

/** The words of a branch's last segment, as a proposal that a person edits; never stored or shown elsewhere. */
export function proposalFromBranch(name: string): string {
  return words(name.split('/').at(-1) ?? '').join(' ');
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
