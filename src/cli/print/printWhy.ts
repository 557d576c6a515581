import { hasAnticipatedOutcome } from '../../model/outcome.ts';
import type { WhyAnswer } from '../../model/why.ts';
import { dayLabel, numberLabel } from '../../wording/dates.ts';
import { stageLabel } from '../../wording/ready.ts';
import { branchHow, epicHow, missingText, ticketHow } from '../../wording/why.ts';
import { plainLine } from '../../export/plain.ts';
import { wrap } from '../../export/plainText.ts';
import { plain, row } from './plain.ts';

const ORIGINS = { editor: '', file: '', main: ', read from main', branch: ', read from that branch' } as const;

/** The chain for people, the outcome first. */
export function printWhy(answer: WhyAnswer): string {
  const why = answer.value;
  if (why === null) return 'No answer.';
  const epic = why.epic?.epic ?? null;
  const lines: string[] = [];
  if (epic !== null && hasAnticipatedOutcome(epic.outcome)) {
    lines.push(...wrap(epic.outcome.statement, ''), '');
    for (const measure of epic.outcome.measures) {
      const unit = measure.unit === null ? '' : ` ${measure.unit}`;
      const value = (number: number | null | undefined) => (number == null ? '?' : `${numberLabel(number)}${unit}`);
      const latest = [...measure.measured].sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
      const now = latest === undefined ? 'not measured yet' : `${value(latest.value)} on ${dayLabel(latest.on)}`;
      lines.push(row('measure', `${measure.name}: ${value(measure.baseline)} -> ${now} -> ${value(measure.target)}`));
    }
  }
  if (why.objective !== null) lines.push(row('objective', `${why.objective.id} ${why.objective.title}`));
  if (why.keyResult !== null) lines.push(row('key result', `${why.keyResult.id} ${why.keyResult.title}`));
  if (epic !== null && why.epic !== null) {
    const stage = epic.stage === null ? '' : `, ${stageLabel(epic.stage).toLowerCase()}`;
    const how = why.epicSource === null ? why.epic.path : epicHow(why.epicSource, why.epic.path);
    lines.push(row('epic', `${epic.key} ${plainLine(epic.title, 200)}${stage} (${how}${ORIGINS[why.epic.origin]})`));
  }
  if (why.ticket !== null) lines.push(row('ticket', `${why.ticket.key} (${ticketHow(why.ticket)})`));
  if (why.branch.state !== 'none') lines.push(row('branch', `${why.branch.label} (${branchHow(why.branch)})`));
  for (const other of why.otherTickets) lines.push(row('also', `${other.key} (${ticketHow(other)})`));
  const gaps = answer.missing.filter(code => code !== 'keyResult/none');
  if (gaps.length > 0) lines.push('');
  for (const code of gaps) {
    const { title, text } = missingText(code, why);
    lines.push(...wrap(`${title}. ${text}`, '  '));
  }
  return plain(lines.join('\n'));
}
