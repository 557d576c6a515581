import type { Figure } from '../../model/flow/figure.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import type { Problem } from '../../model/problem.ts';
import { workTypeLabel } from '../flow.ts';
import { problemText } from '../problems.ts';
import { calibrationFigure, CALIBRATION } from './calibration.ts';
import { createFigure } from './figure.ts';
import { featureFactoryReasonsFigure } from './featureFactoryReasons.ts';
import { hitRateFigure } from './hitRate.ts';
import { statedConfidenceFigure } from './statedConfidence.ts';

/** Ids of the figures that are made of epic files alone. */
export const LEARN_FIGURE_IDS: readonly string[] = [
  CALIBRATION.id,
  'hitRate',
  'statedConfidence',
  'featureFactoryReasons',
];

/** What the figures beside these are about. */
export interface LearnBeside {
  /** The team that was chosen; null for the whole repository. An epic file names no team. */
  readonly team: string | null;
}

const NO_TEAM: LearnBeside = { team: null };

/**
 * What the epic files tell, in the order in which it is read. They are the team's own words and need no group of people.
 * Where there is no epic file, one figure says so.
 */
export function learnFigures(answer: LearnAnswer, beside = NO_TEAM): Figure[] {
  if (answer.files === 0) return [calibrationFigure(answer)];
  const scope = scopeText(answer, beside);
  return [
    calibrationFigure(answer),
    hitRateFigure(answer),
    statedConfidenceFigure(answer),
    featureFactoryReasonsFigure(answer),
  ].map(figure => (scope === '' || figure.withheld !== '' ? figure : { ...figure, notes: [scope, ...figure.notes] }));
}

function scopeText({ type }: LearnAnswer, { team }: LearnBeside): string {
  const epics = `epics${type === null ? '' : ` of the type ${workTypeLabel(type)}`}`;
  if (team !== null) return `Of all ${epics} of the repository: no epic file says whose it is.`;
  return type === null ? '' : `Only ${epics}.`;
}

/** Stands in the place of these figures while the epic files' past is read (`problem` null), or where that failed. */
export function untoldLearnFigures(problem: Problem | null): Figure[] {
  const withheld =
    problem === null
      ? 'The past of the epic files is being read.'
      : `The past of the epic files could not be read. ${problemText(problem).text}`;
  return [
    createFigure({
      ...CALIBRATION,
      ...{ headline: '', withheld, values: [], chart: null, table: null, notes: [], method: [], prompt: '' },
    }),
  ];
}

/** The same among those of flow: what became of outcomes opens its group, and the ratio's reasons follow the ratio. */
export function withLearnFigures(figures: readonly Figure[], learnt: readonly Figure[]): Figure[] {
  const reasons = learnt.filter(({ id }) => id === 'featureFactoryReasons');
  const opening = learnt.filter(figure => !reasons.includes(figure));
  const start = figures.findIndex(({ group }) => group === 'impact');
  const at = start === -1 ? figures.length : start;
  const ratio = figures.findIndex(({ id }) => id === 'featureFactory');
  const after = ratio === -1 ? at : ratio + 1;
  return [...figures.slice(0, at), ...opening, ...figures.slice(at, after), ...reasons, ...figures.slice(after)];
}
