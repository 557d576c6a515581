import { plainLine } from '../../export/plain.ts';
import { wrap } from '../../export/plainText.ts';
import type { ChangeWhyAnswer } from '../../model/changeWhy.ts';
import { changeWhyText, type ChangeHop, type ChangeWhyStyle } from '../../wording/changeWhy.ts';
import { plain, row } from './plain.ts';

const LABELS: Readonly<Record<ChangeHop['kind'], string>> = {
  objective: 'objective',
  keyResult: 'key result',
  epic: 'epic',
  ticket: 'ticket',
  landing: 'merged by',
  change: 'change',
};
const LONGEST = 200;

/** The chain behind a change for people, the outcome first. */
export function printChangeWhy(answer: ChangeWhyAnswer, style: ChangeWhyStyle): string {
  const text = changeWhyText(answer, style);
  if (text === null) return 'No answer.';
  const line = ({ kind, text, how }: ChangeHop, label = LABELS[kind]) =>
    row(label, `${plainLine(text, LONGEST)}${how === '' ? '' : ` (${how})`}`);
  const lines = text.outcome === null ? [] : [...wrap(text.outcome, ''), ''];
  lines.push(...text.hops.toReversed().map(hop => line(hop)), ...text.also.map(hop => line(hop, 'also')));
  if (text.gaps.length > 0) lines.push('');
  for (const gap of text.gaps) lines.push(...wrap(`${gap.title}. ${gap.text}`, '  '));
  return plain(lines.join('\n'));
}
