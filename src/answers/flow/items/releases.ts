import type { TeamFile } from '../../../model/epic.ts';
import type { TagFacts } from '../../../model/ports/gitPort.ts';
import type { HistoryGraph } from './historyGraph.ts';
import { readReleaseTag } from './releaseTags.ts';

const DAY = 86_400;
const BULK_TAGS = 5;
const BULK_SECONDS = 60;

/** One release of the known history. */
export interface Release {
  /** Position of its commit. */
  readonly position: number;
  /** Epoch seconds. */
  readonly at: number;
  readonly stream: number;
  readonly version: string;
  readonly hotfix: boolean;
  /** The first known one of its stream. */
  readonly first: boolean;
}

interface Found extends Omit<Release, 'stream' | 'first'> {
  readonly prefix: string;
  readonly numbers: readonly number[];
  readonly hash: string;
}

/** Release tags as releases, by time (METRICS D5, D6). Tags of commits that were not read are left out. */
export function releasesOf(
  graph: HistoryGraph,
  tags: readonly TagFacts[],
  rules: TeamFile['releases'],
  now: number,
): Release[] {
  const bulk = bulkTest(tags);
  const found = new Map<string, Found>();
  for (const tag of tags) {
    const position = graph.positionOf(tag.commit);
    const name = position < 0 ? null : readReleaseTag(tag.name, rules);
    if (name === null) continue;
    // `v1.0` and `1.0` on one commit are one release.
    const key = `${name.prefix} ${name.version} ${tag.commit}`;
    const at = timeOf(tag, bulk(tag), now);
    const known = found.get(key);
    if (known === undefined || at < known.at || (at === known.at && name.hotfix))
      found.set(key, { ...name, position, at, hash: tag.commit });
  }
  const sorted = [...found.values()].sort(byTime);
  const streams = new Map<string, number>();
  return sorted.map(({ prefix, position, at, version, hotfix }) => {
    const first = !streams.has(prefix);
    if (first) streams.set(prefix, streams.size);
    return { position, at, stream: streams.get(prefix) ?? 0, version, hotfix, first };
  });
}

/** An imported repository has its tags from one afternoon: then the commits tell the time. A release is never older than its commit. */
function timeOf({ at, committed }: TagFacts, isBulk: boolean, now: number): number {
  return isBulk || at > now + DAY ? committed : Math.max(at, committed);
}

/** Whether a tag is one of five or more that were made within a minute. */
function bulkTest(tags: readonly TagFacts[]): (tag: TagFacts) => boolean {
  const times = tags.map(({ at }) => at).sort((a, b) => a - b);
  const bulk = new Set<number>();
  for (let last = BULK_TAGS - 1; last < times.length; last++) {
    const first = last - BULK_TAGS + 1;
    if ((times[last] ?? 0) - (times[first] ?? 0) <= BULK_SECONDS)
      for (const time of times.slice(first, last + 1)) bulk.add(time);
  }
  return ({ at }) => bulk.has(at);
}

function byTime(a: Found, b: Found): number {
  if (a.at !== b.at) return a.at - b.at;
  for (let part = 0; part < Math.max(a.numbers.length, b.numbers.length); part++) {
    const difference = (a.numbers[part] ?? 0) - (b.numbers[part] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.prefix !== b.prefix) return a.prefix < b.prefix ? -1 : 1;
  if (a.version !== b.version) return a.version < b.version ? -1 : 1;
  return a.hash < b.hash ? -1 : 1;
}
