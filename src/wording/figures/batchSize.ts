import type { BatchSize, SizeLine } from '../../model/flow/batchSize.ts';
import type { Figure, KeyFigure, Unit } from '../../model/flow/figure.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { LIMITS_METHOD, seriesFigureParts } from './processBehaviour.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** How large the items are that land, and whether their middle size changes. */
export function batchSizeFigure(result: BatchSize, context: FigureContext): Figure {
  const { measure, series, linesWithheld } = result;
  const figure = createFigure({
    id: 'batchSize',
    group: 'effectiveness',
    title: 'Batch size',
    focus: 'batchSize',
    withheld: withheldText(result.withheld, context.window),
    method: METHOD.slice(),
  });
  if (result.withheld !== null) return figure;
  const parts =
    series === null
      ? null
      : seriesFigureParts(
          {
            series,
            unit: measure,
            label: `50 % have at most (${measure})`,
            caption: `Middle size of items, in ${measure}`,
          },
          context,
        );
  const unit = result[measure] === null ? 'files' : measure;
  const { items, percentiles } = result[measure] ?? result.files;
  const [half, most] = percentiles.map(({ value }) => value ?? null);
  return {
    ...figure,
    headline:
      half == null || most == null
        ? `${items} sized items are too few for a figure.`
        : `Half of the items changed at most ${valueLabel(half, unit)}, 85 % at most ${valueLabel(most, unit)} (n = ${items} in ${context.window.weeks} weeks).`,
    values: [
      ...valuesOf(result.lines, 'lines', linesWithheld === null ? null : withheldText(linesWithheld)),
      ...valuesOf(result.files, 'files', null),
      ...valuesOf(result.commits, 'commits', null),
    ],
    chart: parts?.chart ?? null,
    table: parts?.table ?? null,
    notes: [...(linesWithheld === null ? [] : [withheldText(linesWithheld)]), ...(parts?.notes ?? [])],
    prompt: 'Which large change could have landed in two steps, and what kept us from it?',
  };
}

const METHOD: readonly string[] = [
  'What an item changed on the main branch: files, and lines added and deleted together. Generated files, lock files and binaries count as files, not as lines.',
  'Commits are counted for merged branches only: a squash merge leaves one of any number.',
  'Percentiles are nearest-rank and need 19 items; a bin of the series needs three.',
  LIMITS_METHOD,
  'Size is no measure of value or effort; a small change can be the hard one.',
];

function valuesOf(line: SizeLine | null, unit: Unit, why: string | null): KeyFigure[] {
  if (line === null) {
    const label = `50 and 85 % have at most (${unit})`;
    return [{ id: unit, label, value: null, unit, n: 0, why: withheldText({ code: 'people' }) }];
  }
  const { items, percentiles } = line;
  return percentiles.map(({ percent, value, needs }) => ({
    id: `${unit}-p${percent}`,
    label: `${percent} % have at most (${unit})`,
    value,
    unit,
    n: items,
    why: value === null ? (why ?? `Needs ${needs} items, has ${items}.`) : null,
  }));
}
