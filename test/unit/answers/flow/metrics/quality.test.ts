import assert from 'node:assert/strict';
import { quality } from '../../../../../src/answers/flow/metrics/dataQuality.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { QualityLineId, QualityReport } from '../../../../../src/model/flow/quality.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { squashNotice } from '../../../../../src/wording/figures/dataQuality.ts';
import { at, createDeployment, createInput, createWork, measure } from '../madeInput.ts';

const AROUND = { forwardMerges: [at(3), at(-3)], syncMerges: [] };
const report = (changes: Partial<FlowInput>): QualityReport => measure(quality(AROUND), createInput(changes));
const lineOf = ({ lines }: QualityReport, wanted: QualityLineId) => lines.find(({ id }) => id === wanted);

describe('quality', () => {
  const items = [
    createWork(5, 2, { ticket: 'PAY-1', epic: 'PAY-9' }),
    createWork(6, 1, { ticket: 'PAY-2', startQuality: 'single', typeTier: 'keyword' }),
    createWork(7, null, { startQuality: 'landingOnly', type: 'unknown', flags: ['ungrouped'] }),
    createWork(8, null, { flags: ['clockSkew'] }),
    createWork(9, null, { flags: ['revert'] }),
    createWork(9, 1, { automated: true }),
  ];

  it('counts what each line says, of the items by people', () => {
    const counted = report({ items }).lines.map(({ id, count, of }) => [id, count, of]);
    assert.deepEqual(counted, [
      ['knownStart', 2, 5],
      ['withTicket', 2, 5],
      ['withEpic', 1, 5],
      ['branchStart', 1, 5],
      ['singleStart', 1, 5],
      ['landingOnly', 1, 5],
      ['noStart', 2, 5],
      ['squash', 3, 5],
      ['ticketWithoutEpic', 1, 5],
      ['unknownType', 1, 5],
      ['keywordType', 1, 5],
      ['automated', 1, 6],
      ['ungrouped', 1, 5],
      ['clockSkew', 1, 5],
      ['unresolvedReverts', 1, 5],
      ['forwardMerges', 1, 7],
    ]);
  });

  it('carries the items behind each line, on the screen only', () => {
    assert.deepEqual(lineOf(report({ items }), 'ticketWithoutEpic')?.items, [items[1]!.id]);
    assert.deepEqual(lineOf(report({ items }), 'automated')?.items, [items[5]!.id]);
    assert.ok(report({ items, use: 'export' }).lines.every(line => line.items.length === 0));
  });

  it('takes whom the gate knows for a bot as one', () => {
    const counted = measure(quality(AROUND), createInput({ items }), { isAutomated: ({ id }) => id === items[0]!.id });
    assert.deepEqual(lineOf(counted, 'automated')?.items, [items[0]!.id]);
  });

  it('says that work is in no release only where there are releases', () => {
    assert.equal(lineOf(report({ items }), 'undeployed'), undefined);
    // Neither item has a deployment of its own: the first one of the stream holds one of them.
    const released = { items, deployments: [createDeployment(6, { first: true })], waiting: new Set([items[1]!.id]) };
    assert.deepEqual(lineOf(report(released), 'undeployed')?.items, [items[1]!.id]);
    // In an export two figures tell it, where enough people are behind it.
    assert.equal(lineOf(report({ ...released, use: 'export' }), 'undeployed'), undefined);
  });

  describe('in an export, where too few people are behind a part', () => {
    const many = (count: number, changes: Partial<WorkItem>) =>
      Array.from({ length: count }, (_, n) => createWork(n, changes.startQuality === 'none' ? null : 2, changes));
    const merged = many(20, { startQuality: 'branch' });
    const single = many(8, { startQuality: 'single' });
    const squashed = many(12, { startQuality: 'none', rule: 'squash' });
    const rebased = many(3, { startQuality: 'landingOnly', flags: ['rebased'] });
    const all = [...merged, ...single, ...squashed, ...rebased];
    const idsOf = (lone: readonly WorkItem[], use: FlowInput['use'] = 'export', finished = all) => {
      const isLone = (id: string) => lone.some(item => item.id === id);
      const hides = (ids: readonly string[]) => ids.every(isLone);
      return measure(quality({ forwardMerges: [], syncMerges: [] }), createInput({ items: finished, use }), { hides });
    };
    const told = (...of: Parameters<typeof idsOf>) => idsOf(...of).lines.map(({ id }) => id);
    const always = ['knownStart', 'withTicket', 'withEpic'];

    it('tells all where enough are behind each', () => {
      assert.deepEqual(told([]), [
        ...always,
        ...['branchStart', 'singleStart', 'landingOnly', 'noStart', 'squash', 'rebased'],
      ]);
    });

    it('tells neither that part nor what it could be subtracted from', () => {
      // The next smallest start is hidden with it, and so is the sum that would divide the two.
      assert.deepEqual(told(rebased), ['withTicket', 'withEpic', 'branchStart', 'noStart', 'squash']);
      assert.deepEqual(told(squashed), [...always, 'branchStart', 'singleStart', 'rebased']);
    });

    it('tells no line whose rest is of few people', () => {
      const tickets = all.map(item => (squashed.includes(item) ? item : { ...item, ticket: 'PAY-1' }));
      assert.ok(!told(squashed, 'export', tickets).includes('withTicket'));
      assert.ok(told(rebased, 'export', tickets).includes('withTicket'));
    });

    it('does not say how much is squashed, where that is so', () => {
      assert.deepEqual([idsOf([]).squashed, idsOf(squashed).squashed, idsOf(rebased).squashed], [12, null, 12]);
      assert.equal(squashNotice({ ...idsOf(squashed), items: 12 }), '');
    });

    it('tells all on a person’s own screen, where each line names its items', () => {
      assert.deepEqual(told(rebased, 'view'), told([], 'view'));
      assert.ok(told(rebased, 'view').includes('rebased'));
    });
  });

  it('always tells how much has a start, a ticket and an epic', () => {
    const counted = measure(quality({ ...AROUND, forwardMerges: [] }), createInput());
    assert.deepEqual(
      counted.lines.map(({ id, count, of }) => [id, count, of]),
      [
        ['knownStart', 0, 0],
        ['withTicket', 0, 0],
        ['withEpic', 0, 0],
      ],
    );
  });

  it('tells of which items a squash hides the start, and what a shallow clone does not know', () => {
    const { squashed, items: of, shallowSince } = report({ items, knownSince: at(2) });
    assert.deepEqual([squashed, of, shallowSince], [2, 5, '2026-01-07']);
    assert.equal(report({ items }).shallowSince, null);
  });
});
