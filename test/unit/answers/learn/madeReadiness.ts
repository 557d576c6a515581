import { readinessOf } from '../../../../src/answers/ready/readiness.ts';
import type { EpicFile } from '../../../../src/model/epic.ts';
import type { Readiness } from '../../../../src/model/ready.ts';
import { NOW } from '../../../support/factories.ts';

/** How the items of a file stand where the repository tells nothing. */
export function readinessIn(file: EpicFile, today: string): Readiness | null {
  const nothing = {
    paths: new Set<string>(),
    texts: new Map(),
    tooLarge: new Set<string>(),
    tracked: new Set<string>(),
  };
  const none = {
    commits: new Set<string>(),
    tags: [],
    tickets: new Set<string>(),
    changed: new Map(),
    absent: new Map(),
  };
  const evidence = { ...nothing, ...none, shallow: false, changedSinceTick: new Map() };
  return readinessOf({ file, evidence, today, gate: null, evidenceRequired: [], now: NOW }).value;
}
