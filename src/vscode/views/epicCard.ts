import { reviewDays } from '../../answers/learn/reviewDays.ts';
import type { EpicFile } from '../../model/epic.ts';
import type { Finding } from '../../model/lint.ts';
import { hasAnticipatedOutcome, type Outcome } from '../../model/outcome.ts';
import type { ReviewDays } from '../../model/reviewDays.ts';
import type { ReadyAnswer } from '../../model/ready.ts';
import type { EpicCard, GateView } from '../../protocol/outcomeProtocol.ts';
import { dayLabel, relativeDay } from '../../wording/dates.ts';
import { VERDICT_TEXT } from '../../wording/outcome.ts';
import { gateSummary, stageLabel } from '../../wording/ready.ts';
import { epicBets } from './epicBets.ts';
import { epicMeasures } from './epicMeasures.ts';
import { epicQuestions } from './epicQuestions.ts';

const EPIC_TYPES = { feature: 'Feature', defect: 'Defect', risk: 'Risk', debt: 'Debt' } as const;
const BENEFITS = { customer: 'Customer', business: 'Business', platform: 'Platform' } as const;

/** The epic as the Outcome view shows it; null when nothing of the file could be read. */
export function epicCard(
  file: EpicFile,
  ready: ReadyAnswer,
  findings: readonly Finding[],
  today: string,
): EpicCard | null {
  const { epic } = file;
  if (epic === null) return null;
  const { outcome } = epic;
  return {
    key: epic.key,
    title: epic.title,
    statement: hasAnticipatedOutcome(outcome) ? outcome.statement.trim() : '',
    benefits: (outcome?.benefits ?? []).map(benefit => BENEFITS[benefit]),
    stage: epic.stage === null ? '' : stageLabel(epic.stage),
    type: epic.type === null ? '' : EPIC_TYPES[epic.type],
    measures: epicMeasures(epic, today),
    ...epicBets(file, today),
    questions: epicQuestions(findings, hasAnticipatedOutcome(outcome)),
    nonGoals: [...epic.nonGoals],
    decisions: [...epic.decisions],
    openQuestions: [...epic.openQuestions],
    nextReview: reviewText(reviewDays(epic, today), today),
    actual: actual(outcome),
    gates: gateViews(ready),
    documents: epic.documents.map(({ label, target }) => ({
      label,
      open: { id: 'openDocument', label: 'Open', argument: target },
    })),
    ...(file.origin === 'main'
      ? {}
      : { newDocument: { id: 'newDocument', label: 'New Document…', argument: file.path } }),
    open: { id: 'openEpic', label: 'Open Epic File', argument: file.path },
  };
}

function reviewText({ due, next }: ReviewDays, today: string): string {
  if (due !== null) return `Review due: ${dayLabel(due)} (${relativeDay(due, today)}); nothing was written down since`;
  return next === null ? '' : `Next review: ${dayLabel(next)} (${relativeDay(next, today)})`;
}

function actual(outcome: Outcome | null): string {
  const result = outcome?.actual ?? null;
  if (result === null) return '';
  const on = result.on === null ? '' : ` on ${dayLabel(result.on)}`;
  return `${VERDICT_TEXT[result.verdict].label}${on}${result.note === null ? '' : `: ${result.note}`}`;
}

function gateViews(ready: ReadyAnswer): GateView[] {
  const { value } = ready;
  return (value?.gates ?? []).map(gate => ({
    name: gate.gate.name,
    met: gate.met,
    total: gate.items.length,
    current: value !== null && value.stage !== null && value.asked.includes(gate),
    summary: gateSummary(gate),
  }));
}
