import fc from 'fast-check';
import type { Commit } from '../../../../src/model/commit.ts';
import type { BranchFacts, BranchKind } from '../../../../src/model/text/branchName.ts';
import type { MergeFacts, MessageFacts } from '../../../../src/model/text/commitMessage.ts';
import { CONVENTIONS } from '../../../../src/model/text/conventions.ts';
import type { RevertFacts } from '../../../../src/model/text/revertMessage.ts';

const KINDS: readonly BranchKind[] = [
  ...(['feature', 'fix', 'bugfix', 'hotfix', 'release', 'chore', 'docs'] as const),
  ...(['refactor', 'test', 'ci', 'build', 'revert', 'deps'] as const),
];

const key = fc.oneof(
  fc.tuple(fc.constantFrom('PAY', 'X9_A', 'KAFKA'), fc.integer({ min: 1, max: 9_999_999 })).map(part => part.join('-')),
  fc.integer({ min: 1, max: 999_999_999 }).map(number => `#${number}`),
  fc.string({ maxLength: 30 }),
);
const number = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.constantFrom(0, 1e23, Infinity));
const token = fc.integer({ min: 0, max: 0xffffffff });
const hex = fc.stringMatching(/^[0-9a-f]{7,64}$/);
const orNull = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(values, { nil: null });

function record<Value>(fields: { [Field in keyof Value]: fc.Arbitrary<Value[Field]> }): fc.Arbitrary<Value> {
  return fc.record<Value>(fields, { noNullPrototype: true });
}

/** Everything that a message can say, but for words that are not kept. */
export const arbitraryFacts: fc.Arbitrary<MessageFacts> = record<MessageFacts>({
  titleToken: token,
  titleKeys: fc.array(key, { maxLength: 4 }),
  closes: fc.array(key, { maxLength: 4 }),
  bodyKeys: fc.array(key, { maxLength: 4 }),
  number: orNull(number),
  squash: fc.boolean(),
  merge: orNull(
    record<MergeFacts>({
      branch: orNull(
        record<BranchFacts>({
          kind: orNull(fc.constantFrom(...KINDS)),
          key: orNull(key),
          words: fc.constant<readonly string[]>([]),
        }),
      ),
      ofMain: fc.boolean(),
      ofReleaseLine: fc.boolean(),
      branchToken: orNull(token),
      titleToken: orNull(token),
    }),
  ),
  revert: orNull(
    record<RevertFacts>({
      hash: orNull(hex),
      number: orNull(number),
      title: orNull(token),
      change: orNull(token),
      key: orNull(key),
      reapply: fc.boolean(),
    }),
  ),
  cherryPickedFrom: orNull(hex),
  convention: orNull(fc.constantFrom(...CONVENTIONS)),
  breaking: fc.boolean(),
  saysFix: fc.boolean(),
  looksAutomated: fc.boolean(),
});

/** Commits with hashes of `digits` digits, whose parents are any others, those that are not there too. */
export function arbitraryCommits(digits: number): fc.Arbitrary<readonly Commit[]> {
  const hash = fc.nat({ max: 40 }).map(at => hashOf(at, digits));
  return fc.uniqueArray(
    record<Commit>({
      hash,
      parents: fc.uniqueArray(hash, { maxLength: 5 }),
      written: fc.integer({ min: -1e10, max: 1e12 }),
      landed: fc.integer({ min: -1e10, max: 1e12 }),
      facts: arbitraryFacts,
    }),
    { maxLength: 30, selector: commit => commit.hash },
  );
}

/** Some hash for a number; those of near numbers share most of their digits. */
export function hashOf(at: number, digits = 40): string {
  return `${at.toString(16).padStart(4, '0')}${'0'.repeat(digits - 12)}${(at % 3).toString(16).padStart(8, 'a')}`;
}

/** A commit with plain fields, for comparing. */
export function plain({ hash, parents, written, landed, facts }: Commit): Commit {
  return { hash, parents: [...parents], written, landed, facts };
}
