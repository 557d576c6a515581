import type { BarsChart, Chart, Figure, SeriesChart, Table } from '../model/flow/figure.ts';
import { valueLabel } from '../wording/figures/units.ts';
import { lowered } from '../wording/firstLetter.ts';
import { unbroken } from '../wording/unbroken.ts';
import { isNumeric, textRows } from './cellText.ts';
import { chartLine } from './markdown.ts';
import { plainLine } from './plain.ts';

const WIDTH = 100;
const MOST_ROWS = 40;
/** The longest cell of a table. */
const MOST_CHARACTERS = 100;

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
  if (figure.chart !== null) say(shapeText(figure.chart));
  figure.notes.forEach(say);
  say(figure.proxy);
  return lines;
}

/** A chart in one line, with what it shows and its scale: "Finished items by week: ▁▃·█, 8 items to 23 items"; '' without one. */
export function shapeText(chart: Chart): string {
  const shape = chartLine(chart);
  if (shape === '' || (chart.kind !== 'series' && chart.kind !== 'bars')) return '';
  const values = chart.kind === 'series' ? chart.points : chart.bars;
  const known = values.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(...known), Math.max(...known)].map(value => valueLabel(value, chart.unit));
  const scale = least === most ? least : `${least} to ${most}`;
  return `${shapeName(chart)}: ${shape}, ${scale}`;
}

function shapeName(chart: SeriesChart | BarsChart): string {
  if (chart.kind === 'series') return `${chart.yLabel} by ${lowered(chart.xLabel)}`;
  const [first, last] = [chart.bars.at(0), chart.bars.at(-1)];
  return `${chart.yLabel}, “${first?.label ?? ''}” to “${last?.label ?? ''}”`;
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
  const rows = [table.columns.map(({ label }) => label), ...textRows(table).slice(0, MOST_ROWS)].map(row =>
    row.map(cell => plainLine(cell, MOST_CHARACTERS)),
  );
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

/** Breaks a text into lines of at most 100 characters at spaces, each begun with `indent`; never within "95 %" or "n = 352". */
export function wrap(text: string, indent: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = '';
  const words = unbroken(text)
    .split(/[^\S\u00a0]+/)
    .map(word => word.replaceAll('\u00a0', ' '));
  for (const word of words.filter(part => part !== '')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}
