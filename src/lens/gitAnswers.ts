import { CancelledError } from '../model/problem.ts';
import type { RepositoryFacts } from '../model/branch.ts';
import type { Commit } from '../model/commit.ts';
import type { OpenBranches, RepositoryPort, TagFacts } from '../model/ports/gitPort.ts';
import { createCells } from './cell.ts';

/** A repository that asks git each question once, until it is told that HEAD, a ref or the config changed. */
export interface GitAnswers extends RepositoryPort {
  forget(): void;
  /** Files of the work tree were saved, added or removed. */
  forgetFiles(): void;
}

/**
 * Keeps git's small answers, so that editing files runs no process. They are shared by all callers, so no caller's signal
 * reaches git: one that gives up must not fail the others.
 */
export function keepGitAnswers(repository: RepositoryPort): GitAnswers {
  const facts = createCells<RepositoryFacts>();
  const commits = createCells<readonly Commit[]>();
  const config = createCells<readonly string[]>();
  const known = createCells<ReadonlySet<string>>();
  const tags = createCells<readonly string[]>();
  const releaseTags = createCells<readonly TagFacts[]>();
  const openBranches = createCells<OpenBranches>();
  const mentions = createCells<readonly Commit[]>();
  const between = createCells<boolean>();
  const tracked = createCells<ReadonlySet<string>>();
  const held = createCells<ReadonlySet<string>>();
  const ignoring = createCells<readonly string[]>();
  return {
    ...repository,
    facts: (wantedMain, rules, signal) =>
      unlessAborted(
        facts.get(keyOf(wantedMain, rules), () => repository.facts(wantedMain, rules)),
        signal,
      ),
    commitsSince: (main, tip, rules, limit, signal) =>
      unlessAborted(
        commits.get(keyOf(main.hash, main.name, tip, rules, limit), () =>
          repository.commitsSince(main, tip, rules, limit),
        ),
        signal,
      ),
    branchConfig: (ref, key, signal) =>
      unlessAborted(
        config.get(keyOf(ref, key), () => repository.branchConfig(ref, key)),
        signal,
      ),
    knownCommits: (names, signal) =>
      unlessAborted(
        known.get(keyOf(names), () => repository.knownCommits(names)),
        signal,
      ),
    tags: signal =>
      unlessAborted(
        tags.get('', () => repository.tags()),
        signal,
      ),
    releaseTags: signal =>
      unlessAborted(
        releaseTags.get('', () => repository.releaseTags()),
        signal,
      ),
    openBranches: (request, signal) =>
      unlessAborted(
        openBranches.get(keyOf(request), () => repository.openBranches(request)),
        signal,
      ),
    mentions: (request, signal) =>
      unlessAborted(
        mentions.get(keyOf(request), () => repository.mentions(request)),
        signal,
      ),
    changedBetween: (since, until, path, signal) =>
      unlessAborted(
        between.get(keyOf(since, until, path), () => repository.changedBetween(since, until, path)),
        signal,
      ),
    tracked: (paths, signal) =>
      unlessAborted(
        tracked.get(keyOf(paths), () => repository.tracked(paths)),
        signal,
      ),
    heldTexts: (texts, except, signal) =>
      unlessAborted(
        held.get(keyOf(texts, except), () => repository.heldTexts(texts, except)),
        signal,
      ),
    ignoreRevsFiles: signal =>
      unlessAborted(
        ignoring.get('', () => repository.ignoreRevsFiles()),
        signal,
      ),
    forgetFiles() {
      for (const kept of [tracked, held]) kept.clear();
    },
    forget() {
      for (const kept of [facts, commits, config, known, tags, releaseTags, openBranches]) kept.clear();
      for (const kept of [mentions, between, tracked, held, ignoring]) kept.clear();
    },
  };
}

/** The value, or a `CancelledError` for a caller that no longer wants it. */
export async function unlessAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  const value = await promise;
  if (signal?.aborted === true) throw new CancelledError();
  return value;
}

function keyOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
