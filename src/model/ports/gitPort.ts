import type { MainBranch, RepositoryFacts } from '../branch.ts';
import type { Commit, TitledCommit } from '../commit.ts';
import type { ChangedFile } from '../pathWhy.ts';
import type { BranchFacts } from '../text/branchName.ts';
import type { KeyRules } from '../text/ticketKeys.ts';
import type { TicketPlace } from '../ticketConvention.ts';
import type { GroupSize, ItemSize } from '../work.ts';

/**
 * What the lens asks of git. Every method rejects with a `ProblemError` for an expected failure, with a `CancelledError`
 * when `signal` fires, and reads only: the three `…Config` writes and nothing else change the repository's local config.
 */
export interface GitPort {
  /** Opens the repository that holds `folder`. Rejects with `git/no-repository` when there is none. */
  open(folder: string, signal?: AbortSignal): Promise<RepositoryPort>;
}

export interface RepositoryPort {
  /** Absolute path of the work tree's root. */
  readonly root: string;
  /** Absolute paths of files whose change means that HEAD, a ref or the config changed (for cheap watching). */
  readonly watch: readonly string[];
  /** `wantedMain` is team.yaml's `mainBranch`. Read anew on every call. */
  facts(wantedMain: string | null, rules: KeyRules, signal?: AbortSignal): Promise<RepositoryFacts>;
  /** Commits of `tip` that main does not have, newest first, at most `limit`. */
  commitsSince(
    main: MainBranch,
    tip: string,
    rules: KeyRules,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly Commit[]>;
  /** The local config's values of `branch.<name>.<key>`; [] when none. `ref` is `refs/heads/<name>`. */
  branchConfig(ref: string, key: BranchConfigKey, signal?: AbortSignal): Promise<readonly string[]>;
  /** Rejects with `ticket/invalid-key` unless `isEpicKey(value)`. */
  setBranchConfig(ref: string, key: WritableBranchConfigKey, value: string): Promise<void>;
  addBranchConfig(ref: string, key: WritableBranchConfigKey, value: string): Promise<void>;
  unsetBranchConfig(ref: string, key: WritableBranchConfigKey): Promise<void>;
  /** Full hash of a local or remote branch by its short name; null when there is no such branch. */
  branchTip(shortName: string, signal?: AbortSignal): Promise<{ readonly ref: string; readonly hash: string } | null>;
  /** Paths of regular files below `folder` in the tree of `commit`; [] when absent. */
  listTree(commit: string, folder: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** Text of a file in the tree of `commit` (UTF-8, at most 1 MB); null when absent or larger. */
  readTree(commit: string, path: string, signal?: AbortSignal): Promise<string | null>;
  /** Those of these names that are commits of this repository (hashes of 7 to 64 digits). */
  knownCommits(names: readonly string[], signal?: AbortSignal): Promise<ReadonlySet<string>>;
  /** Those of these paths that git tracks, as the index says. */
  tracked(paths: readonly string[], signal?: AbortSignal): Promise<ReadonlySet<string>>;
  /**
   * Those of these lines of text that a tracked text file of the work tree, saved but perhaps not committed, holds, files
   * below `except` left out. Rejects with a TypeError for more than one line in a text.
   */
  heldTexts(texts: readonly string[], except: string, signal?: AbortSignal): Promise<ReadonlySet<string>>;
  /** The newest commits of `tips` (full hashes) that mention one of the words in their message, case ignored, at most `limit`. */
  mentions(request: MentionsRequest, signal?: AbortSignal): Promise<readonly Commit[]>;
  /** The commit (full hash) with which each line (counted from 1) came into a file as it is in `commit`. */
  lineOrigins(request: LinesRequest, signal?: AbortSignal): Promise<ReadonlyMap<number, string>>;
  /**
   * Files that `blame.ignoreRevsFile` names and that list commits, one a line. Those that are gone or hold anything else
   * are left out: git fails with them, or would read whatever a repository's config names.
   */
  ignoreRevsFiles(signal?: AbortSignal): Promise<readonly string[]>;
  /** What a commit's tree holds at a path. */
  fileIn(commit: string, path: string, signal?: AbortSignal): Promise<TreeFile>;
  /** These commits (full hashes), in that order, those that are not here left out. */
  titledCommits(request: TitlesRequest, signal?: AbortSignal): Promise<readonly TitledCommit[]>;
  /** Full hash of the commit that a hash of 7 to 64 digits names; null when there is none, or several. */
  fullHash(digits: string, signal?: AbortSignal): Promise<string | null>;
  /**
   * The merge (full hash) with which a commit came to the line of first parents that ends in `tip`; null when it stands on
   * that line itself or is not held by it, or when more than `most` commits of the line are younger. `landed` tells how far
   * to look.
   */
  landingMerge(
    commit: Pick<Commit, 'hash' | 'landed'>,
    tip: string,
    most: number,
    signal?: AbortSignal,
  ): Promise<string | null>;
  /**
   * Hands over the commits that changed a file or folder of a commit's tree, newest first, merges left out; a file's also under
   * its older names, but in a partial clone. null when the tree holds nothing there.
   */
  pathChanges(
    request: PathRequest,
    sink: (batch: readonly Commit[]) => void,
    signal?: AbortSignal,
  ): Promise<PathReading | null>;
  /**
   * Files that a commit (full hash) changed against its first parent, at most `limit`. null when the commit or that parent is
   * not here.
   */
  commitFiles(commit: string, limit: number, signal?: AbortSignal): Promise<readonly ChangedFile[] | null>;
  /** Whether a commit that `until` has and `since` lacks (full hashes) changed the file or folder. */
  changedBetween(since: string, until: string, path: string, signal?: AbortSignal): Promise<boolean>;
  /**
   * For each of the newest commits of `tip` (a full hash), merges left out, that names a ticket: the places of its message
   * where it does so. At most `limit` commits are looked at.
   */
  ticketPlaces(request: TicketPlacesRequest, signal?: AbortSignal): Promise<readonly (readonly TicketPlace[])[]>;
  /** Names of all tags. */
  tags(signal?: AbortSignal): Promise<readonly string[]>;
  /**
   * Streams main's history, newest first. `sink` gets batches; memory stays bounded by the sink's.
   * Resolves with the number of commits read.
   */
  history(request: HistoryRequest, sink: (batch: readonly Commit[]) => void, signal?: AbortSignal): Promise<number>;
  /** Tags that could be releases: those with a digit in their name. Nobody's name is read of them. */
  releaseTags(signal?: AbortSignal): Promise<readonly TagFacts[]>;
  /**
   * Files and lines that commits changed against their first parent, generated files left out of the lines. Commits that
   * are not here are left out; without line counts in a partial clone, where counting would ask the network.
   */
  sizes(commits: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, ItemSize>>;
  /** Hands over the paths that each commit changed against its first parent, with `/`. Renames are a removal and an addition. */
  changedPaths(
    commits: readonly string[],
    take: (commit: string, paths: readonly string[]) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  /**
   * Committed versions of the files below `folder`, as they are in the tree of `tip` and were before, over renames too.
   * null in a partial clone, whose contents are elsewhere.
   */
  fileVersions(request: VersionsRequest, signal?: AbortSignal): Promise<ReadonlyMap<string, FileVersions> | null>;
  /** Branches, local and remote, whose last commit is at least as new as `since` (epoch seconds) and is not on main. */
  openBranches(request: OpenBranchesRequest, signal?: AbortSignal): Promise<OpenBranches>;
  /** The identity gate: one band per set of commits, all sets in one call. */
  groupSizes(sets: readonly CommitSet[], signal?: AbortSignal): Promise<GroupReading>;
}

export interface HistoryRequest {
  readonly main: MainBranch;
  readonly rules: KeyRules;
  /** Epoch seconds: stop soon after commits get older than this; null reads everything. */
  readonly since: number | null;
  /** Full hashes of commits whose history is read too: releases that stand on lines of their own. */
  readonly alsoFrom?: readonly string[];
  /** Full hashes in place of main's tip: where an earlier reading of it ended, or what is new. */
  readonly from?: readonly string[];
  /** Full hashes of commits that are left out with all that they hold. */
  readonly without?: readonly string[];
}

export interface MentionsRequest {
  readonly main: MainBranch;
  readonly rules: KeyRules;
  readonly tips: readonly string[];
  readonly words: readonly string[];
  readonly limit: number;
}

export interface TicketPlacesRequest {
  readonly tip: string;
  readonly rules: KeyRules;
  readonly limit: number;
}

export interface LinesRequest {
  /** Full hash of a commit. */
  readonly commit: string;
  readonly path: string;
  /** Counted from 1. */
  readonly lines: readonly number[];
  /** Files of `ignoreRevsFiles`: the commits that they list are looked through. */
  readonly ignoring: readonly string[];
}

/**
 * `inside`: below something that is no folder of this repository (a submodule, a link); `other`: a folder, link or
 * submodule; `elsewhere`: the content is not here (partial clone).
 */
export type TreeFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' | 'inside' | 'other' | 'tooLarge' | 'binary' | 'elsewhere' };

export interface PathRequest {
  /** Full hash of a commit. */
  readonly tip: string;
  /** Inside the repository, with `/`; '' for all of it. */
  readonly path: string;
  /** Short name of the main branch; '' when there is none. */
  readonly main: string;
  readonly rules: KeyRules;
  /** Commits that are handed over at most. */
  readonly limit: number;
}

export interface PathReading {
  readonly kind: 'file' | 'folder';
  /** Older commits are not told: more than the limit, or a shallow clone. */
  readonly cut: boolean;
}

export interface TitlesRequest {
  readonly commits: readonly string[];
  /** Short name of the main branch; '' when there is none. */
  readonly main: string;
  readonly rules: KeyRules;
}

/** A tag and the commit that it points to, directly or through a tag object. Times are epoch seconds. */
export interface TagFacts {
  readonly name: string;
  readonly commit: string;
  /** When the tag was made; the commit's landing for a tag without an object of its own. */
  readonly at: number;
  readonly committed: number;
}

export interface VersionsRequest {
  /** Full hash of a commit. */
  readonly tip: string;
  readonly folder: string;
}

/** A file's text in a commit. */
export interface FileVersion {
  /** When the commit was first made (epoch seconds); a rebase does not change it. */
  readonly written: number;
  /** The file's name in that commit. */
  readonly path: string;
  readonly text: string;
}

/** What git tells of a file's past. */
export interface FileVersions {
  /** Newest first: the first is what `tip` holds. */
  readonly versions: readonly FileVersion[];
  /** The last version may be older than it says, and others may be before it: a shallow clone, or more than are read. */
  readonly cut: boolean;
}

export interface OpenBranchesRequest {
  readonly main: MainBranch;
  readonly rules: KeyRules;
  readonly since: number;
}

export interface OpenBranches {
  /** A branch beside main and lasting lines is there, of whatever age, even if it holds nothing that main lacks. */
  readonly seen: boolean;
  readonly branches: readonly OpenBranch[];
  /** More branches were there than are looked at. */
  readonly truncated: boolean;
  /** When remote branches were last fetched (epoch seconds); null when they never were. */
  readonly fetchedAt: number | null;
}

export interface OpenBranch {
  readonly facts: BranchFacts;
  /** Commits that main does not have, newest first, merges left out. */
  readonly commits: readonly Commit[];
  /** All of its changes are on main already, as copies or squashed into one commit. */
  readonly landed: boolean;
}

/** Items of one cell: each inner array holds the commits of one item. */
export interface CommitSet {
  readonly items: readonly (readonly string[])[];
}

export interface GroupReading {
  readonly sets: readonly GroupSize[];
  /** Commits made by bots and agents, of those asked about. */
  readonly automated: ReadonlySet<string>;
}

export type WritableBranchConfigKey = 'outcomelens-ticket' | 'outcomelens-ignore';
/** The last two are kept by other tools and only ever read. */
export type BranchConfigKey = WritableBranchConfigKey | 'github-pr-owner-number' | 'gk-associated-issues';
