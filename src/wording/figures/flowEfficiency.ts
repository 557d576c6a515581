import type { Figure } from '../../model/flow/figure.ts';
import type { FlowEfficiency } from '../../model/flow/flowEfficiency.ts';
import { countedParts } from './counts.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** Flow efficiency from tickets, or under a name of its own the days with commits that stand in for it. */
export function flowEfficiencyFigure(result: FlowEfficiency, context: FigureContext): Figure {
  const { ratio, items, bins } = result;
  const isReal = result.source === 'tickets';
  const what = isReal ? 'Flow efficiency' : 'Days with commits';
  const figure = createFigure({
    id: 'flowEfficiency',
    group: 'effectiveness',
    title: what,
    proxy: isReal
      ? ''
      : 'Stands in for flow efficiency, which needs tickets. Days with commits are not effort: thinking, pairing and review leave no commits.',
    withheld: withheldText(result.withheld, context.window),
    method: isReal ? FROM_TICKETS.slice() : FROM_GIT.slice(),
  });
  if (result.withheld !== null || ratio === null) return figure;
  const unit = 'share' as const;
  return {
    ...figure,
    headline: isReal
      ? `${valueLabel(ratio, unit)} of the time of finished items was active work (n = ${items} done tickets in ${context.window.weeks} weeks).`
      : `Branches had commits on ${valueLabel(ratio, unit)} of their days (n = ${items} branches of three days or more in ${context.window.weeks} weeks).`,
    values: [
      {
        id: 'ratio',
        label: isReal ? 'Active of all time' : 'Days with commits of all days',
        value: ratio,
        unit,
        n: items,
        why: null,
      },
      { id: 'p50', label: '50 % of the items have at most', value: result.p50, unit, n: items, why: null },
    ],
    ...countedParts(
      bins.map(bin => ({ label: fifthLabel(bin), count: bin.count })),
      isReal ? 'Active part of an item’s time' : 'Days with commits of an item’s days',
      `${what}, items by their own share`,
    ),
    notes: [isReal ? 'A status that nobody works in but that counts as active makes this too high.' : NOT_TOO_SHORT],
    prompt: 'What does work wait for while nobody works on it, and which of these waits could we shorten?',
  };
}

const FROM_TICKETS: readonly string[] = [
  'Time in active statuses that are not blocked / time from start to finish, as a ratio of sums over all finished tickets (Flow Framework). Before the ticket moved, the time from the first commit counts as active.',
  'Unit: share of elapsed time, weekends included. An active status says that somebody may work on it, not that somebody does.',
];

const FROM_GIT: readonly string[] = [
  'Different days with at least one commit of the branch / its calendar days from the first commit to the landing, both included, as a ratio of sums. Days are counted in the team’s time zone.',
  'Only branches of three calendar days or more: shorter ones have commits on nearly every day by construction. Squash merges keep no days and are left out.',
  'It cannot tell work without commits from waiting.',
];

const NOT_TOO_SHORT = 'Branches of less than three days are left out.';

function fifthLabel({ from, to }: FlowEfficiency['bins'][number]): string {
  return `${Math.round(from * 100)} to ${Math.round(to * 100)} %`;
}
