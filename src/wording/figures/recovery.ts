import type { Figure, Table } from '../../model/flow/figure.ts';
import type { Recovery } from '../../model/flow/recovery.ts';
import { DEPLOYMENT_PROXY } from './changeFailure.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { inWindow } from './share.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

const OPEN = 'Half of the failures are not mended yet, so half of them have no recovery time.';

/** Failed deployment recovery time; a list where there are too few for a figure. */
export function recoveryFigure(result: Recovery, context: FigureContext): Figure {
  const { withheld, failures, recovered, p50, p50Withheld, list } = result;
  const shown = withheld === null;
  const why = p50Withheld === 'open' ? OPEN : withheldText(p50Withheld);
  const open = failures - recovered;
  return createFigure({
    id: 'recovery',
    group: 'quality',
    title: 'Recovery time',
    headline: shown ? headlineOf(result, context) : '',
    proxy: DEPLOYMENT_PROXY,
    withheld: withheldText(withheld),
    values: shown
      ? [
          {
            id: 'p50',
            label: 'Half were mended within',
            value: p50,
            unit: 'seconds',
            n: failures,
            why: p50 === null ? why : null,
          },
        ]
      : [],
    table: shown && list.length > 0 ? tableOf(result) : null,
    notes:
      shown && open > 0
        ? [
            `${open} of ${failures} not mended yet; ${open === 1 ? 'it counts' : 'they count'} as longer than until now, and ${open === 1 ? 'is' : 'are'} not left out.`,
          ]
        : [],
    method: [
      'The time from a deployment that failed for certain to the first deployment that holds what mended it (DORA: failed deployment recovery time), elapsed.',
      '"Half within x" is the first time by which at most half were still open (Kaplan and Meier); without open failures that is the nearest-rank 50 %. It needs 5 failures; below that there is a list and no figure.',
      'Failures that are only suspected are left out, and so are outages that no deployment began. It cannot tell when people noticed, or what customers felt meanwhile. The work-type filter does not apply.',
    ],
    prompt: shown ? 'What helped most in getting back on our feet, and what did we wait for?' : '',
  });
}

function headlineOf({ failures, recovered, p50 }: Recovery, context: FigureContext): string {
  const count = failures === 1 ? 'One deployment' : `${failures} deployments`;
  if (p50 === null) return `${count} failed for certain ${inWindow(context)}; ${recovered} mended by now.`;
  return `Half of the ${failures} deployments that failed ${inWindow(context)} were mended within ${valueLabel(p50, 'seconds')}.`;
}

function tableOf({ list }: Recovery): Table {
  return {
    caption: 'Failed deployments and how long it took to mend them',
    columns: [
      { id: 'version', label: 'Version', kind: 'text' },
      { id: 'on', label: 'Deployed on', kind: 'day' },
      { id: 'seconds', label: 'Mended after', kind: 'seconds' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: list.map(({ version, on, seconds }) => [version, on, seconds, seconds === null ? 'not mended yet' : '']),
  };
}
