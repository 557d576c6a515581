import type { Figure } from '../../model/flow/figure.ts';
import type { Improving, ImprovingMeasure, Lately } from '../../model/flow/improving.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { LIMITS_METHOD, seriesFigureParts, type SeriesFigureParts } from './processBehaviour.ts';
import { withheldText } from './withheld.ts';

const FRAME: Pick<Figure, 'id' | 'group' | 'title' | 'method'> = {
  id: 'improving',
  group: 'past',
  title: 'Is this team improving against its own baseline?',
  method: [
    'Cycle time (of each week, the time within which half of its items finished), throughput and revert rate are compared with the limits of each one’s own past. A signal counts when it reaches into the last eight values. Less time, more items and fewer reverts are taken as the welcome side.',
    '“Improving” needs a welcome signal in at least one of them and no unwelcome one in the others; with both it is a trade-off; without signals there is no detectable change.',
    LIMITS_METHOD,
    'It cannot tell why, and it cannot tell whether the work was worth doing. Signals are a reason to ask, and no measure of anybody.',
  ],
};

const MEASURES: Readonly<Record<ImprovingMeasure['id'], { readonly what: string; readonly label: string }>> = {
  cycleTime: { what: 'Cycle time', label: '50 % finished in at most' },
  throughput: { what: 'Throughput', label: 'Finished items' },
  reverts: { what: 'Revert rate', label: 'Taken back within 30 days' },
};

const LATELY: Readonly<Record<Lately, string>> = {
  favourable: 'a signal on the welcome side',
  unfavourable: 'a signal on the unwelcome side',
  both: 'signals on both sides',
  step: 'a larger step than expected, to neither side',
  noSignal: 'within its limits',
};

const VERDICTS: Readonly<Record<NonNullable<Improving['verdict']>, string>> = {
  improving: 'Improving against its own baseline',
  tradeOff: 'A trade-off against its own baseline',
  unfavourable: 'Signals on the unwelcome side of its own baseline',
  noChange: 'No detectable change against its own baseline',
};

/** The answer to the question, and what it rests on. */
export function improvingFigure(result: Improving, context: FigureContext): Figure {
  const { withheld, verdict, measures } = result;
  if (withheld !== null) return createFigure({ ...FRAME, withheld: withheldText(withheld, context.window) });
  const told = measures.flatMap(({ id, series }) =>
    series === null ? [] : [{ id, parts: partsOf(id, series, context) }],
  );
  if (verdict === null)
    return createFigure({ ...FRAME, withheld: `This cannot be told: ${measures.map(stateText).join('; ')}.` });
  return createFigure({
    ...FRAME,
    headline: `${VERDICTS[verdict]}: ${measures
      .filter(({ lately }) => lately !== null)
      .map(stateText)
      .join('; ')}.`,
    values: measures.map(({ id, series, ...measure }) => ({
      id,
      label: `${MEASURES[id].what}: centre of its limits`,
      value: series?.behaviour.segments.at(-1)?.centre ?? null,
      unit: unitOf(id),
      n: series?.behaviour.n ?? 0,
      why: series === null ? withheldText(measure.withheld) : null,
    })),
    chart: told[0]?.parts.chart ?? null,
    table: told[0]?.parts.table ?? null,
    notes: [
      ...told.flatMap(({ parts }) => parts.notes),
      ...measures
        .filter(({ series }) => series === null)
        .map(measure => `${MEASURES[measure.id].what}: ${reasonOf(measure)}`),
    ],
    prompt: PROMPTS[verdict],
  });
}

const PROMPTS: Readonly<Record<NonNullable<Improving['verdict']>, string>> = {
  improving: 'What did we do differently, and would we notice if it stopped?',
  tradeOff: 'What did we gain, what did it cost, and would we choose it again?',
  unfavourable: 'What changed in the work around us at that time?',
  noChange: 'Did we expect a change, and where would we first see it?',
};

function partsOf(
  id: ImprovingMeasure['id'],
  series: NonNullable<ImprovingMeasure['series']>,
  context: FigureContext,
): SeriesFigureParts {
  const { what, label } = MEASURES[id];
  return seriesFigureParts({ series, unit: unitOf(id), label, caption: what, what }, context);
}

function unitOf(id: ImprovingMeasure['id']): 'seconds' | 'items' | 'share' {
  return id === 'cycleTime' ? 'seconds' : id === 'throughput' ? 'items' : 'share';
}

/** "throughput: within its limits (n = 26)". */
function stateText(measure: ImprovingMeasure): string {
  const n = measure.lately === null ? '' : ` (n = ${measure.series?.behaviour.n ?? 0})`;
  return `${MEASURES[measure.id].what.toLowerCase()}: ${reasonOf(measure).replace(/\.$/, '')}${n}`;
}

function reasonOf({ withheld, flat, lately }: ImprovingMeasure): string {
  if (flat) return 'its values hardly ever change, so they have no limits.';
  return lately === null ? withheldText(withheld) : LATELY[lately];
}
