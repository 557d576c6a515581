import { createGit } from '../../src/git/openGit.ts';
import type { GroupSize } from '../../src/model/work.ts';
import { makeRepo, testEnvironment, type Person, type TestRepo } from './repo.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });

/** An invented author. */
export function person(name: string, email: string): Person {
  return { name, email };
}

/** One commit of each, in order. */
export function commitsOf(repo: TestRepo, ...people: readonly Person[]): string[] {
  return people.map(author => repo.commit('work', { author }));
}

/** The gate's answer for one set in which each commit is an item. */
export async function sizeOf(repo: TestRepo, commits: readonly string[]): Promise<GroupSize> {
  const opened = await git.open(repo.dir);
  const reading = await opened.groupSizes([{ items: commits.map(commit => [commit]) }]);
  return reading.sets[0]!;
}

/** The band of a repository with one commit of each. */
export async function bandOf(...people: readonly Person[]): Promise<string> {
  const repo = makeRepo();
  return (await sizeOf(repo, commitsOf(repo, ...people))).band;
}
