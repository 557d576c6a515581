import type { Figure, FigureGroup } from '../../src/model/flow/figure.ts';
import type { ShownState } from '../../src/protocol/insightsProtocol.ts';

export interface Section {
  readonly id: FigureGroup | 'focus';
  readonly title: string;
  readonly figures: readonly Figure[];
  /** What is called so is pinned, but has no figure here. */
  readonly absent: readonly string[];
  /** Figures that this repository cannot give yet. */
  readonly silent: readonly Figure[];
  /** What stands in for the real thing in several of the figures: said once. */
  readonly proxies: readonly string[];
  /** Id of the picture that has no other one to stand beside: pictures stand in pairs. */
  readonly alone: string | null;
}

const groups: readonly { readonly id: FigureGroup; readonly title: string }[] = [
  { id: 'speed', title: 'Speed' },
  { id: 'effectiveness', title: 'Effectiveness' },
  { id: 'quality', title: 'Quality' },
  { id: 'impact', title: 'Impact' },
  { id: 'past', title: 'Against its own past' },
];

/** Whether a figure has anything to show besides why it has not. */
export function isTelling(figure: Figure): boolean {
  return (
    figure.headline !== '' ||
    figure.chart !== null ||
    figure.table !== null ||
    figure.values.some(({ value }) => value !== null)
  );
}

/**
 * The figures in the order in which they are read: what the team pinned, in its order (nothing, while it has not), then
 * group by group.
 */
export function sectionsOf({ figures, focus }: Pick<ShownState, 'figures' | 'focus'>): Section[] {
  const pinned = focus.flatMap(({ metric }) => figures.find(figure => figure.focus === metric) ?? []);
  const rest = figures.filter(figure => !pinned.includes(figure));
  const grouped = groups.map(({ id, title }): Section => {
    const mine = rest.filter(figure => figure.group === id);
    const telling = mine.filter(isTelling);
    return {
      id,
      title,
      figures: telling,
      absent: [],
      silent: mine.filter(figure => !isTelling(figure)),
      proxies: shared(telling),
      alone: aloneIn(telling),
    };
  });
  const filled = grouped.filter(section => section.figures.length + section.silent.length > 0);
  const focusable = figures.some(figure => figure.focus !== null);
  if (!focusable) return filled;
  const absent = focus
    .filter(({ metric }) => !pinned.some(figure => figure.focus === metric))
    .map(({ label }) => label);
  const first: Section = {
    id: 'focus',
    title: 'Focus',
    figures: pinned,
    absent,
    silent: [],
    proxies: shared(pinned),
    alone: aloneIn(pinned),
  };
  return [first, ...filled];
}

/** Sentences about stand-ins that several figures have. */
function shared(figures: readonly Figure[]): string[] {
  const proxies = figures.map(({ proxy }) => proxy).filter(proxy => proxy !== '');
  return [...new Set(proxies.filter((proxy, index) => proxies.indexOf(proxy) !== index))];
}

/** A map takes a row by itself, and so does what has no picture. */
function aloneIn(figures: readonly Figure[]): string | null {
  const pictures = figures.filter(({ chart }) => chart !== null && chart.kind !== 'map');
  return pictures.length % 2 === 0 ? null : (pictures.at(-1)?.id ?? null);
}
