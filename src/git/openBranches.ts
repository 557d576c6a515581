import { stat } from 'node:fs/promises';
import type { Commit } from '../model/commit.ts';
import type { OpenBranches, OpenBranchesRequest } from '../model/ports/gitPort.ts';
import { readBranchName } from '../model/text/branchName.ts';
import { isLastingLine } from '../model/text/lastingLine.ts';
import { COMMIT_FORMAT, createCommitParser } from './commitParser.ts';
import type { GitClient } from './gitClient.ts';
import { findLanded, type OwnWork } from './landed.ts';
import type { Layout } from './layout.ts';
import { shortBranchName } from './names.ts';
import { createSplitter, toTheEnd } from './pieces.ts';
import { readSettings } from './settings.ts';

const BRANCH_FORMAT = '%(refname)%00%(objectname)%00%(committerdate:unix)%00%(symref)';
const LINE_FEED = 10;

const MOST_BRANCHES = 200;
const MOST_COMMITS_OF_ONE = 500;
const MOST_COMMITS = 20_000;

interface Tip {
  /** For git and `readBranchName` only. */
  readonly name: string;
  readonly hash: string;
  /** Epoch seconds. */
  readonly at: number;
}

interface Tips {
  readonly seen: boolean;
  /** Newest first; of a branch that is the same here and on a remote, the first. */
  readonly open: readonly Tip[];
  /** Hashes of release lines and environments, however old: what they hold is on its way elsewhere. */
  readonly lasting: readonly string[];
}

/**
 * Branches with commits that neither main nor a lasting line has, newest first, at most 200 with at most 500 commits each. A
 * branch that has main's name is main, here or on a remote. In a partial clone no branch counts as landed: telling needs
 * contents of files.
 */
export async function readOpenBranches(
  client: GitClient,
  layout: Pick<Layout, 'root' | 'fetchHeads'>,
  request: OpenBranchesRequest,
  signal?: AbortSignal,
): Promise<OpenBranches> {
  const { root } = layout;
  const { main, rules } = request;
  const [tips, fetchedAt, { partialClone }] = await Promise.all([
    readTips(client, root, request, signal),
    lastFetch(layout.fetchHeads),
    readSettings(client, root, signal),
  ]);
  const { seen } = tips;
  if (tips.open.length === 0) return { seen, branches: [], truncated: false, fetchedAt };
  const unlanded = await readUnlanded(client, root, request, tips, signal);
  const own = tips.open.flatMap(({ name, hash }) => {
    const work = ownWork(hash, unlanded.commits, unlanded.whole);
    return work.commits.length === 0 ? [] : [{ name, work }];
  });
  const shown = own.slice(0, MOST_BRANCHES);
  const works = shown.map(({ work }) => work);
  const landed = partialClone ? new Set() : await findLanded(client, root, main, works, signal);
  return {
    seen,
    branches: shown.map(({ name, work }) => ({
      facts: readBranchName(name, rules),
      commits: work.commits,
      landed: landed.has(work),
    })),
    truncated: own.length > shown.length || !unlanded.whole,
    fetchedAt,
  };
}

async function readTips(
  client: GitClient,
  root: string,
  { main, since }: OpenBranchesRequest,
  signal: AbortSignal | undefined,
): Promise<Tips> {
  const tips = new Map<string, Tip>();
  const lasting = new Set<string>();
  let seen = false;
  const parse = createSplitter(LINE_FEED, line => {
    const [ref = '', hash = '', at, target] = line.toString('utf8').split('\0');
    const tip = { name: shortBranchName(ref), hash, at: Number(at) };
    const isMain = ref === main.ref || tip.name === main.name;
    const same = `${tip.name} ${hash}`;
    if (target !== '' || isMain) return;
    const isLasting = isLastingLine(tip.name);
    if (isLasting) lasting.add(hash);
    else seen = true;
    if (!isLasting && tip.at >= since && !tips.has(same)) tips.set(same, tip);
  });
  const below = ['refs/heads', 'refs/remotes'] as const;
  await client.stream(root, { stream: 'refs', format: BRANCH_FORMAT, below }, toTheEnd(parse), signal);
  return { seen, open: [...tips.values()].sort((a, b) => b.at - a.at), lasting: [...lasting] };
}

/** Commits that main and the lasting lines lack. `whole`: there are no more of them. */
async function readUnlanded(
  client: GitClient,
  root: string,
  { main, rules }: OpenBranchesRequest,
  tips: Tips,
  signal: AbortSignal | undefined,
): Promise<{ readonly commits: ReadonlyMap<string, Commit>; readonly whole: boolean }> {
  const commits = new Map<string, Commit>();
  const parse = createCommitParser({ rules, main: main.name });
  let whole = true;
  const take = (bytes: Buffer) => {
    for (const commit of parse(bytes)) {
      whole = commits.size < MOST_COMMITS;
      if (!whole) return false;
      commits.set(commit.hash, commit);
    }
    return true;
  };
  const from = { tips: tips.open.map(tip => tip.hash), without: [main.hash, ...tips.lasting], merges: true };
  await client.stream(root, { stream: 'walk', format: COMMIT_FORMAT, ...from }, take, signal);
  return { commits, whole };
}

/** Walks back from a tip to main or a lasting line. Of a large branch the commits nearest to its tip are taken. */
function ownWork(tip: string, unlanded: ReadonlyMap<string, Commit>, all: boolean): OwnWork {
  const commits: Commit[] = [];
  const bases: string[] = [];
  const seen = new Set([tip]);
  let whole = all;
  for (const hash of seen) {
    const commit = unlanded.get(hash);
    if (commit === undefined) bases.push(hash);
    else {
      if (commit.parents.length < 2) commits.push(commit);
      for (const parent of commit.parents) seen.add(parent);
    }
    if (commits.length === MOST_COMMITS_OF_ONE) {
      whole = false;
      break;
    }
  }
  return { tip, commits: commits.sort((a, b) => b.landed - a.landed), bases, whole };
}

/** Epoch seconds of the newest of these files; null when none is there. Never what is in them: that names remotes. */
async function lastFetch(files: readonly string[]): Promise<number | null> {
  const times = await Promise.all(
    files.map(async file => {
      try {
        return Math.floor((await stat(file)).mtimeMs / 1000);
      } catch {
        return null;
      }
    }),
  );
  const known = times.filter(time => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
