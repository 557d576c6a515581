import type { ChangeWhyAnswer, LineWhy } from '../model/changeWhy.ts';
import type { WhyAnswer } from '../model/why.ts';
import { chainLines, keyResultLine } from './chain.ts';
import { changeWhyText, type ChangeHop } from './changeWhy.ts';
import { missingText, shortOutcome, ticketHow } from './why.ts';

/** What is said of a line. */
export interface LineText {
  /** The outcome that the line is for, or what is missing. */
  readonly title: string;
  readonly lines: readonly string[];
}

const LABELS: Readonly<Record<ChangeHop['kind'], string>> = {
  change: 'Change',
  landing: 'Merge',
  ticket: 'Ticket',
  epic: 'Epic',
  keyResult: 'Key result',
  objective: 'Objective',
};

/** `timeZone` is the team's, for the day of the change. */
export function lineText(answer: LineWhy, timeZone: string): LineText {
  return answer.kind === 'committed' ? committedText(answer.why, timeZone) : uncommittedText(answer.why);
}

function committedText(answer: ChangeWhyAnswer, timeZone: string): LineText {
  const why = changeWhyText(answer, { titles: true, timeZone });
  if (why === null) return { title: 'Nothing is known of this line', lines: [] };
  const { outcome, hops, also, gaps } = why;
  const [gap] = gaps;
  return {
    title: outcome ?? gap?.title ?? 'No anticipated outcome',
    lines: [
      ...(gap === undefined ? [] : [outcome === null ? gap.text : `${gap.title}: ${gap.text}`]),
      ...hops.map(hopLine),
      ...(answer.value === null || answer.value.keyResult !== null ? [] : keyResultLine(answer.value)),
      ...also.map(hop => `Also: ${hop.text}${behind(hop)}`),
    ],
  };
}

function hopLine(hop: ChangeHop): string {
  return `${LABELS[hop.kind]}: ${hop.text}${behind(hop)}`;
}

function behind({ how }: ChangeHop): string {
  return how === '' ? '' : ` (${how})`;
}

function uncommittedText({ value, missing }: WhyAnswer): LineText {
  if (value === null) return { title: 'Not committed yet', lines: [] };
  const lacking = missing[0];
  const outcome = shortOutcome(value);
  const lack = outcome !== null || lacking === undefined ? null : missingText(lacking, value);
  return {
    title: outcome ?? lack?.title ?? 'No anticipated outcome',
    lines: [
      `Not committed yet, so this is what ${value.branch.label} is for.`,
      ...(lack === null ? [] : [lack.text]),
      ...(value.ticket === null ? [] : [`Ticket: ${value.ticket.key} (${ticketHow(value.ticket)})`]),
      ...chainLines(value),
    ],
  };
}
