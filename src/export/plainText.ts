import type { Figure, Table } from '../model/flow/figure.ts';
import { valueLabel } from '../wording/figures/units.ts';
import { isNumeric, textRows } from './cellText.ts';
import { chartLine } from './markdown.ts';

const WIDTH = 100;
const MOST_ROWS = 40;

/** A figure in a few lines for a terminal: what it says, key figures, its shape, and what to know. */
export function figureText(figure: Figure): string[] {
  const lines = [figure.title];
  const say = (text: string): void => {
    if (text !== '') lines.push(...wrap(text, '  '));
  };
  say(figure.headline);
  say(figure.withheld);
  for (const { label, value, unit, n } of figure.values)
    if (value !== null) lines.push(`  ${label}: ${valueLabel(value, unit)} (n = ${n})`);
  const shape = figure.chart === null ? '' : chartLine(figure.chart);
  if (shape !== '') lines.push(`  ${shape}`);
  figure.notes.forEach(say);
  say(figure.proxy);
  return lines;
}

/** The same with its table, how it is measured, and the question. */
export function figureTextInFull(figure: Figure): string[] {
  const lines = figureText(figure);
  if (figure.table !== null && figure.table.rows.length > 0) lines.push('', ...tableText(figure.table));
  if (figure.method.length > 0)
    lines.push('', '  How this is measured', ...figure.method.flatMap(text => wrap(text, '  ')));
  if (figure.prompt !== '') lines.push('', ...wrap(`To talk about: ${figure.prompt}`, '  '));
  return lines;
}

function tableText(table: Table): string[] {
  const rows = [table.columns.map(({ label }) => label), ...textRows(table).slice(0, MOST_ROWS)];
  const widths = table.columns.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const lines = rows.map(row =>
    `  ${table.columns
      .map((column, index) => {
        const [text, width] = [row[index] ?? '', widths[index] ?? 0];
        return isNumeric(column) ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')}`.trimEnd(),
  );
  const left = table.rows.length - MOST_ROWS;
  return left > 0 ? [...lines, `  … ${left} more rows; --format csv has all of them`] : lines;
}

/** Breaks a text into lines of at most 100 characters at spaces, each begun with `indent`. */
export function wrap(text: string, indent: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}
