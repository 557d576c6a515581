import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { git } from '../../../scripts/sample/git.ts';
import { makeSampleRepository } from '../../../scripts/sample/makeSampleRepository.ts';

/** A Friday afternoon. */
export const NOW = Date.UTC(2026, 8, 18, 15) / 1000;
export const DAY = 86_400;

export interface LoggedCommit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly name: string;
  readonly mail: string;
  readonly written: number;
  readonly landed: number;
  readonly subject: string;
  readonly body: string;
}

/** A piece of work on main: the commit that landed it, and who did it (not who pressed the button). */
export interface LandedItem {
  readonly commit: LoggedCommit;
  readonly key: string;
  readonly by: string;
  /** Seconds from the first commit to the landing; null for what is no merge. */
  readonly took: number | null;
  readonly branch: readonly LoggedCommit[];
}

const folders: string[] = [];

/** A sample repository in a temporary folder; `removeSamples` takes all of them away. */
export async function sampleAt(now: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'outcome-lens-sample-'));
  folders.push(folder);
  await makeSampleRepository(folder, { now });
  return folder;
}

export async function removeSamples(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** What git prints, in lines. */
export async function lines(folder: string, ...args: readonly string[]): Promise<string[]> {
  return (await git(folder, ...args)).split('\n').filter(line => line !== '');
}

export async function commits(folder: string, ...range: readonly string[]): Promise<LoggedCommit[]> {
  const format = ['%H', '%P', '%an', '%ae', '%at', '%ct', '%s', '%b'].join('%x1f');
  const text = await git(folder, 'log', '-z', `--format=${format}`, ...range);
  return text
    .split('\0')
    .filter(record => record !== '')
    .map(record => {
      const [hash = '', parents = '', name = '', mail = '', written, landed, subject = '', body = ''] =
        record.split('\x1f');
      const times = { written: Number(written), landed: Number(landed) };
      return { hash, parents: parents.split(' ').filter(Boolean), name, mail, ...times, subject, body };
    });
}

/** Everything on main's first-parent line, newest first. */
export async function landedItems(folder: string): Promise<LandedItem[]> {
  const landed = await commits(folder, '--first-parent', 'main');
  const items: LandedItem[] = [];
  for (const commit of landed) {
    const [before, merged] = commit.parents;
    const branch = merged === undefined ? [] : await commits(folder, '--no-merges', `${before ?? ''}..${merged}`);
    const first = Math.min(...branch.map(other => other.written));
    items.push({
      commit,
      key: keyOf(commit),
      by: branch.at(-1)?.name ?? commit.name,
      took: merged === undefined ? null : commit.landed - first,
      branch,
    });
  }
  return items;
}

/** Nearest-rank percentile. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((percent * sorted.length + 99) / 100) - 1] ?? Number.NaN;
}

/** The ticket, else the pull request, else the commit itself. */
function keyOf({ subject, body, hash }: LoggedCommit): string {
  return /PAY-\d+/.exec(`${subject}\n${body}`)?.[0] ?? /#\d+/.exec(subject)?.[0] ?? hash;
}
