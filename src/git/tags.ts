import type { TagFacts } from '../model/ports/gitPort.ts';
import type { GitClient } from './gitClient.ts';
import { createSplitter, toTheEnd } from './pieces.ts';
import { resolveCommits } from './refs.ts';

/** Without a zone, and without who made the tag. */
const TAG_FORMAT = '%(refname:lstrip=2)%00%(objectname)%00%(creatordate:unix)';
/** With `-z`, each field ends with a NUL. */
const LANDED_FORMAT = '%H%x00%ct';
const LINE_FEED = 10;

interface Tag {
  readonly name: string;
  /** What it points to: a commit, another tag, anything. */
  readonly target: string;
  /** null in a tag object without a date, which old gits wrote. */
  readonly made: number | null;
}

/** Tags with a digit in their name that point to a commit which is here, in the order of their names. */
export async function readReleaseTags(
  client: GitClient,
  root: string,
  signal?: AbortSignal,
): Promise<readonly TagFacts[]> {
  const tags = await readTags(client, root, signal);
  if (tags.length === 0) return [];
  const targets = tags.map(tag => tag.target);
  const commits = await resolveCommits(client, root, targets, signal);
  const landed = await readLandings(client, root, new Set(commits.filter(commit => commit !== null)), signal);
  return tags.flatMap(({ name, made }, index) => {
    const commit = commits[index] ?? '';
    const committed = landed.get(commit);
    return committed === undefined ? [] : [{ name, commit, at: made ?? committed, committed }];
  });
}

async function readTags(client: GitClient, root: string, signal: AbortSignal | undefined): Promise<readonly Tag[]> {
  const tags: Tag[] = [];
  const parse = createSplitter(LINE_FEED, line => {
    const [name = '', target = '', made = ''] = line.toString('utf8').split('\0');
    if (/\d/.test(name)) tags.push({ name, target, made: made === '' ? null : Number(made) });
  });
  await client.stream(root, { stream: 'refs', format: TAG_FORMAT, below: ['refs/tags'] }, toTheEnd(parse), signal);
  return tags;
}

async function readLandings(
  client: GitClient,
  root: string,
  commits: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, number>> {
  const landed = new Map<string, number>();
  if (commits.size === 0) return landed;
  let hash: string | null = null;
  const parse = createSplitter(0, field => {
    const text = field.toString('latin1');
    if (hash !== null) landed.set(hash, Number(text));
    hash = hash === null ? text : null;
  });
  await client.stream(root, { stream: 'given', format: LANDED_FORMAT, commits: [...commits] }, toTheEnd(parse), signal);
  return landed;
}
