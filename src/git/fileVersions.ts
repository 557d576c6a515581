import { posix } from 'node:path';
import type { FileVersion, FileVersions, VersionsRequest } from '../model/ports/gitPort.ts';
import { createBlobParser } from './blobParser.ts';
import type { GitStream } from './commands/streams.ts';
import type { GitClient } from './gitClient.ts';
import { toTheEnd } from './pieces.ts';
import { readSettings } from './settings.ts';
import { LARGEST_TEXT, listBlobs } from './trees.ts';
import { beginning, changesByPath, follow, type Chain, type Changes, type Source } from './versionChains.ts';
import { createVersionParser, type VersionCommit } from './versionParser.ts';

/** Commits that are looked at. */
const MOST_COMMITS = 20_000;
/** Versions of all files that are read: the newest ones. */
const MOST_VERSIONS = 5_000;
/** Bytes of all of them. */
const MOST_BYTES = 16 * 1_048_576;
/** How often files are followed out of a folder, and commits that are looked at, and folders that are read, each time. */
const MOST_MOVES = 3;
const MOST_BEGINNINGS = 200;
const MOST_FOLDERS = 3;

interface Asked {
  readonly client: GitClient;
  readonly root: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Follows each file below the folder back from what `tip` holds: a version is what one commit made of the version before.
 * Contents lead from one to the next, so a file that a merge took from one side has that side's past. One process tells
 * the commits and one reads all contents; where files came out of another folder, a few more look there.
 */
export async function readFileVersions(
  client: GitClient,
  root: string,
  { tip, folder }: VersionsRequest,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, FileVersions> | null> {
  const { partialClone } = await readSettings(client, root, signal);
  if (partialClone) return null;
  const files = await listBlobs(client, root, tip, folder, signal);
  if (files.length === 0) return new Map();
  const asked = { client, root, signal };
  const shallow = (await client.read(root, { read: 'shallow' }, signal)).trim() === 'true';
  const changes = changesByPath(await readCommits(asked, { stream: 'versions', tip, folder, limit: MOST_COMMITS }));
  const followed = files.map(({ path, hash }) => follow(changes, beginning({ path, blob: hash }), shallow));
  const chains = await overMoves(asked, followed, shallow);
  const texts = await readTexts(asked, newestFirst(chains));
  return new Map(files.map(({ path }, at) => [path, withTexts(chains[at], texts)]));
}

async function readCommits({ client, root, signal }: Asked, stream: GitStream): Promise<readonly VersionCommit[]> {
  const parser = createVersionParser();
  await client.stream(root, stream, toTheEnd(parser.take), signal);
  return parser.commits();
}

/** A file that is new in the folder may have come out of another one: what seems to begin is asked for its source. */
async function overMoves(asked: Asked, followed: readonly Chain[], shallow: boolean): Promise<readonly Chain[]> {
  let chains = followed;
  for (let round = 0; round < MOST_MOVES; round++) {
    const begun = new Set(chains.flatMap(({ began }) => began?.commit ?? []));
    if (begun.size === 0) return chains;
    const looked = [...begun].slice(0, MOST_BEGINNINGS);
    const sources = sourcesOf(await readCommits(asked, { stream: 'moves', commits: looked }));
    const read = new Map<string, Changes>();
    const next: Chain[] = [];
    for (const chain of chains) {
      const source = chain.began === null ? undefined : sources.get(placeOf(chain.began));
      if (chain.began === null || (source === undefined && looked.includes(chain.began.commit)))
        next.push({ ...chain, began: null });
      else if (source === undefined) next.push({ ...chain, began: null, cut: true });
      else next.push(await fromSource(asked, { chain, source, read, shallow }));
    }
    chains = next;
  }
  // Moved more often than that.
  return chains.map(chain => (chain.began === null ? chain : { ...chain, cut: true }));
}

interface Move {
  readonly chain: Chain;
  readonly source: Source;
  /** Histories of folders that were read in this round. */
  readonly read: Map<string, Changes>;
  readonly shallow: boolean;
}

async function fromSource(asked: Asked, { chain, source, read, shallow }: Move): Promise<Chain> {
  const { commit, path } = source;
  const parent = posix.dirname(path);
  // The history of everything is too much to ask for one file.
  const folder = parent === '.' ? path : parent;
  const name = `${commit} ${folder}`;
  const known = read.get(name);
  if (known === undefined && read.size >= MOST_FOLDERS) return { ...chain, began: null, cut: true };
  const stream = { stream: 'versions', tip: commit, folder, limit: MOST_COMMITS } as const;
  const changes = known ?? changesByPath(await readCommits(asked, stream));
  read.set(name, changes);
  return follow(changes, { ...chain, next: source }, shallow);
}

/** What was renamed, by its new place. */
function sourcesOf(commits: readonly VersionCommit[]): ReadonlyMap<string, Source> {
  return new Map(
    commits.flatMap(({ hash, changes }) =>
      changes.flatMap(({ path, before, old }): [string, Source][] =>
        old === null || before === path
          ? []
          : [[placeOf({ commit: hash, path }), { commit: hash, path: before, blob: old }]],
      ),
    ),
  );
}

function placeOf({ commit, path }: { readonly commit: string; readonly path: string }): string {
  return `${commit} ${path}`;
}

/** Contents of all chains: each file's newest before any file's older ones. */
function newestFirst(chains: readonly Chain[]): readonly string[] {
  const wanted = new Set<string>();
  const longest = Math.max(0, ...chains.map(({ steps }) => steps.length));
  for (let depth = 0; depth < longest && wanted.size < MOST_VERSIONS; depth++)
    for (const { steps } of chains) {
      const step = steps[depth];
      if (step !== undefined) wanted.add(step.blob);
    }
  return [...wanted].slice(0, MOST_VERSIONS);
}

async function readTexts(
  { client, root, signal }: Asked,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  let read = 0;
  const parse = createBlobParser(LARGEST_TEXT, (hash, bytes) => {
    read += bytes.length;
    texts.set(hash, bytes.toString('utf8'));
  });
  const take = (bytes: Buffer) => {
    parse(bytes);
    return read < MOST_BYTES;
  };
  if (hashes.length > 0) await client.stream(root, { stream: 'blobs', hashes }, take, signal);
  return texts;
}

/** A version whose text was not read ends what is known. */
function withTexts(chain: Chain | undefined, texts: ReadonlyMap<string, string>): FileVersions {
  const versions: FileVersion[] = [];
  for (const { written, path, blob } of chain?.steps ?? []) {
    const text = texts.get(blob);
    if (text === undefined) return { versions, cut: true };
    versions.push({ written, path, text });
  }
  return { versions, cut: chain?.cut ?? false };
}
