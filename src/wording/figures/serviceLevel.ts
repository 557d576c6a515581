import type { Figure } from '../../model/flow/figure.ts';
import type { ServiceLevel } from '../../model/flow/serviceLevel.ts';
import { CYCLE_TIME_PROXY } from './cycleTimeProxy.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** What the first weeks let one expect, and how often it held afterwards. */
export function serviceLevelFigure(result: ServiceLevel, { window }: FigureContext): Figure {
  const { withheld, days, setOn, testedOn, hits, share, low, high } = result;
  const frame = {
    id: 'serviceLevel',
    group: 'speed' as const,
    title: 'Service level expectation',
    proxy: CYCLE_TIME_PROXY,
    method: [
      'The expectation is the number of calendar days, inclusive, within which 85 % of the items of the window’s first weeks finished (nearest rank; 19 items at least). It is tested on the items of the later weeks only (10 at least), never on those that set it.',
      'The share is given with its Wilson interval of 95 %. Where 85 % lies inside it, the later items give no reason to doubt the expectation.',
      'It is a forecast from the team’s own past, not a promise and not a target.',
    ],
  };
  if (withheld !== null || days === null || setOn === null || testedOn === null || share === null)
    return createFigure({ ...frame, withheld: withheldText(withheld, window) });
  const expected = `85 % in at most ${valueLabel(days, 'days')}`;
  const interval = low === null || high === null ? '' : `, 95 % interval ${shareLabel(low)} to ${shareLabel(high)}`;
  const held = `${hits ?? 0} of ${testedOn.items} later items`;
  return createFigure({
    ...frame,
    headline: `Expected from the first ${setOn.weeks} weeks: ${expected} (n = ${setOn.items}). It held for ${held} (${shareLabel(share)}${interval}).`,
    values: [
      { id: 'expectation', label: '85 % in at most', value: days, unit: 'days', n: setOn.items, why: null },
      { id: 'held', label: 'Later items that met it', value: share, unit: 'share', n: testedOn.items, why: null },
    ],
    chart: {
      kind: 'ranges',
      xLabel: 'Later items that met the expectation',
      yLabel: '',
      unit: 'share',
      zero: false,
      rows: [{ label: expected, value: share, low, high, lines: [held] }],
    },
    table: {
      caption: 'Service level expectation and how it held',
      columns: [
        { id: 'part', label: 'Weeks', kind: 'text' },
        { id: 'from', label: 'From', kind: 'day' },
        { id: 'to', label: 'Before', kind: 'day' },
        { id: 'items', label: 'Items', kind: 'items' },
        { id: 'days', label: 'Expectation', kind: 'days' },
        { id: 'hits', label: 'Met it', kind: 'items' },
        { id: 'share', label: 'Share', kind: 'share' },
        { id: 'low', label: 'Low', kind: 'share' },
        { id: 'high', label: 'High', kind: 'share' },
      ],
      rows: [
        ['set it', setOn.from, setOn.to, setOn.items, days, null, null, null, null],
        ['tested it', testedOn.from, testedOn.to, testedOn.items, days, hits, share, low, high],
      ],
    },
    prompt: 'Is this an expectation that we could give to those who ask when something will be done?',
  });
}

function shareLabel(share: number): string {
  return valueLabel(Math.round(share * 100) / 100, 'share');
}
