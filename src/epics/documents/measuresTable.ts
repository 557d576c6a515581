import type { Measure } from '../../model/outcome.ts';
import { plainWords } from '../template.ts';

const HEAD = ['measure', 'baseline', 'target', 'by', 'last measured'];
/** Stands where the epic says nothing. */
export const NO_VALUE = '–';

/** The epic's measures as a Markdown table of one line a measure, without an ending; '' without measures. */
export function measuresTable(measures: readonly Measure[]): string {
  if (measures.length === 0) return '';
  return [HEAD.join(' | '), HEAD.map(() => '---').join('|'), ...measures.map(row)]
    .map((line, at) => (at === 1 ? `|${line}|` : `| ${line} |`))
    .join('\n');
}

function row(measure: Measure): string {
  const last = measure.measured.reduce<Measure['measured'][number] | null>(
    (latest, one) => (latest === null || one.on >= latest.on ? one : latest),
    null,
  );
  const value = (number: number | null) => (number === null ? NO_VALUE : cell(`${number} ${measure.unit ?? ''}`));
  const measured = last === null ? NO_VALUE : `${value(last.value)} (${cell(last.on)})`;
  return [
    cell(measure.name),
    value(measure.baseline),
    value(measure.target),
    cell(measure.by ?? NO_VALUE),
    measured,
  ].join(' | ');
}

/** One line of words that ends no cell. */
function cell(text: string): string {
  return plainWords(text).replace(/[\\|]/g, '\\$&');
}
