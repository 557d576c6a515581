import { figureMarkdown } from '../../export/markdown.ts';
import { plainLine } from '../../export/plain.ts';
import { figureText, figureTextInFull, wrap } from '../../export/plainText.ts';
import { leaderMarkdown } from '../../export/retrospective.ts';
import { untold, untoldLine } from '../../export/untold.ts';
import type { Figure } from '../../model/flow/figure.ts';
import type { DueMeasure } from '../../model/learn/calibration.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import { dayLabel, numberLabel } from '../../wording/dates.ts';
import { resultLabel } from '../../wording/figures/calibration.ts';
import { measureName, rowNote } from '../../wording/figures/calibrationNotes.ts';
import { reasonLabel } from '../../wording/figures/featureFactoryReasons.ts';
import type { LeaderQuestion } from '../../wording/leaderQuestions.ts';
import { plain } from './plain.ts';

/** The longest cell of a table. */
const MOST_CHARACTERS = 100;

/** What is told of an answer. */
export interface LearnParts {
  readonly answer: LearnAnswer;
  readonly figures: readonly Figure[];
  readonly leader: readonly LeaderQuestion[];
}

/** What became of the outcomes with a line for each due measure, why each epic counts, and what is known of the leader's questions. */
export function printLearn({ answer, figures, leader }: LearnParts): string {
  const lines = [`Outcomes as of ${dayLabel(answer.today)}`];
  for (const figure of figures.filter(({ withheld }) => withheld === ''))
    lines.push('', ...figureText(withRows(figure)), ...rowsOf(figure, answer));
  const known = leader.filter(question => question.known.length > 0);
  if (known.length > 0) lines.push('', 'What the epic files tell of the leader’s questions');
  for (const question of known) {
    lines.push(`  ${question.about}`);
    lines.push(...question.known.flatMap(line => wrap(line, '    ')));
  }
  const reasons = untold(figures);
  if (reasons.length > 0) lines.push('', 'What cannot be told here yet');
  for (const reason of reasons) lines.push(...wrap(untoldLine(reason), '  '));
  lines.push('', ...wrap(`outcome-lens learn --figure ID shows one in full: ${idsOf(figures)}`, ''));
  return plain(lines.join('\n'));
}

/** One figure with its table, how it is measured, and its question. */
export function printLearnFigure({ today }: LearnAnswer, figure: Figure): string {
  return plain([`Outcomes as of ${dayLabel(today)}`, '', ...figureTextInFull(figure)].join('\n'));
}

/** All figures with their tables, and the leader's questions. */
export function learnMarkdown({ answer, figures, leader }: LearnParts): string {
  return [
    `# Outcomes as of ${dayLabel(answer.today)}`,
    ...figures.map(figure => figureMarkdown(withRows(figure), { level: 2, picture: null, withMethod: false })),
    '## The leader’s questions',
    leaderMarkdown(leader),
  ].join('\n\n');
}

/** Bars of a few kinds make no line of text; the rows below say more. */
function withRows(figure: Figure): Figure {
  return figure.chart?.kind === 'bars' ? { ...figure, chart: null } : figure;
}

export function idsOf(figures: readonly Figure[]): string {
  return figures.map(({ id }) => id).join(', ');
}

function rowsOf({ id }: Figure, { calibration, ratio }: LearnAnswer): string[] {
  if (id === 'calibration') return columns(calibration.due.map(dueRow));
  if (id !== 'featureFactoryReasons') return [];
  return columns(ratio.epics.map(({ key, title, reason }) => [key, title, reasonLabel(reason)]));
}

/** "PAY-60  contacts a week  9.4 -> 6.3, target 7  Hit  due 8 Sep 2026". */
function dueRow(measure: DueMeasure): string[] {
  const { foreseen, actual, due } = measure;
  const text = (value: number | null | undefined): string => (value == null ? '?' : numberLabel(value));
  const note = rowNote(measure);
  return [
    measure.key,
    measureName(measure),
    `${text(foreseen.baseline)} -> ${text(actual?.value)}, target ${text(foreseen.target)}`,
    resultLabel(measure),
    `${due === null ? 'no day' : `due ${dayLabel(due)}`}${note === '' ? '' : `; ${note}`}`,
  ];
}

function columns(whole: readonly (readonly string[])[]): string[] {
  const rows = whole.map(row => row.map(cell => plainLine(cell, MOST_CHARACTERS)));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows.map(row => `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
