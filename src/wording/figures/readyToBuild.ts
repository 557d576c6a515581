import type { BarsChart, Figure, Table } from '../../model/flow/figure.ts';
import type { ReadyToBuild } from '../../model/flow/readyToBuild.ts';
import { createFigure } from './figure.ts';
import { withheldText } from './withheld.ts';

const UNNAMED = 'An epic';

/** Epics that are being built before they were ready to be. */
export function readyToBuildFigure(result: ReadyToBuild): Figure {
  const { withheld, building, unready, open, epics } = result;
  const shown = withheld === null;
  return createFigure({
    id: 'readyToBuild',
    group: 'impact',
    title: 'Built before it was ready to be',
    headline: shown ? headlineOf(result) : '',
    withheld:
      withheld?.code === 'nothing'
        ? 'No epic with a "Ready to build" list is in the build stage.'
        : withheldText(withheld),
    values: shown
      ? [
          { id: 'unready', label: 'Epics with open items', value: unready, unit: 'plain', n: building, why: null },
          { id: 'open', label: 'Open items together', value: open, unit: 'items', n: building, why: null },
        ]
      : [],
    chart: epics.length > 0 ? chartOf(epics) : null,
    table: epics.length > 0 ? tableOf(epics) : null,
    notes:
      shown && unready > 0
        ? [
            'Expect churn: what is not settled before building tends to come back while building. This is a hint, not a count of rework.',
          ]
        : [],
    method: [
      'Epics in the build stage whose "Ready to build" list has items that are neither ticked, waived nor not applicable. It tells how things stand now; the window and the work-type filter do not apply.',
      'It reads the epic files only: a list can be ticked too early, and a question can be settled without a tick.',
    ],
    prompt:
      shown && unready > 0
        ? 'Which of these open items came back to us in the past, and what would close them now?'
        : '',
    focus: 'readyToBuildOpen',
  });
}

function headlineOf({ building, unready, open }: ReadyToBuild): string {
  const all = building === 1 ? 'the one epic' : `the ${building} epics`;
  if (unready > 0)
    return `${unready} of ${all} in the build stage ${unready === 1 ? 'has' : 'have'} open items of "Ready to build", ${open} together.`;
  return building === 1
    ? 'The one epic in the build stage has no open item of "Ready to build".'
    : `None of ${all} in the build stage has an open item of "Ready to build".`;
}

function chartOf(epics: ReadyToBuild['epics']): BarsChart {
  return {
    kind: 'bars',
    xLabel: 'Epic',
    yLabel: 'Open items',
    unit: 'items',
    bars: epics.map(({ label, open }) => ({ label: label ?? UNNAMED, value: open, lines: [] })),
  };
}

function tableOf(epics: ReadyToBuild['epics']): Table {
  return {
    caption: 'Epics in the build stage with open items of "Ready to build"',
    columns: [
      { id: 'epic', label: 'Epic', kind: 'text' },
      { id: 'open', label: 'Open items', kind: 'items' },
    ],
    rows: epics.map(({ label, open }) => [label ?? UNNAMED, open]),
  };
}
