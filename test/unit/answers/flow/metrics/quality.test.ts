import assert from 'node:assert/strict';
import { quality } from '../../../../../src/answers/flow/metrics/dataQuality.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { QualityLineId, QualityReport } from '../../../../../src/model/flow/quality.ts';
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
