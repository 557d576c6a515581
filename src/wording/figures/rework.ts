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
    headline: shown
      ? `${shareOpening(rework, 'deployments')} ${inWindow(context)} were made to mend an earlier failure${range}.`
      : '',
    proxy: DEPLOYMENT_PROXY,
    withheld: withheldText(withheld),
    values: shown
      ? [shareFigure('rework', 'Made to mend an earlier failure', rework, { things: 'deployments', needs: 20 })]
      : [],
    table: shown
      ? {
          caption: 'Deployments that were made to mend an earlier failure',
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
      'The share of deployments that nobody planned and that were made to mend an earlier failure (DORA: deployment rework rate): they are hotfixes, or at least half of their items are fixes or take something back, and they hold what mended a deployment that failed for certain. A planned deployment may hold that too; it ends the recovery time and is no rework.',
      'The interval is Wilson’s for 95 %. A percentage needs 20 deployments. The work-type filter does not apply.',
      'A patch release is no rework by its number alone, and code that is written anew is not what is meant here.',
    ],
    prompt: shown && rework.count > 0 ? 'What plans did the unplanned deployments push aside?' : '',
  });
}
