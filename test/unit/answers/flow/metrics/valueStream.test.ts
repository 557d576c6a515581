import assert from 'node:assert/strict';
import { valueStreamMetric } from '../../../../../src/answers/flow/metrics/valueStream.ts';
import type { EpicSummary, FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, createDeployment, createInput, createWork, measure, type MadeGate } from '../madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../madeTicket.ts';

const of = (changes: Partial<FlowInput>, gate: MadeGate = {}) => measure(valueStreamMetric, createInput(changes), gate);
const branch = (end: number, days: number, wait: number, changes: Partial<WorkItem> = {}): WorkItem =>
  createWork(end, days, { written: [at(end - days), at(end - wait)], ...changes });
const drawn = ({ boxes, arrows }: ReturnType<typeof of>) => ({
  boxes: boxes.map(({ id, kind }) => (kind === 'work' ? id : kind)),
  arrows: arrows.map(({ from, to, time, constraint }) => [from, time.stage.id, to, constraint]),
});

describe('valueStreamMetric from git', () => {
  const items = Array.from({ length: 12 }, (_, n) =>
    branch(30, 5, 2, { deployment: 'd', type: n < 9 ? 'feature' : 'defect' }),
  );
  const deployments = [createDeployment(31, { id: 'd' })];

  it('goes from coding to main and to production, with the waits as arrows and the clear one as constraint', () => {
    const stream = of({ items, deployments });
    assert.deepEqual(drawn(stream), {
      boxes: ['coding', 'landed', 'production'],
      arrows: [
        ['coding', 'afterLastCommit', 'end', true],
        ['end', 'release', 'production', false],
      ],
    });
    assert.deepEqual(
      [stream.boxes[0]?.time?.share, ...stream.arrows.map(({ time }) => time.share)],
      [3 / 6, 2 / 6, 1 / 6],
    );
    assert.deepEqual([stream.constraint?.id, stream.held], ['afterLastCommit', 1]);
  });

  it('ends on main where no release is known', () => {
    assert.deepEqual(drawn(of({ items })), {
      boxes: ['coding', 'landed'],
      arrows: [['coding', 'afterLastCommit', 'end', true]],
    });
  });

  it('names no constraint when the waits are too much alike', () => {
    const [one, other] = [
      Array.from({ length: 6 }, () => branch(30, 9, 5, { deployment: 'd' })),
      Array.from({ length: 6 }, () => branch(27, 9, 1, { deployment: 'd' })),
    ];
    const stream = of({ items: [...one, ...other], deployments });
    assert.deepEqual([stream.constraint, stream.arrows.map(({ constraint }) => constraint)], [null, [false, false]]);
    assert.ok(stream.held !== null && stream.held < 0.8);
  });

  it('is divided by work type, largest first, each from its own people', () => {
    const { types } = of({ items });
    assert.deepEqual(
      types.map(({ type, items: count }) => [type, count]),
      [
        ['feature', 9],
        ['defect', 3],
      ],
    );
    const more = Array.from({ length: 4 }, () => branch(33, 3, 1, { type: 'debt' }));
    const hidden = of({ items: [...items, ...more] }, { hides: ids => ids.length === 3 });
    assert.deepEqual(
      hidden.types.map(({ type, items: count, stages }) => [type, count, stages.length]),
      [
        ['feature', 9, 2],
        ['defect', null, 0],
        ['debt', null, 0],
      ],
    );
  });

  it('is not divided by work type in an export, nor when one was asked for', () => {
    assert.deepEqual(of({ items, use: 'export' }).types, []);
    assert.deepEqual(of({ items, type: 'feature', finished: items.slice(0, 9) }).withheld?.code, 'tooFew');
    assert.deepEqual(of({ items, type: 'feature' }).types, []);
  });

  it('shows where epics that were not stopped waited on other teams in the window', () => {
    const epic = (dependsOn: EpicSummary['dependsOn'], stage: EpicSummary['stage'] = 'build'): EpicSummary => ({
      key: 'PAY-100',
      tickets: [],
      type: null,
      stage,
      hasOutcome: true,
      testable: true,
      readyToBuildOpen: null,
      dependsOn,
    });
    const need = (team: string, since: string | null, until: string | null) => ({ team, what: 'an API', since, until });
    const epics = [
      epic([
        need('Ledger', '2026-03-01', null),
        need('Identity', '2025-01-01', '2026-01-05'),
        need('Gone', '2025-01-01', '2026-01-04'),
        need('Later', '2026-07-06', null),
        need('Undated', null, null),
      ]),
      epic([need('Stopped', '2026-03-01', null)], 'stopped'),
    ];
    const teams = (changes: Partial<FlowInput>) => of({ epics, ...changes }).outside.map(({ team }) => team);
    assert.deepEqual(teams({ items }), ['Undated', 'Identity', 'Ledger']);
    assert.deepEqual(teams({}), ['Undated', 'Identity', 'Ledger']);
  });

  it('hides everything but what epics say when too few people are behind it', () => {
    const stream = of({ items }, { hides: ids => ids.length === 12 });
    assert.deepEqual(
      [stream.withheld, drawn(stream), stream.types],
      [{ code: 'people' }, { boxes: [], arrows: [] }, []],
    );
  });

  it('does not depend on the order of items', () => {
    assert.deepEqual(of({ items: items.toReversed(), deployments }), of({ items, deployments }));
  });
});

describe('valueStreamMetric from tickets', () => {
  const streamOf = (way: readonly MadeChange[]) => {
    const keys = Array.from({ length: 10 }, (_, n) => `PAY-${n}`);
    return drawn(
      of({
        items: keys.map(ticket => createWork(40, null, { ticket })),
        tickets: ticketMap(keys.map(key => createTicket(key, way))),
      }),
    );
  };

  it('puts a wait between the work before it and the work after it', () => {
    assert.deepEqual(
      streamOf([
        [30, 'In Progress', 'active'],
        [32, 'Ready', 'active'],
        [35, 'Odd', 'unknown'],
        [36, 'In Review', 'active'],
        [40, 'Done', 'done'],
      ]),
      {
        boxes: ['active', 'unmapped', 'done'],
        arrows: [
          ['active', 'queue', 'unmapped', false],
          ['unmapped', 'approval', 'end', true],
        ],
      },
    );
  });

  it('begins with a box of its own when work begins with a wait', () => {
    assert.deepEqual(
      streamOf([
        [30, 'In Review', 'active'],
        [32, 'In Progress', 'active'],
        [40, 'Done', 'done'],
      ]),
      { boxes: ['begun', 'active', 'done'], arrows: [['begun', 'approval', 'active', true]] },
    );
  });
});
