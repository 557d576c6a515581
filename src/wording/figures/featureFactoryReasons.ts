import type { BarsChart, Figure, Table } from '../../model/flow/figure.ts';
import type { FeatureFactoryRatio, RatedEpic, RatioReason } from '../../model/learn/featureFactoryRatio.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import { workTypeLabel } from '../flow.ts';
import { stageLabel } from '../ready.ts';
import { createFigure } from './figure.ts';
import { countLabel } from './places.ts';
import { isOne, shareOpening } from './share.ts';

const REASONS: readonly RatioReason[] = ['noOutcome', 'templateLeft', 'untestable', 'testable'];

const LABELS: Readonly<Record<RatioReason, { readonly short: string; readonly reason: string }>> = {
  noOutcome: { short: 'No outcome', reason: 'It has no anticipated outcome.' },
  templateLeft: { short: 'Template’s text left', reason: 'Its outcome is still the template’s text.' },
  untestable: {
    short: 'Outcome, not testable',
    reason: 'It has an outcome, but no measure with a baseline and a target.',
  },
  testable: { short: 'Outcome, testable', reason: 'It has an outcome and a measure that can show it.' },
};
const MOST_NAMED = 6;

/** Why each epic counts in the Feature Factory Ratio, or does not. */
export function featureFactoryReasonsFigure({ ratio, type }: LearnAnswer): Figure {
  const { epics, unread, stopped } = ratio;
  const shown = epics.length > 0;
  return createFigure({
    id: 'featureFactoryReasons',
    group: 'impact',
    title: 'Feature Factory Ratio: why each epic counts',
    headline: shown ? `${openingText(ratio)} no anticipated outcome${reasonsText(ratio)}` : '',
    withheld: shown ? '' : withheldOf(ratio, type),
    values: [],
    chart: shown ? chartOf(epics) : null,
    table: shown ? tableOf(epics) : null,
    notes: [
      ...(shown && stopped > 0 ? [`Left out: ${countLabel(stopped, 'stopped epic')}.`] : []),
      ...(shown && unread.length > 0 ? [`Not readable, so in no count: ${unread.join(', ')}.`] : []),
    ],
    method: [
      'An epic counts when it has no anticipated outcome: no statement, or one that is still the template’s text or only says that somebody will write it. A sentence or two of intention is enough.',
      'An outcome without a measure that has a baseline and a target does not count; it is told apart, as nothing could show later whether it happened.',
      'All epics of the repository but stopped ones, or those of the work type that is chosen, whatever window or team the other figures are about. It says what is written down, not what is known.',
    ],
    prompt:
      shown && ratio.ratio.count > 0
        ? 'If one of these worked, what would be different for somebody, and could we write that sentence now?'
        : '',
  });
}

/** "Outcome, not testable". */
export function reasonLabel(reason: RatioReason): string {
  return LABELS[reason].short;
}

function withheldOf({ stopped, unread }: FeatureFactoryRatio, type: LearnAnswer['type']): string {
  if (type !== null)
    return `There is no epic of the type ${workTypeLabel(type)}${stopped > 0 ? ' that was not stopped' : ''}.`;
  if (stopped > 0) return 'Every epic that can be read was stopped.';
  return unread.length > 0 ? 'No epic file can be read.' : 'There is no epic file.';
}

/** "1 of 4 epics has", "0 of 1 epic has", "40 % of 5 epics have". */
function openingText({ ratio }: FeatureFactoryRatio): string {
  const has = isOne(ratio) || ratio.of === 1 ? 'has' : 'have';
  return `${shareOpening(ratio, ratio.of === 1 ? 'epic' : 'epics')} ${has}`;
}

/** ": 2 without a statement, 1 with the template's text. 3 more have one that could not be tested later." */
function reasonsText({ epics }: FeatureFactoryRatio): string {
  const count = (reason: RatioReason): number => epics.filter(epic => epic.reason === reason).length;
  const [none, left, untestable] = [count('noOutcome'), count('templateLeft'), count('untestable')];
  const parts = [
    ...(none > 0 ? [`${none} without a statement`] : []),
    ...(left > 0 ? [`${left} with the template’s text`] : []),
  ];
  const counted = parts.length === 0 ? '.' : `: ${parts.join(', ')}.`;
  if (untestable === 0) return counted;
  return `${counted} ${untestable}${parts.length === 0 ? '' : ' more'} ${untestable === 1 ? 'has' : 'have'} one that could not be tested later.`;
}

function chartOf(epics: readonly RatedEpic[]): BarsChart {
  return {
    kind: 'bars',
    xLabel: '',
    yLabel: 'Epics',
    unit: 'plain',
    bars: REASONS.map(reason => {
      const keys = epics.filter(epic => epic.reason === reason).map(({ key }) => key);
      const more = keys.length - MOST_NAMED;
      const named = keys.slice(0, MOST_NAMED).join(', ');
      return {
        label: LABELS[reason].short,
        value: keys.length,
        lines: named === '' ? [] : [more > 0 ? `${named} and ${more} more` : named],
      };
    }),
  };
}

function tableOf(epics: readonly RatedEpic[]): Table {
  return {
    caption: 'Epics that were not stopped, and why each counts or does not',
    columns: [
      { id: 'epic', label: 'Epic', kind: 'text' },
      { id: 'title', label: 'Title', kind: 'text' },
      { id: 'stage', label: 'Stage', kind: 'text' },
      { id: 'counts', label: 'Counts', kind: 'text' },
      { id: 'reason', label: 'Reason', kind: 'text' },
    ],
    rows: epics.map(({ key, title, stage, counts, reason }) => [
      key,
      title,
      stage === null ? null : stageLabel(stage),
      counts ? 'Yes' : 'No',
      LABELS[reason].reason,
    ]),
  };
}
