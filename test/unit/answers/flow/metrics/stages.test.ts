import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stagesMetric } from '../../../../../src/answers/flow/metrics/stages.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createFolder } from '../../../../support/factories.ts';
import { at, createDeployment, createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../madeTicket.ts';

const of = (changes: Partial<FlowInput>, gate: MadeGate = {}) => measure(stagesMetric, createInput(changes), gate);
const branch = (end: number, days: number, wait: number, changes: Partial<WorkItem> = {}): WorkItem =>
  createWork(end, days, { written: [at(end - days), at(end - wait)], ...changes });
/** 20 branches: 2 days of coding, and 1 to 20 days of waiting. */
const twenty = Array.from({ length: 20 }, (_, n) => branch(40 + n, 3 + n, 1 + n));

describe('stagesMetric', () => {
  it('adds up the time by stage, with shares of all time and percentiles of the items that were there', () => {
    const { stages, withheld, source } = of({ items: twenty });
    assert.deepEqual([withheld, source], [null, 'git']);
    assert.deepEqual(
      stages.map(({ stage, items, seconds, share, p50, p85 }) => [
        stage.id,
        items,
        (seconds ?? 0) / DAY,
        share,
        (p50 ?? 0) / DAY,
        (p85 ?? 0) / DAY,
      ]),
      [
        ['coding', 20, 40, 40 / 250, 2, 2],
        ['afterLastCommit', 20, 210, 210 / 250, 10, 17],
      ],
    );
  });

  it('has the wait for the release as a third stage where releases are known', () => {
    const items = twenty.map(item => ({ ...item, deployment: 'd' }));
    const { stages } = of({ items, deployments: [createDeployment(60, { id: 'd' })] });
    assert.deepEqual(
      stages.map(({ stage, seconds }) => [stage.id, (seconds ?? 0) / DAY]),
      [
        ['coding', 40],
        ['afterLastCommit', 210],
        ['release', 210],
      ],
    );
  });

  it('needs ten items that were there for a sum, and 19 for the 85 % level', () => {
    const direct = Array.from({ length: 10 }, (_, n) => branch(70 + n, 3, 0));
    const after = (items: readonly WorkItem[]) =>
      of({ items }).stages.find(({ stage }) => stage.id === 'afterLastCommit');
    const nine = after([...twenty.slice(0, 9), ...direct]);
    assert.deepEqual([nine?.items, nine?.seconds, nine?.share, nine?.p50], [9, null, null, null]);
    const ten = after([...twenty.slice(0, 10), ...direct]);
    assert.deepEqual([ten?.items, (ten?.seconds ?? 0) / DAY, (ten?.p50 ?? 0) / DAY, ten?.p85], [10, 55, 5, null]);
    assert.equal(after(twenty.slice(0, 19))?.p85, 17 * DAY);
  });

  it('names stages as the team does and shows what nobody mapped', () => {
    const way: MadeChange[] = [
      [30, 'Doing', 'active'],
      [31, 'Limbo', 'unknown'],
      [33, 'Desk', 'active'],
      [36, 'Done', 'done'],
    ];
    const keys = Array.from({ length: 10 }, (_, n) => `PAY-${n}`);
    const { team } = createFolder([]);
    const { stages, source } = of({
      items: keys.map(ticket => createWork(36, null, { ticket })),
      tickets: ticketMap(keys.map(key => createTicket(key, way))),
      team: { ...team, statuses: { ...team.statuses, approval: ['Desk'] } },
    });
    assert.equal(source, 'tickets');
    assert.deepEqual(
      stages.map(({ stage, share }) => [stage.place, stage.name, share]),
      [
        ['active', null, 1 / 6],
        ['unmapped', null, 2 / 6],
        ['approval', 'Desk', 3 / 6],
      ],
    );
  });

  it('hides a stage of too few people, and a second one with it', () => {
    const items = twenty.map(item => ({ ...item, deployment: 'd' }));
    const direct = Array.from({ length: 10 }, (_, n) => branch(50, 3 + n, 0, { deployment: 'd' }));
    const input = { items: [...items, ...direct], deployments: [createDeployment(59, { id: 'd' })] };
    const { stages } = of(input, { hides: ids => ids.length === 20 });
    assert.deepEqual(
      stages.map(({ stage, share }) => [stage.id, share === null]),
      [
        ['coding', false],
        ['afterLastCommit', true],
        ['release', true],
      ],
    );
    assert.deepEqual(of(input, { hides: ids => ids.length === 30 }).withheld, { code: 'people' });
  });

  it('is not divided in an export of one work type', () => {
    const { stages, withheld } = of({ items: twenty, use: 'export', type: 'feature' });
    assert.deepEqual([stages, withheld], [[], { code: 'people' }]);
  });

  it('has shares that add up to the whole, whatever the items and their order (METRICS P36)', () => {
    const item = fc.record({ days: fc.integer({ min: 1, max: 90 }), waited: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(item, { minLength: 10, maxLength: 30 }), made => {
        const items = made.map(({ days, waited }, n) => branch(100 + n, days, (days * waited) / 200));
        const { stages } = of({ items });
        assert.ok(Math.abs(stages.reduce((sum, { share }) => sum + (share ?? 0), 0) - 1) < 1e-12);
        assert.deepEqual(of({ items: items.toReversed() }).stages, stages);
      }),
      { numRuns: 50 },
    );
  });
});
