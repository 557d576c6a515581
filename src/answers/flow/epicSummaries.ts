import type { ChecklistItem, EvidenceLink } from '../../model/checklist.ts';
import type { EpicFile, OutcomesFolder, TeamFile } from '../../model/epic.ts';
import { hasAnticipatedOutcome, isTestable } from '../../model/outcome.ts';
import { epicTypeOf, typeWords } from './items/workType.ts';
import type { EpicSummary } from './metric.ts';

const READY_TO_BUILD = 'ready to build';

/** What the epics are read with. */
export interface SummaryContext {
  /** The asked team: its words name kinds of work. */
  readonly team: Pick<TeamFile, 'workTypes'>;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Whether a link to a path means nothing inside the repository. */
  readonly leadsOut: (file: EpicFile, link: EvidenceLink) => boolean;
}

/** What flow needs of the epic files; those that cannot be read are left out. */
export function epicSummaries({ epics, team }: OutcomesFolder, context: SummaryContext): EpicSummary[] {
  const words = typeWords(context.team);
  const evidenceRequired = team.evidenceRequired.includes(READY_TO_BUILD);
  return epics.flatMap((file): EpicSummary[] => {
    const { epic } = file;
    if (epic === null) return [];
    const gate = epic.gates.find(({ name }) => name.toLowerCase() === READY_TO_BUILD);
    const isOpen = (item: ChecklistItem): boolean => isOpenItem(item, file, { ...context, evidenceRequired });
    return [
      {
        key: epic.key,
        tickets: epic.tickets,
        type: epicTypeOf(epic.type, words),
        stage: epic.stage,
        hasOutcome: hasAnticipatedOutcome(epic.outcome),
        testable: isTestable(epic.outcome),
        readyToBuildOpen: gate === undefined ? null : gate.items.filter(isOpen).length,
        dependsOn: epic.dependsOn,
      },
    ];
  });
}

/**
 * As readiness judges it, as far as the file alone tells: a tick whose evidence or proof only the repository could judge
 * counts as met.
 */
function isOpenItem(
  { ticked, notApplicable, waiver, proof, evidence }: ChecklistItem,
  file: EpicFile,
  { today, leadsOut, evidenceRequired }: SummaryContext & { readonly evidenceRequired: boolean },
): boolean {
  if (notApplicable !== null && notApplicable.reason.trim() !== '') return false;
  if (waiver !== null && today <= waiver.until) return false;
  if (!ticked || notApplicable !== null || proof?.kind === 'invalid') return true;
  if (proof !== null) return false;
  const isBroken = evidence.some(link => link.kind === 'path' && leadsOut(file, link));
  const isClaim = evidence.every(({ kind }) => kind === 'url' || kind === 'ticket');
  return isBroken || (evidenceRequired && isClaim);
}
