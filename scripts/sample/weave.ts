import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DAY } from './workingTime.ts';

/**
 * One file of the sample with its whole history in it. A line is in the file while all changes in `needs` and none in
 * `goneWith` are applied, so a merge is the union of two sets of changes and a revert takes one set out again.
 *
 * In a `.weave` file a line `%% +a.2 -b` says that what follows comes with the second commit of change `a` and goes with the
 * (first) commit of change `b`; `%%` alone ends that. `%% file +a` at the top says that the whole file comes with `a`.
 * `@{-30}` becomes the day thirty days before `now`.
 */
export interface Weave {
  readonly path: string;
  readonly lines: readonly WovenLine[];
}

export interface WovenLine {
  readonly text: string;
  readonly needs: readonly string[];
  readonly goneWith: readonly string[];
}

/** The name of one commit's changes. */
export function changeTag(id: string, step = 1): string {
  return `${id}.${step}`;
}

/** Reads every file of the sample's tree; days are counted from `now` (epoch seconds). */
export function readTree(now: number): Weave[] {
  const root = path.join(import.meta.dirname, 'tree');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.weave'))
    .map(name => ({ name, path: name.split(path.sep).join('/').slice(0, -'.weave'.length) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(file => parseWeave(file.path, readFileSync(path.join(root, file.name), 'utf8'), now));
}

/** Reads one weave. */
export function parseWeave(file: string, source: string, now: number): Weave {
  const lines: WovenLine[] = [];
  let birth: readonly string[] = [];
  let needs: readonly string[] = [];
  let goneWith: readonly string[] = [];
  for (const line of source.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')) {
    if (line.startsWith('%%')) {
      const words = line.slice(2).trim().split(/\s+/).filter(Boolean);
      if (words[0] === 'file') birth = tags(words, '+');
      needs = [...new Set([...birth, ...tags(words, '+')])];
      goneWith = tags(words, '-');
    } else {
      lines.push({ text: withDays(line, now), needs, goneWith });
    }
  }
  return { path: file, lines };
}

/** The file's text with these changes applied; null when the file does not exist with them. */
export function render(weave: Weave, applied: ReadonlySet<string>): string | null {
  const lines = weave.lines.filter(
    line => line.needs.every(tag => applied.has(tag)) && !line.goneWith.some(tag => applied.has(tag)),
  );
  return lines.length === 0 ? null : `${lines.map(line => line.text).join('\n')}\n`;
}

function tags(words: readonly string[], sign: '+' | '-'): string[] {
  return words
    .filter(word => word.startsWith(sign))
    .map(word => (/\.\d+$/.test(word) ? word.slice(1) : changeTag(word.slice(1))));
}

function withDays(line: string, now: number): string {
  return line.replace(/@\{(-?\d+)\}/g, (_, days: string) =>
    new Date((now + Number(days) * DAY) * 1000).toISOString().slice(0, 10),
  );
}
