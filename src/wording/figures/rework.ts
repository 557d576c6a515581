import type { Figure } from '../../model/flow/figure.ts';
import type { Rework } from '../../model/flow/rework.ts';
import { DEPLOYMENT_PROXY, leftOutNotes } from './changeFailure.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { intervalText, inWindow, shareFigure, shareOpening } from './share.ts';
import { withheldText } from './withheld.ts';

/** Deployment rework rate. */
export function reworkFigure(result: Rework, context: FigureContext): Figure {
  const { withheld, rework, interval } = result;
  const shown = withheld === null;
  const range = interval === null ? '' : ` (95 % interval ${intervalText(interval)})`;
  return createFigure({
    id: 'rework',
    group: 'quality',
    title: 'Deployment rework rate',
    headline: shown ? `${shareOpening(rework, 'deployments')} ${inWindow(context)} mended an earlier one${range}.` : '',
    proxy: DEPLOYMENT_PROXY,
    withheld: withheldText(withheld),
    values: shown
      ? [shareFigure('rework', 'Deployments to mend others', rework, { things: 'deployments', needs: 20 })]
      : [],
    table: shown
      ? {
          caption: 'Deployments that mended an earlier one',
          columns: [
            { id: 'rework', label: 'Rework', kind: 'plain' },
            { id: 'of', label: 'Of', kind: 'plain' },
            { id: 'share', label: 'Share', kind: 'share' },
            { id: 'low', label: '95 % interval from', kind: 'share' },
            { id: 'high', label: 'to', kind: 'share' },
          ],
          rows: [[rework.count, rework.of, rework.share, interval?.low ?? null, interval?.high ?? null]],
        }
      : null,
    notes: leftOutNotes(result),
    method: [
      'The share of deployments that nobody planned and that mend an earlier one (DORA: deployment rework rate): at least half of their items are fixes or take something back, and they hold what mended a deployment that failed for certain.',
      'The interval is Wilson’s for 95 %. A percentage needs 20 deployments. The work-type filter does not apply.',
      'A patch release is no rework by its number alone, and code that is written anew is not what is meant here.',
    ],
    prompt: shown && rework.count > 0 ? 'What plans did the unplanned deployments push aside?' : '',
  });
}
