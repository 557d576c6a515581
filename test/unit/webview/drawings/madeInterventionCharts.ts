import { interventionsMetric } from '../../../../src/answers/flow/metrics/interventions.ts';
import type { Chart } from '../../../../src/model/flow/figure.ts';
import type { WorkItem } from '../../../../src/model/work.ts';
import { interventionFigures } from '../../../../src/wording/figures/interventions.ts';
import { inputOf } from '../../answers/flow/metrics/madeInterventions.ts';
import { createWork, measure } from '../../answers/flow/madeInput.ts';

/** Days that the items of a week take, in turn: about ten before the week of 5 April, about five since. */
const before = [9, 12, 8, 11, 13, 10, 9, 12, 11, 8];
const since = [5, 4, 6, 5, 3, 6];

/** Three items a week, of which every fourth week's are defects before, and every second week's since. */
const items: WorkItem[] = Array.from({ length: 53 }, (_, n) => n - 27).flatMap(week => {
  const days = week < 13 ? before[(week + 30) % 10] : since[week % 6];
  const type = week % (week < 13 ? 4 : 2) === 0 ? 'defect' : 'feature';
  return [1, 3, 5].map(day => createWork(7 * week + day, days ?? 0, { type }));
});

/** What the figures of an intervention draw: the shift, weekly cycle time around it, and the work types of both sides. */
export function madeInterventionCharts(): { readonly around: Chart; readonly sides: Chart } {
  const input = inputOf(items);
  const [, series, mix] = interventionFigures(measure(interventionsMetric, input), {
    window: input.window,
    timeZone: 'UTC',
    markers: [{ on: '2026-04-05', label: 'Pairing', kind: 'intervention' }],
    use: 'view',
  });
  if (series?.chart == null || mix?.chart == null) throw new RangeError('nothing is drawn');
  return { around: series.chart, sides: mix.chart };
}
