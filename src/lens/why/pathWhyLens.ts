import { changeOf, ticketsOfChange } from '../../answers/why/whyOfChange.ts';
import { changesOfPart, whyOfPath, type PathChange } from '../../answers/why/whyOfPath.ts';
import type { Change } from '../../model/changeWhy.ts';
import type { Commit } from '../../model/commit.ts';
import type { ChangedFile, ChangeList, OutcomeChanges, PathPart, PathWhyAnswer } from '../../model/pathWhy.ts';
import type { PathReading } from '../../model/ports/gitPort.ts';
import { ProblemError } from '../../model/problem.ts';
import { isAbsolute, pathInRepository } from '../../model/text/pathInRepository.ts';
import type { GitAnswers } from '../gitAnswers.ts';
import { linkedCommits, MOST_LINKED } from '../linkedCommits.ts';
import type { LensPorts } from '../ports.ts';
import type { Snapshot } from '../snapshot.ts';
import { createFewReads } from './fewReads.ts';

/** The why of files and folders, and the commits behind it. What git said of a commit stays true and is kept. */
export interface PathWhyLens {
  /** `path` inside the repository, '' for all of it. Rejects with `path/not-found` or `file/outside-repository`. */
  ofPath(path: string, snapshot: Snapshot, signal?: AbortSignal): Promise<PathWhyAnswer>;
  /** The commits of one group of that answer. */
  changesOf(path: string, part: PathPart, snapshot: Snapshot, signal?: AbortSignal): Promise<ChangeList>;
  /** Commits whose tickets belong to the epic with that key; `isBranchOfEpic`: those of the current branch too. Rejects with `epic/not-found`. */
  ofEpic(key: string, isBranchOfEpic: boolean, snapshot: Snapshot, signal?: AbortSignal): Promise<OutcomeChanges>;
  /** Files of a commit (full hash). Rejects with `commit/no-parent` where they cannot be told. */
  filesOf(commit: string, signal?: AbortSignal): Promise<readonly ChangedFile[]>;
  /** Refs or settings changed, and with them perhaps where the history ends. */
  forget(): void;
}

/** Commits of a path that are counted. */
const MOST_CHANGES = 20_000;
/** Commits that are listed, and files of one. */
const MOST_LISTED = 1_000;
const MOST_FILES = 1_000;
/** Paths that are kept: a person looks at a few, and the CodeLens at those that are open. */
const MOST_PATHS = 50;

interface Touching extends PathReading {
  readonly path: string;
  readonly changes: readonly PathChange[];
}

export function createPathWhyLens(ports: LensPorts, git: GitAnswers): PathWhyLens {
  const readings = createFewReads<Touching>(MOST_PATHS);

  async function touching(written: string, { facts, savedRules }: Snapshot, signal?: AbortSignal): Promise<Touching> {
    const path = isAbsolute(written) ? null : written === '' || written === '.' ? '' : pathInRepository(written);
    if (path === null) throw new ProblemError({ code: 'file/outside-repository', file: written });
    if (facts.head.kind === 'unborn') throw new ProblemError({ code: 'path/not-found', file: path });
    const tip = facts.head.hash;
    const main = facts.main?.name ?? '';
    const load = async (shared: AbortSignal) => {
      const changes: PathChange[] = [];
      const sink = (batch: readonly Commit[]) => changes.push(...batch.map(pathChange));
      const asked = { tip, path, main, rules: savedRules, limit: MOST_CHANGES };
      const reading = await git.pathChanges(asked, sink, shared);
      if (reading === null) throw new ProblemError({ code: 'path/not-found', file: path });
      return { path, changes, ...reading };
    };
    return readings.get(JSON.stringify([tip, path, main, savedRules]), load, signal);
  }

  async function titled(
    hashes: readonly string[],
    { facts, savedRules }: Snapshot,
    signal?: AbortSignal,
  ): Promise<readonly Change[]> {
    const commits = hashes.slice(0, MOST_LISTED);
    const found = await git.titledCommits({ commits, main: facts.main?.name ?? '', rules: savedRules }, signal);
    return found.map(changeOf);
  }

  return {
    async ofPath(written, snapshot, signal) {
      const { path, kind, changes, cut } = await touching(written, snapshot, signal);
      return whyOfPath({ path, kind, changes, cut, outcomes: snapshot.outcomes, now: ports.now() });
    },
    async changesOf(written, part, snapshot, signal) {
      const { changes, cut } = await touching(written, snapshot, signal);
      const wanted = changesOfPart(changes, part, snapshot.outcomes).map(({ hash }) => hash);
      return { changes: await titled(wanted, snapshot, signal), cut: cut || wanted.length > MOST_LISTED };
    },
    async ofEpic(key, isBranchOfEpic, snapshot, signal) {
      const { facts, savedRules: rules, outcomes } = snapshot;
      const file = outcomes.epics.find(({ epic }) => epic?.key.toUpperCase() === key.toUpperCase());
      if (file?.epic == null) throw new ProblemError({ code: 'epic/not-found', detail: key.slice(0, 80) });
      const epics = [{ epic: file.epic, isBranchOfEpic }];
      const [commits = []] = await linkedCommits(git, { facts, rules, epics });
      const hashes = newestFirst(withoutTold(commits)).map(({ hash }) => hash);
      const cut = facts.shallow || commits.length >= MOST_LINKED || hashes.length > MOST_LISTED;
      return { epic: file, changes: await titled(hashes, snapshot, signal), cut };
    },
    async filesOf(commit, signal) {
      const files = await git.commitFiles(commit, MOST_FILES, signal);
      if (files === null) throw new ProblemError({ code: 'commit/no-parent', detail: commit.slice(0, 7) });
      return files;
    },
    forget: () => readings.clear(),
  };
}

function pathChange(commit: Commit): PathChange {
  const { hash, landed } = commit;
  return { hash, landed, ticket: ticketsOfChange(commit)[0]?.key ?? null };
}

/** A merge whose change is in the list already says nothing new. */
function withoutTold(commits: readonly Commit[]): readonly Commit[] {
  const byHash = new Map(commits.map(commit => [commit.hash, commit]));
  return [...byHash.values()].filter(({ parents }) => parents.length < 2 || !parents.slice(1).some(p => byHash.has(p)));
}

function newestFirst(commits: readonly Commit[]): readonly Commit[] {
  return commits.toSorted((a, b) => b.landed - a.landed);
}
