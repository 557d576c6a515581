import { reviewDays } from '../../answers/learn/reviewDays.ts';
import { daysBetween } from '../../model/calendarDay.ts';
import type { EpicFile } from '../../model/epic.ts';
import { hasAnticipatedOutcome, type Measure, type Outcome } from '../../model/outcome.ts';
import type { ReviewDays } from '../../model/reviewDays.ts';
import type { ReadyAnswer } from '../../model/ready.ts';
import type { EpicCard, GateView, MeasureView } from '../../protocol/outcomeProtocol.ts';
import { dayLabel, numberLabel, relativeDay } from '../../wording/dates.ts';
import { VERDICT_TEXT } from '../../wording/outcome.ts';
import { gateSummary, stageLabel } from '../../wording/ready.ts';

const EPIC_TYPES = { feature: 'Feature', defect: 'Defect', risk: 'Risk', debt: 'Debt' } as const;
const BENEFITS = { customer: 'Customer', business: 'Business', platform: 'Platform' } as const;

/** The epic as the Outcome view shows it; null when nothing of the file could be read. */
export function epicCard(file: EpicFile, ready: ReadyAnswer, today: string): EpicCard | null {
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
    measures: (outcome?.measures ?? []).map(measureView),
    earlySigns: (outcome?.earlySigns ?? []).map(sign => {
      const by = sign.by === null ? '' : ` (by ${dayLabel(sign.by)})`;
      return `${sign.sign}${sign.seen === null ? by : ` (seen on ${dayLabel(sign.seen)})`}`;
    }),
    nonGoals: [...epic.nonGoals],
    decisions: [...epic.decisions],
    openQuestions: [...epic.openQuestions],
    nextReview: reviewText(reviewDays(epic, today), today),
    actual: actual(outcome),
    gates: gateViews(ready),
    open: { id: 'openEpic', label: 'Open Epic File', argument: file.path },
  };
}

function measureView(measure: Measure): MeasureView {
  const unit = measure.unit ?? '';
  const format = (value: number | null | undefined) =>
    value === null || value === undefined
      ? ''
      : `${numberLabel(value)}${unit === '%' ? ' %' : unit === '' ? '' : ` ${unit}`}`;
  const measured = [...measure.measured].sort((a, b) => (a.on < b.on ? -1 : 1));
  const last = measured.at(-1);
  const first = measured[0]?.on ?? '';
  const [baseline, now, target] = [format(measure.baseline), format(last?.value), format(measure.target)];
  const by = measure.by === null ? '' : `by ${dayLabel(measure.by)}`;
  const parts = [
    baseline === '' ? 'no baseline' : `baseline ${baseline}`,
    last === undefined ? 'not measured yet' : `${now} on ${dayLabel(last.on)}`,
    target === '' ? 'no target' : `target ${target}`,
  ];
  return {
    name: measure.name,
    unit,
    baseline,
    now,
    target,
    by,
    points: measured.map(point => ({ day: daysBetween(first, point.on), value: point.value })),
    targetValue: measure.target,
    summary: `${measure.name}: ${parts.join(', ')}${by === '' ? '' : `, ${by}`}.`,
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
