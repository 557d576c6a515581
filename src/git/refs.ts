import type { HeadState, MainBranch, RepositoryFacts } from '../model/branch.ts';
import { readBranchName } from '../model/text/branchName.ts';
import type { KeyRules } from '../model/text/ticketKeys.ts';
import { ProblemError } from '../model/problem.ts';
import type { GitClient } from './gitClient.ts';
import type { Layout } from './layout.ts';
import { isBranchRef, isFullHash, isShortHash, shortBranchName } from './names.ts';
import { readPause } from './paused.ts';
import { readSettings } from './settings.ts';

const COMMON_NAMES = ['main', 'master', 'trunk', 'develop'];
const ORIGIN_HEAD = 'refs/remotes/origin/HEAD';

/** HEAD, the main branch and what limits the answers, as they are now. */
export async function readFacts(
  client: GitClient,
  layout: Layout,
  wantedMain: string | null,
  rules: KeyRules,
  signal?: AbortSignal,
): Promise<RepositoryFacts> {
  const { root } = layout;
  const wanted = wantedMain === null ? [] : branchRefs(wantedMain);
  const common = [
    ...COMMON_NAMES.map(name => `refs/heads/${name}`),
    ...COMMON_NAMES.map(name => `refs/remotes/origin/${name}`),
  ];
  const [head, branches, settings, shallow] = await Promise.all([
    readHead(client, layout, rules, signal),
    readBranches(client, root, [...wanted, ORIGIN_HEAD, ...common], signal),
    readSettings(client, root, signal),
    client.read(root, { read: 'shallow' }, signal),
  ]);
  return {
    root,
    head,
    main: mainBranch(branches, wanted, common, head),
    shallow: shallow.trim() === 'true',
    partialClone: settings.partialClone,
    linkedWorktree: layout.linkedWorktree,
    submodule: layout.submodule,
  };
}

/** The branch that a short name means (local, then of `origin`, then of the remote it names) and its commit. */
export async function branchTip(
  client: GitClient,
  root: string,
  shortName: string,
  signal?: AbortSignal,
): Promise<{ readonly ref: string; readonly hash: string } | null> {
  const refs = branchRefs(shortName);
  if (refs.length === 0) return null;
  const branches = await readBranches(client, root, refs, signal);
  for (const ref of refs) {
    const branch = branches.get(ref);
    if (branch !== undefined) return { ref, hash: branch.hash };
  }
  return null;
}

/** Those of the names that are hashes of 7 to 64 digits and name one commit that is here. */
export async function knownCommits(
  client: GitClient,
  root: string,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const asked = names.filter(name => isShortHash(name.toLowerCase()));
  if (asked.length === 0) return new Set();
  const digits = asked.map(name => name.toLowerCase());
  const hashes = await resolveCommits(client, root, digits, signal);
  // A branch may be called `abcdef1`, and git then prefers it to the commit of that name.
  return new Set(asked.filter((_, at) => hashes[at]?.startsWith(digits[at] ?? '') ?? false));
}

/** Full hash of the one commit that 7 to 64 digits name; null when there is none. */
export async function fullHash(
  client: GitClient,
  root: string,
  digits: string,
  signal?: AbortSignal,
): Promise<string | null> {
  if (!isShortHash(digits)) return null;
  const [hash = null] = await resolveCommits(client, root, [digits], signal);
  // As above: a branch of that name is not meant.
  return hash?.startsWith(digits) === true ? hash : null;
}

/** Names of all tags. */
export async function readTags(client: GitClient, root: string, signal?: AbortSignal): Promise<readonly string[]> {
  return lines(await client.read(root, { read: 'tags' }, signal));
}

async function readHead(
  client: GitClient,
  { root, gitFolder }: Layout,
  rules: KeyRules,
  signal?: AbortSignal,
): Promise<HeadState> {
  const [ref, [hash = null]] = await Promise.all([
    readHeadRef(client, root, signal),
    resolveCommits(client, root, ['HEAD'], signal),
  ]);
  if (ref !== null) {
    const facts = readBranchName(shortBranchName(ref), rules);
    return hash === null ? { kind: 'unborn', ref, facts } : { kind: 'branch', ref, hash, facts };
  }
  if (hash === null) throw new ProblemError({ code: 'git/failed', detail: 'HEAD names no commit' });
  const pause = await readPause(gitFolder);
  const [tip = null] = pause === null ? [] : await resolveCommits(client, root, [pause.ref], signal);
  if (pause === null || tip === null) return { kind: 'detached', hash };
  return { kind: 'paused', ...pause, hash, tip, facts: readBranchName(shortBranchName(pause.ref), rules) };
}

/** null when HEAD is detached. */
async function readHeadRef(client: GitClient, root: string, signal?: AbortSignal): Promise<string | null> {
  try {
    const ref = (await client.read(root, { read: 'headRef' }, signal)).replace(/\n$/, '');
    return isBranchRef(ref) ? ref : null;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.detail?.endsWith('is not a symbolic ref') === true) return null;
    throw error;
  }
}

/** Full hashes in the order of the names (`HEAD`, branch refs or hashes); null where there is no such commit. */
export async function resolveCommits(
  client: GitClient,
  root: string,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<readonly (string | null)[]> {
  const answer = lines(await client.read(root, { read: 'commits', names }, signal));
  return names.map((_, index) => {
    const line = answer[index] ?? '';
    return isFullHash(line) ? line : null;
  });
}

interface Branch {
  readonly hash: string;
  /** Where a symbolic ref points; '' for a plain one. */
  readonly target: string;
}

async function readBranches(
  client: GitClient,
  root: string,
  refs: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Branch>> {
  const answer = lines(await client.read(root, { read: 'branches', refs }, signal));
  return new Map(
    answer.map(line => {
      const [ref = '', hash = '', target = ''] = line.split('\0');
      return [ref, { hash, target }];
    }),
  );
}

function mainBranch(
  branches: ReadonlyMap<string, Branch>,
  wanted: readonly string[],
  common: readonly string[],
  head: HeadState,
): MainBranch | null {
  const first = (refs: readonly string[], how: MainBranch['how']): MainBranch | null => {
    for (const ref of refs) {
      const branch = branches.get(ref);
      if (branch !== undefined) return { ref, hash: branch.hash, name: shortBranchName(ref), how };
    }
    return null;
  };
  return (
    first(wanted, 'team') ?? originHead(branches.get(ORIGIN_HEAD)) ?? first(common, 'commonName') ?? branchOfHead(head)
  );
}

function originHead(branch: Branch | undefined): MainBranch | null {
  if (branch === undefined || !isBranchRef(branch.target)) return null;
  return { ref: branch.target, hash: branch.hash, name: shortBranchName(branch.target), how: 'originHead' };
}

function branchOfHead(head: HeadState): MainBranch | null {
  if (head.kind !== 'branch') return null;
  return { ref: head.ref, hash: head.hash, name: shortBranchName(head.ref), how: 'head' };
}

function branchRefs(shortName: string): string[] {
  const remote = shortName.includes('/') ? [`refs/remotes/${shortName}`] : [];
  return [`refs/heads/${shortName}`, `refs/remotes/origin/${shortName}`, ...remote].filter(isBranchRef);
}

function lines(answer: string): string[] {
  return answer.split('\n').filter(line => line !== '');
}
