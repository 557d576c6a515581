import type { OpenWork } from '../../answers/flow/flowSource.ts';
import type { WorkItems } from '../../answers/flow/items/workItems.ts';
import { hasScope, isOfTeam } from '../../answers/flow/teamScope.ts';
import type { OutcomesFolder, TeamFile } from '../../model/epic.ts';
import { ProblemError, type Problem } from '../../model/problem.ts';
import type { RepositoryPort } from '../../model/ports/gitPort.ts';

/** Which items are a team's. Paths of a commit are read once, and only where a team owns paths. */
export interface Teams {
  /** Ids of the team's landed and open items; null where the team owns everything. `named`: it is one of several teams. */
  owned(
    team: TeamFile,
    named: boolean,
    work: TeamWork,
    open: Pick<OpenWork, 'items' | 'commitsOf'> | null,
    signal?: AbortSignal,
  ): Promise<ReadonlySet<string> | null>;
}

export type TeamWork = Pick<WorkItems, 'items' | 'landedOf'>;

/**
 * The team file that counts: the named team's with what it leaves open taken from the repository's, or the repository's.
 * Throws `team/not-found`, `team/broken` where the named file could not be read as a whole, and `team/no-scope` where
 * nothing tells a named team's work from the others'.
 */
export function teamAsked({ team, teams }: OutcomesFolder, id: string | null): TeamFile {
  if (id === null) return team;
  const named = teams.find(candidate => candidate.id === id);
  if (named === undefined)
    throw new ProblemError({ code: 'team/not-found', detail: id.slice(0, 80), known: teams.map(one => one.id) });
  const { file } = named;
  const broken = brokenBy(file);
  if (broken !== undefined) throw new ProblemError({ ...broken, code: 'team/broken' });
  if (!hasScope(file, true)) throw new ProblemError({ code: 'team/no-scope', detail: named.id });
  return {
    ...file,
    team: file.team ?? named.id,
    releases: { tags: file.releases.tags ?? team.releases.tags, hotfix: file.releases.hotfix ?? team.releases.hotfix },
    workTypes: { ...team.workTypes, ...file.workTypes },
    statuses: Object.values(file.statuses).some(words => words.length > 0) ? file.statuses : team.statuses,
    // One repository has one calendar: two teams' weeks are the same weeks.
    timeZone: team.timeZone,
    mainBranch: team.mainBranch,
  };
}

/** What makes half a file: its scope would be a guess. A value that does not fit is lost alone, unless it was all of the scope. */
function brokenBy(file: TeamFile): Problem | undefined {
  const isHalf = ({ code }: Problem): boolean => code !== 'schema/invalid';
  return file.problems.find(isHalf) ?? (hasScope(file, true) ? undefined : file.problems[0]);
}

export function createTeams(repository: Pick<RepositoryPort, 'changedPaths'>): Teams {
  const pathsOf = new Map<string, readonly string[]>();
  return {
    async owned(team, named, work, open, signal) {
      if (!hasScope(team, named)) return null;
      const landed = work.items.map(item => [item, work.landedOf.get(item.id) ?? []] as const);
      const begun = (open?.items ?? []).map(item => [item, open?.commitsOf.get(item.id) ?? []] as const);
      const all = [...landed, ...begun];
      if (team.paths.length > 0) {
        const wanted = new Set(all.flatMap(([, commits]) => commits).filter(hash => !pathsOf.has(hash)));
        if (wanted.size > 0)
          await repository.changedPaths([...wanted], (hash, paths) => pathsOf.set(hash, paths), signal);
      }
      const owned = new Set<string>();
      for (const [item, commits] of all) {
        const paths = commits.flatMap(hash => pathsOf.get(hash) ?? []);
        if (isOfTeam(team, item, paths)) owned.add(item.id);
      }
      return owned;
    },
  };
}
