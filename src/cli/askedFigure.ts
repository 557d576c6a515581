import type { Figure } from '../model/flow/figure.ts';
import type { FlowAnswer } from '../model/flow/flow.ts';
import { exportedId } from '../wording/figures/exported.ts';
import { FIGURE_IDS, isFigureId } from '../wording/figures/figureIds.ts';
import { figuresOf } from '../wording/figures/figures.ts';
import { UsageError, type Format } from './args.ts';

/** The one figure of `--figure`, and what its reader should know. */
export interface AskedFigure {
  readonly figure: Figure;
  /** True when it shows nothing; as CSV also where it has no table. */
  isEmpty(format: Format): boolean;
  /** For stderr, a line each. */
  diagnostics(format: Format): readonly string[];
}

/** Throws a UsageError that lists the ids where there is no such figure. */
export function askedFigure(answer: FlowAnswer & { state: 'shown' }, id: string): AskedFigure {
  const figures = figuresOf(answer);
  const byId = (wanted: string): Figure | undefined => figures.find(candidate => candidate.id === wanted);
  const figure = byId(id) ?? byId(exportedId(id));
  if (figure === undefined)
    throw unknownFigure(
      figures.map(known => known.id),
      id,
    );
  const isEmpty = (format: Format): boolean =>
    figure.withheld !== '' || (format === 'csv' && (figure.table?.rows.length ?? 0) === 0);
  return {
    figure,
    isEmpty,
    diagnostics: format => [
      ...(figure.id === id
        ? []
        : [`What leaves the screen has no dots, so ${figure.id} is the same as ${id}: here it is.`]),
      ...(format === 'csv' && isEmpty(format) ? [`No table: ${whyEmpty(figure)}`] : []),
    ],
  };
}

/** The same for an answer without figures: a typing error is one whatever the history holds. */
export function checkFigure(id: string): void {
  if (!isFigureId(id)) throw unknownFigure(FIGURE_IDS, id);
}

function unknownFigure(known: readonly string[], id: string): UsageError {
  return new UsageError(`--figure takes one of ${known.join(', ')}, not "${id}"`);
}

/** Why a figure has no table. */
export function whyEmpty({ title, withheld, headline }: Figure): string {
  const why = [withheld, headline, 'There is nothing to list.'].find(text => text !== '');
  return `${title}: ${why ?? ''}`;
}
