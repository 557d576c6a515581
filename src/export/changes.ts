import type { Figure } from '../model/flow/figure.ts';
import { valueLabel } from '../wording/figures/units.ts';

/** More stretches of one figure are read by nobody. */
const MOST_STRETCHES = 3;

/** What stands out in a figure, in one line. */
export interface Change {
  readonly title: string;
  readonly text: string;
}

/**
 * What departs from a series’ own past, a line a series, and what is different since the dates that the team named. A series
 * that several figures draw is told once.
 */
export function changesOf(figures: readonly Figure[]): Change[] {
  const told = new Set<string>();
  const fresh = figures.flatMap((figure): Change[] => {
    const text = figure.id === 'interventions' ? figure.headline : signalText(figure);
    if (text === '' || told.has(text)) return [];
    told.add(text);
    return [{ title: figure.title, text }];
  });
  return fresh;
}

function signalText({ title, chart }: Figure): string {
  if (chart?.kind !== 'series') return '';
  const rules = [...new Set(chart.points.flatMap(({ signals }) => signals))];
  const parts = rules.map(rule => {
    const points = chart.points.filter(({ signals }) => signals.includes(rule));
    const named = points.slice(0, MOST_STRETCHES).map(({ from, lines, value }) => {
      return `${lines[0] ?? from}${value === null ? '' : ` (${valueLabel(value, chart.unit)})`}`;
    });
    const more = points.length - named.length;
    return `${rule}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  });
  if (parts.length === 0) return '';
  const what = chart.yLabel === title ? [] : [chart.yLabel];
  return [...what, ...parts].map(sentence).join(' ');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
