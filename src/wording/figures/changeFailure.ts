import type { ChangeFailure } from '../../model/flow/changeFailure.ts';
import type { Figure, RangesChart, Table } from '../../model/flow/figure.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { intervalText, inWindow, shareFigure } from './share.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

const SURE = 'Failed for certain';
const PERHAPS = 'Failed, or may have';
const CANNOT_TELL =
  'Whether more failed cannot be told: for more than 40 % of the items nothing but a word in a title, or nothing at all, tells the work type, and so nothing tells a patch of fixes.';
const NEEDS = { things: 'deployments', needs: 20 };

/** What tells a deployment and a failure where only git is read; the figures about deployments share it. */
export const DEPLOYMENT_PROXY =
  'Release tags stand for deployments; reverts, hotfixes and quick patches for failures. An incident that left no trace in git is not in it.';

/** Which deployments the figures about them leave out, in words. */
export function leftOutNotes({ first, empty }: { readonly first: number; readonly empty: number }): string[] {
  const notes: string[] = [];
  if (first > 0) notes.push(`Left out: ${first} first of a release line; what they brought cannot be told.`);
  if (empty > 0) notes.push(`Left out: ${empty} that held nothing new.`);
  return notes;
}

/** Change failure rate: the range from what is certain to what is likely. */
export function changeFailureFigure(result: ChangeFailure, context: FigureContext): Figure {
  const { withheld, confirmed, suspected, immature, rework } = result;
  const shown = withheld === null;
  const notes: string[] = [];
  if (immature > 0)
    notes.push(`Left out: ${immature} younger than 14 days; there has not been time to see whether they hold.`);
  if (rework > 0) notes.push(`Left out: ${rework} made to mend an earlier failure; they count as rework.`);
  if (shown && suspected === null) notes.push(CANNOT_TELL);
  return createFigure({
    id: 'changeFailure',
    group: 'quality',
    title: 'Change failure rate',
    headline: shown ? headlineOf(result, context) : '',
    proxy: DEPLOYMENT_PROXY,
    withheld: withheldText(withheld),
    values: shown
      ? [
          shareFigure('confirmed', SURE, confirmed, NEEDS),
          suspected === null
            ? { id: 'suspected', label: PERHAPS, value: null, unit: 'share', n: 0, why: CANNOT_TELL }
            : shareFigure('suspected', PERHAPS, suspected, NEEDS),
        ]
      : [],
    chart: shown ? chartOf(result) : null,
    table: shown ? tableOf(result) : null,
    notes: [...notes, ...leftOutNotes(result)],
    method: [
      'The share of deployments that had to be mended (DORA: change fail rate), as a range: from those that failed for certain to those and the ones that may have.',
      'Certain: something that the deployment brought was taken back within 14 days after it, or a hotfix of its release line followed within 14 days. May have: the next patch of its line came within 7 days and was mostly fixes. Deployments that were made to mend an earlier failure are rework and are not counted here.',
      'The interval is Wilson’s for 95 %, on what is certain. A percentage needs 20 deployments. The work-type filter does not apply.',
      'It cannot tell how bad a failure was, and it does not see what was mended by a later release without a trace.',
    ],
    prompt:
      shown && (suspected ?? confirmed).count > 0
        ? 'What did the deployments that had to be mended have in common, and what would have shown it earlier?'
        : '',
  });
}

function headlineOf({ confirmed, suspected, interval }: ChangeFailure, context: FigureContext): string {
  const { count, of, share } = confirmed;
  const perhaps = (suspected?.count ?? count) - count;
  if (share === null || interval === null) {
    const more = perhaps > 0 ? `; ${perhaps} more may have` : '';
    return `${count} of ${of} deployments ${inWindow(context)} failed for certain${more}.`;
  }
  const certain = `${valueLabel(share, 'share')} of ${of} deployments ${inWindow(context)} failed for certain (95 % interval ${intervalText(interval)})`;
  return suspected !== null && suspected.share !== null && perhaps > 0
    ? `${certain}, and up to ${valueLabel(suspected.share, 'share')} with those that may have.`
    : `${certain}.`;
}

function chartOf({ confirmed, suspected, interval }: ChangeFailure): RangesChart | null {
  if (confirmed.share === null) return null;
  return {
    kind: 'ranges',
    xLabel: '',
    yLabel: 'Share of deployments',
    unit: 'share',
    zero: false,
    rows: [
      {
        label: SURE,
        value: confirmed.share,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        lines: [`${confirmed.count} of ${confirmed.of} deployments`],
      },
      ...(suspected === null
        ? []
        : [
            {
              label: PERHAPS,
              value: suspected.share,
              low: null,
              high: null,
              lines: [`${suspected.count} of ${suspected.of} deployments`],
            },
          ]),
    ],
  };
}

function tableOf({ confirmed, suspected, interval }: ChangeFailure): Table {
  return {
    caption: 'Deployments that failed',
    columns: [
      { id: 'what', label: 'What', kind: 'text' },
      { id: 'count', label: 'Deployments', kind: 'plain' },
      { id: 'of', label: 'Of', kind: 'plain' },
      { id: 'share', label: 'Share', kind: 'share' },
      { id: 'low', label: '95 % interval from', kind: 'share' },
      { id: 'high', label: 'to', kind: 'share' },
    ],
    rows: [
      [SURE, confirmed.count, confirmed.of, confirmed.share, interval?.low ?? null, interval?.high ?? null],
      [PERHAPS, suspected?.count ?? null, suspected?.of ?? null, suspected?.share ?? null, null, null],
    ],
  };
}
