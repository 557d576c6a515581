import type { EpicFile, OutcomesFolder } from '../../model/epic.ts';
import { hasAnticipatedOutcome } from '../../model/outcome.ts';
import { WORK_TYPES, type WorkType } from '../../model/work.ts';
import type { EpicSummary } from './metric.ts';

const READY_TO_BUILD = 'ready to build';

/** What flow needs of the epic files; those that cannot be read are left out. */
export function epicSummaries({ epics, team }: OutcomesFolder): EpicSummary[] {
  return epics.flatMap(file => summaryOf(file, team.workTypes));
}

function summaryOf({ epic }: EpicFile, workTypes: Readonly<Record<string, string>>): EpicSummary[] {
  if (epic === null) return [];
  const named = epic.type === null ? null : (workTypes[epic.type] ?? epic.type);
  const gate = epic.gates.find(({ name }) => name.toLowerCase() === READY_TO_BUILD);
  return [
    {
      key: epic.key,
      tickets: epic.tickets,
      type: WORK_TYPES.find((type): type is WorkType => type === named) ?? null,
      stage: epic.stage,
      hasOutcome: hasAnticipatedOutcome(epic.outcome),
      testable: epic.outcome?.measures.some(({ baseline, target }) => baseline !== null && target !== null) ?? false,
      readyToBuildOpen:
        gate === undefined
          ? null
          : gate.items.filter(
              ({ ticked, notApplicable, waiver }) => !ticked && !notApplicable?.reason && waiver === null,
            ).length,
      dependsOn: epic.dependsOn,
    },
  ];
}
