import type { EpicSummary } from '../../../../../src/answers/flow/metric.ts';

export function createSummary(key: string, changes: Partial<EpicSummary> = {}): EpicSummary {
  return {
    key,
    tickets: [],
    type: null,
    stage: 'build',
    hasOutcome: true,
    testable: true,
    readyToBuildOpen: null,
    dependsOn: [],
    ...changes,
  };
}
