import type { TeamFile } from '../model/epic.ts';
import type { Problem } from '../model/problem.ts';
import { readBySchema } from './readBySchema.ts';
import { readYaml } from './readYaml.ts';
import { teamSchema } from './schema/teamSchema.ts';
import { createSourceText, inOrder } from './sourceText.ts';

/** Reads `team.yaml`. null (no such file) gives the defaults without a problem. */
export function parseTeam(path: string, text: string | null): TeamFile {
  const problems: Problem[] = [];
  const source = createSourceText(path, text ?? '');
  const content = readYaml(source, { start: 0, end: source.text.length }, problems);
  const data = readBySchema(teamSchema, content, source, problems);
  return {
    team: data?.team ?? null,
    ticketKeys: (data?.tickets?.keys ?? []).map(key => key.trim().toUpperCase()),
    ignoredKeys: (data?.tickets?.ignore ?? []).map(key => key.trim().toUpperCase()),
    mainBranch: data?.mainBranch ?? null,
    timeZone: data?.timeZone ?? 'UTC',
    workTypes: data?.workTypes ?? {},
    statuses: {
      active: data?.statuses?.active ?? [],
      queue: data?.statuses?.queue ?? [],
      approval: data?.statuses?.approval ?? [],
      blocked: data?.statuses?.blocked ?? [],
      done: data?.statuses?.done ?? [],
    },
    evidenceRequired: Object.entries(data?.gates ?? {})
      .filter(([, gate]) => gate.evidence === 'required')
      .map(([name]) => name),
    lintOff: data?.lint?.off ?? [],
    paths: data?.paths ?? [],
    releases: { tags: data?.releases?.tags ?? null, hotfix: data?.releases?.hotfix ?? null },
    interventions: (data?.interventions ?? []).map(({ on, label }) => ({ on, label })),
    tries: (data?.tries ?? []).map(({ on, text, outcome }) => ({ on, text, outcome: outcome ?? null })),
    signals: (data?.signals ?? []).map(({ name, unit, file, minimumGroup }) => ({
      name,
      unit: unit ?? null,
      file,
      minimumGroup: minimumGroup ?? null,
    })),
    focus: [...new Set(data?.focus ?? [])].slice(0, 5),
    problems: inOrder(problems),
  };
}
