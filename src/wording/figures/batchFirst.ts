import type { BatchFirst, BatchFirstVerdict } from '../../model/flow/batchFirst.ts';
import type { Figure } from '../../model/flow/figure.ts';
import { dayLabel } from '../dates.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { LIMITS_METHOD, seriesFigureParts } from './processBehaviour.ts';
import { withheldText } from './withheld.ts';

const FRAME: Pick<Figure, 'id' | 'group' | 'title' | 'method'> = {
  id: 'batchFirst',
  group: 'past',
  title: 'Did batch size rise before cycle time did?',
  method: [
    'The middle size of the items of each week, by the week in which they were begun, and their middle cycle time, by the week in which they finished (nearest rank; a week needs three items). The first upward signal of each tells which rose first.',
    'Large items take longer by themselves. So cycle time is looked at again inside equal size groups: each item less the middle of its third by size. The rank correlation (Spearman) is over all items and needs 20.',
    LIMITS_METHOD,
    'Items begun in the last weeks and not finished are not in it yet. An order in time and an association say nothing about what brought the change about.',
  ],
};

/** Which of the two rose first, and whether size is the whole story. */
export function batchFirstFigure(result: BatchFirst, context: FigureContext): Figure {
  const { withheld, verdict, measure, size, time, n, correlation } = result;
  if (withheld !== null || verdict === null || size === null || time === null)
    return createFigure({ ...FRAME, withheld: withheldText(withheld, context.window) });
  const sizes = seriesFigureParts(
    {
      series: size,
      unit: measure,
      label: measure === 'lines' ? 'Lines of the middle item' : 'Files of the middle item',
      caption: 'Batch size by the week in which items were begun',
      what: 'Batch size',
    },
    context,
  );
  const times = seriesFigureParts(
    { series: time, unit: 'seconds', label: '50 % finished in at most', caption: 'Cycle time', what: 'Cycle time' },
    context,
  );
  return createFigure({
    ...FRAME,
    headline: `${claimOf(verdict, result)} (n = ${n} items with both figures).`,
    values: [
      {
        id: 'correlation',
        label: 'Rank correlation of size and cycle time',
        value: correlation?.rho ?? null,
        unit: 'ratio',
        n,
        why: correlation === null ? 'Needs 20 items with both figures that are not all alike.' : null,
      },
    ],
    chart: sizes.chart,
    table: sizes.table,
    notes: [...insideNotes(result), ...sizes.notes, ...times.notes],
    prompt: PROMPTS[verdict],
  });
}

function claimOf(verdict: BatchFirstVerdict, { sizeRose, timeRose, risesInsideSizes }: BatchFirst): string {
  const [first, second] = [sizeRose, timeRose].map(day => (day === null ? '' : `week of ${dayLabel(day)}`));
  const inside =
    risesInsideSizes === null
      ? 'whether it did inside equal size groups cannot be told'
      : `inside equal size groups cycle time ${risesInsideSizes ? 'did' : 'did not'} change`;
  switch (verdict) {
    case 'preceded':
      return `Batch size rose first (${first ?? ''}), cycle time followed (${second ?? ''}); ${inside}`;
    case 'together':
      return `Batch size and cycle time rose together (${first ?? ''}); ${inside}`;
    case 'followed':
      return `Cycle time rose first (${second ?? ''}), batch size followed (${first ?? ''}); ${inside}`;
    case 'onlySize':
      return `Batch size rose (${first ?? ''}); cycle time shows no upward signal`;
    case 'onlyTime':
      return `Cycle time rose (${second ?? ''}); batch size shows no upward signal; ${inside}`;
    case 'neither':
      return 'Neither batch size nor cycle time shows an upward signal';
  }
}

function insideNotes({ risesInsideSizes }: BatchFirst): string[] {
  return risesInsideSizes === true ? ['Size is not the whole story: items of like size take longer, too.'] : [];
}

const PROMPTS: Readonly<Record<BatchFirstVerdict, string>> = {
  preceded: 'What made the pieces larger, and could the next large one land in two steps?',
  together: 'What was going on in that week that both could come from?',
  followed: 'What slowed the work before the pieces grew?',
  onlySize: 'What made the pieces larger, and who notices?',
  onlyTime: 'If it is not the size, where did the work wait?',
  neither: '',
};
