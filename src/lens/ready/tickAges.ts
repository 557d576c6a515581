import { evidencePaths } from '../../answers/ready/repositoryFacts.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import type { EpicFile } from '../../model/epic.ts';
import { ProblemError } from '../../model/problem.ts';
import { createCells } from '../cell.ts';
import type { GitAnswers } from '../gitAnswers.ts';

/** Paths that ticked items point to and that changed after the tick, by where the item's box starts in the file's text. */
export type TickAges = (file: EpicFile, facts: RepositoryFacts) => Promise<ReadonlyMap<number, readonly string[]>>;

/** The ticked lines of a committed file, alike ones in their order, each with the commit that it came with. */
type Ticks = ReadonlyMap<string, readonly string[]>;

/**
 * Tells which evidence a commit changed after the commit of its tick. A tick that is not committed yet is younger than
 * every commit. Where git cannot tell, nothing changed. What is committed is read once, whatever is typed meanwhile.
 */
export function createTickAges(git: GitAnswers): TickAges {
  const ticksOf = createCells<Ticks>();
  let known = '';

  return async (file, { head, main }) => {
    const items = file.epic?.gates.flatMap(gate => gate.items).filter(item => item.ticked && item.proof === null) ?? [];
    const pointing = items
      .map(item => ({ item, paths: item.evidence.flatMap(link => evidencePaths(file, link)) }))
      .filter(({ paths }) => paths.length > 0);
    const tip = head.kind === 'unborn' ? null : head.hash;
    const written = file.origin === 'main' ? (main?.hash ?? null) : tip;
    if (pointing.length === 0 || tip === null || written === null) return new Map();
    if (known !== `${written} ${tip}`) ticksOf.clear();
    known = `${written} ${tip}`;
    const committed = await ticksOf.get(file.path, () => readTicks(git, written, file.path));
    const here = linesByText(file.text);
    const changed = await Promise.all(
      pointing.map(async ({ item, paths }): Promise<[number, readonly string[]]> => {
        const line = file.text.slice(0, item.box.start).split('\n').length;
        const words = wordsOf(file.text.split('\n')[line - 1] ?? '');
        const [mine, theirs] = [here.get(words) ?? [], committed.get(words) ?? []];
        const tick = theirs[mine.indexOf(line)];
        if (tick === undefined || mine.length !== theirs.length) return [item.box.start, []];
        const later = await Promise.all(paths.map(path => git.changedBetween(tick, tip, path)));
        return [item.box.start, paths.filter((_, at) => later[at] === true)];
      }),
    );
    return new Map(changed.filter(([, paths]) => paths.length > 0));
  };
}

async function readTicks(git: GitAnswers, commit: string, path: string): Promise<Ticks> {
  try {
    const text = await git.readTree(commit, path);
    const places = [...linesByText(text ?? '')].filter(([words]) => /^\s*(?:[-*+]|\d+[.)])\s+\[[xX]\]/.test(words));
    const lines = places.flatMap(([, found]) => found);
    const origins = await git.lineOrigins({ commit, path, lines, ignoring: await git.ignoreRevsFiles() });
    return new Map(places.map(([words, found]) => [words, found.map(line => origins.get(line) ?? '')]));
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'git/failed') return new Map();
    throw error;
  }
}

/** Numbers of the lines (from 1) that read alike. */
function linesByText(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  text.split('\n').forEach((line, index) => {
    const words = wordsOf(line);
    const known = places.get(words);
    if (known === undefined) places.set(words, [index + 1]);
    else known.push(index + 1);
  });
  return places;
}

/** The line without what no reader sees: blanks and carriage returns at its end. */
function wordsOf(line: string): string {
  return line.trimEnd();
}
