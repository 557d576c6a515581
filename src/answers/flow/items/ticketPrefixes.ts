import type { Commit } from '../../../model/commit.ts';
import { projectOfKey, type KeyRules } from '../../../model/text/ticketKeys.ts';

const LEAST_NUMBERS = 5;
const LEAST_PERCENT = 1;

/**
 * Which keys may hold items together. A project key that nobody configured must have been seen with five different
 * numbers and in one of a hundred commits, because KAKFA-12 and UTF-8 look like tickets too. `#123` always may.
 */
export function groupingKeys(commits: readonly Commit[], rules: KeyRules): (key: string) => boolean {
  const accepted = new Set(rules.known);
  const seen = new Map<string, { commits: number; readonly numbers: Set<string> }>();
  for (const { facts } of commits) {
    if (facts.titleKeys.length === 0 && facts.closes.length === 0) continue;
    const projects = new Set<string>();
    for (const key of [...facts.titleKeys, ...facts.closes]) {
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
  for (const [project, count] of seen) {
    if (count.numbers.size >= LEAST_NUMBERS && count.commits * 100 >= commits.length * LEAST_PERCENT)
      accepted.add(project);
  }
  return key => {
    const project = projectOfKey(key);
    return project === null || accepted.has(project);
  };
}
