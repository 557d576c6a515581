import { projectOfKey, type KeyRules } from '../../../model/text/ticketKeys.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';

const LEAST_NUMBERS = 5;
const LEAST_PERCENT = 1;

/**
 * Projects whose keys may hold items together. One that nobody configured must have been seen with five different numbers
 * and in one of a hundred commits of main, because KAKFA-12 and UTF-8 look like tickets too. `onMain` is 1 for the
 * positions that main holds.
 */
export function ticketProjects(graph: HistoryGraph, onMain: Uint8Array, rules: KeyRules): ReadonlySet<string> {
  const seen = new Map<string, { commits: number; readonly numbers: Set<string> }>();
  let commits = 0;
  for (let position = 0; position < onMain.length; position++) {
    if (onMain[position] !== 1) continue;
    commits++;
    const { titleKeys, closes } = commitAt(graph, position).facts;
    if (titleKeys.length === 0 && closes.length === 0) continue;
    const projects = new Set<string>();
    for (const key of [...titleKeys, ...closes]) {
      const project = projectOfKey(key);
      if (project === null) continue;
      projects.add(project);
      let count = seen.get(project);
      if (count === undefined) seen.set(project, (count = { commits: 0, numbers: new Set() }));
      count.numbers.add(key);
    }
    for (const project of projects) {
      const count = seen.get(project);
      if (count !== undefined) count.commits++;
    }
  }
  const accepted = new Set(rules.known);
  for (const [project, count] of seen)
    if (count.numbers.size >= LEAST_NUMBERS && count.commits * 100 >= commits * LEAST_PERCENT) accepted.add(project);
  return new Set([...accepted].sort());
}

/** Whether a key may hold items together: `#123` always may. */
export function groupingKeys(projects: ReadonlySet<string>): (key: string) => boolean {
  return key => {
    const project = projectOfKey(key);
    return project === null || projects.has(project);
  };
}
