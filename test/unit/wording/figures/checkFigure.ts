import assert from 'node:assert/strict';
import { figureSchema, type Figure } from '../../../../src/model/flow/figure.ts';
import type { FigureContext } from '../../../../src/wording/figures/figure.ts';

export const CONTEXT: FigureContext = {
  window: { from: '2026-01-05', to: '2026-07-06', weeks: 26 },
  timeZone: 'UTC',
  markers: [{ on: '2026-03-02', label: 'New CI', kind: 'intervention' }],
  use: 'view',
};

/** Words that judge people or claim a cause. */
const FORBIDDEN = /productiv|performance of|\bbest\b|\bworst\b|slow team|\bcaused?\b|NaN|undefined|null|\[object/i;

/** The figure, when it fits the schema, says something or why not, and judges nobody. Its rows are as wide as its table. */
export function checked(figure: Figure): Figure {
  figureSchema.parse(figure);
  assert.ok((figure.headline === '') !== (figure.withheld === ''), `${figure.id} says something or why not`);
  for (const text of [figure.headline, figure.proxy, figure.withheld, figure.prompt, ...figure.notes, ...figure.method])
    assert.doesNotMatch(text, FORBIDDEN);
  for (const value of figure.values)
    assert.ok((value.value === null) === (value.why !== null), `${value.id} has a reason`);
  for (const row of figure.table?.rows ?? []) assert.equal(row.length, figure.table?.columns.length);
  if (figure.withheld !== '') assert.deepEqual([figure.values, figure.chart, figure.table], [[], null, null]);
  return figure;
}
