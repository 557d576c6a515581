import type { Chart, Figure, Table } from '../model/flow/figure.ts';
import { valueLabel } from '../wording/figures/units.ts';
import { isNumeric, textRows } from './cellText.ts';
import { plain } from './plain.ts';
import { sparkline } from './sparkline.ts';

/** Rows of the longest table that a document carries; CSV has all of them. */
const MOST_ROWS = 60;
/** Key figures that are read in brief; the table has all of them. */
const MOST_VALUES = 4;

export interface MarkdownOptions {
  /** Level of the figure's heading. */
  readonly level: number;
  /** Path of the figure's picture from the document; null for a table instead. */
  readonly picture: string | null;
  readonly withMethod: boolean;
}

/** A figure as Markdown: what it says, its picture or its table, what to know, and the question. */
export function figureMarkdown(figure: Figure, { level, picture, withMethod }: MarkdownOptions): string {
  const parts = [`${'#'.repeat(level)} ${escaped(figure.title)}`];
  const say = (text: string): void => {
    if (text !== '') parts.push(escaped(text));
  };
  say(figure.headline);
  say(figure.withheld);
  if (figure.proxy !== '') parts.push(`*${escaped(figure.proxy)}*`);
  const figures = figure.values.filter(({ value }) => value !== null);
  if (figures.length > 0)
    parts.push(
      figures
        .map(
          ({ label, value, unit, n }) =>
            `- ${escaped(label)}: ${value === null ? '' : valueLabel(value, unit)} (n = ${n})`,
        )
        .join('\n'),
    );
  const line = figure.chart === null ? '' : chartLine(figure.chart);
  if (picture !== null) parts.push(`![${escaped(figure.title)}](${picture})`);
  else if (line !== '') parts.push(`\`${line}\``);
  if (picture === null && figure.table !== null && figure.table.rows.length > 0)
    parts.push(tableMarkdown(figure.table));
  if (figure.notes.length > 0) parts.push(figure.notes.map(note => `- ${escaped(note)}`).join('\n'));
  if (withMethod && figure.method.length > 0) parts.push(figure.method.map(text => `> ${escaped(text)}`).join('\n>\n'));
  if (figure.prompt !== '') parts.push(`**To talk about:** ${escaped(figure.prompt)}`);
  return parts.join('\n\n');
}

interface BriefOptions extends Pick<MarkdownOptions, 'level' | 'picture'> {
  /** Shows the table where there is no picture. */
  readonly withTable: boolean;
}

/** The same in a few lines: what it says, a few key figures, its picture or else its table, and all notes in one line. */
export function figureInBrief(figure: Figure, { level, picture, withTable }: BriefOptions): string {
  const { title, headline, withheld, values, table, notes } = figure;
  const known = values.flatMap(({ label, value, unit, n }) =>
    value === null ? [] : [`${label}: ${valueLabel(value, unit)} (n = ${n})`],
  );
  const parts = [
    `${'#'.repeat(level)} ${escaped(title)}`,
    escaped(headline),
    escaped(withheld),
    escaped(known.slice(0, MOST_VALUES).join(' · ')),
    picture === null ? '' : `![${escaped(title)}](${picture})`,
    withTable && picture === null && table !== null && table.rows.length > 0 ? tableMarkdown(table) : '',
    escaped(notes.join(' ')),
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

/** A series or a histogram in one line of text; '' for other charts. */
export function chartLine(chart: Chart): string {
  if (chart.kind === 'series') return sparkline(chart.points.map(({ value }) => value));
  return chart.kind === 'bars' ? sparkline(chart.bars.map(({ value }) => value)) : '';
}

/** A GitHub-flavoured table. */
function tableMarkdown(table: Table): string {
  const rows = textRows(table);
  const line = (cells: readonly string[]): string => `| ${cells.map(cell => escaped(cell)).join(' | ')} |`;
  const rule = `|${table.columns.map(column => (isNumeric(column) ? ' ---: |' : ' --- |')).join('')}`;
  const left = rows.length - MOST_ROWS;
  return [
    line(table.columns.map(({ label }) => label)),
    rule,
    ...rows.slice(0, MOST_ROWS).map(line),
    ...(left > 0 ? ['', `*${left} more rows; the CSV export has all of them.*`] : []),
  ].join('\n');
}

/** Text as text: nothing in it becomes a link, an image, HTML, emphasis or a new line. */
export function escaped(text: string): string {
  return plain(text.replace(/[\r\n\u2028\u2029]+/g, ' ')).replace(/[\\`*_[\]<>|~&#]/g, '\\$&');
}
