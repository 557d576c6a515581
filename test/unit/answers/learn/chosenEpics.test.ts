import assert from 'node:assert/strict';
import { chosenEpics, epicEntries, isFiltering } from '../../../../src/answers/learn/chosenEpics.ts';
import { epicsOverview } from '../../../../src/answers/learn/epicsOverview.ts';
import type { Epic, ValueTree } from '../../../../src/model/epic.ts';
import { NO_FILTER, type EpicOrder, type EpicsFilter } from '../../../../src/model/learn/epicsChoice.ts';
import { createEpicFile, createFolder, createOutcome } from '../../../support/factories.ts';

const keyResult = (id: string) => ({ id, title: id, unit: null, baseline: null, target: null, by: null });
const valueTree: ValueTree = {
  objectives: [
    { id: 'O-1', title: 'O-1', keyResults: [keyResult('KR-1'), keyResult('KR-2')] },
    { id: 'O-2', title: 'O-2', keyResults: [] },
  ],
  problems: [],
};
const file = (key: string, epic: Partial<Epic>) =>
  createEpicFile({ key, title: key, tickets: [], ...epic }, { path: `outcomes/${key}.md` });
const reviewing = (day: string) => ({ stage: 'review' as const, outcome: createOutcome({ reviews: [day] }) });
const EPICS = [
  file('PAY-10', { title: 'Alpha', keyResult: 'KR-1', stage: 'build', type: 'feature', tickets: ['PAY-77'] }),
  file('PAY-9', { title: 'beta', keyResult: 'KR-1', ...reviewing('2026-12-24'), type: 'debt' }),
  file('PAY-2', { title: 'Gamma', keyResult: 'KR-1', ...reviewing('2026-11-01'), type: null }),
  file('PAY-30', { title: 'Delta', stage: null, type: 'risk', outcome: null }),
  createEpicFile(null, { path: 'outcomes/broken.md' }),
];
const OVERVIEW = epicsOverview({
  outcomes: createFolder(EPICS, { valueTree }),
  readiness: new Map(),
  today: '2026-11-20',
});

const chosen = (filter: Partial<EpicsFilter>, order: EpicOrder = 'key') =>
  chosenEpics(OVERVIEW, { filter: { ...NO_FILTER, ...filter }, order });
const keys = (filter: Partial<EpicsFilter>, order?: EpicOrder) =>
  epicEntries(chosen(filter, order)).map(entry => entry.file.epic?.key ?? entry.file.path);

describe('choosing epics', () => {
  it('shows all of them, and key results without an epic, when nothing is asked', () => {
    assert.deepEqual(keys({}), ['PAY-2', 'PAY-9', 'PAY-10', 'outcomes/broken.md', 'PAY-30']);
    assert.deepEqual(
      chosen({}).objectives.map(({ keyResults }) => keyResults.length),
      [2, 0],
    );
    assert.equal(isFiltering(NO_FILTER), false);
    assert.equal(isFiltering({ ...NO_FILTER, text: '  ' }), false);
  });

  it('takes one of the ticked answers of each kind of question', () => {
    assert.deepEqual(keys({ signs: ['noOutcome', 'reviewDue'] }), ['PAY-2', 'PAY-30']);
    assert.deepEqual(keys({ stages: ['review'] }), ['PAY-2', 'PAY-9']);
    assert.deepEqual(keys({ stages: ['review'], signs: ['reviewDue'] }), ['PAY-2']);
    assert.deepEqual(keys({ stages: [null] }), ['outcomes/broken.md', 'PAY-30']);
    assert.deepEqual(keys({ types: ['debt', 'risk'] }), ['PAY-9', 'PAY-30']);
    assert.deepEqual(keys({ signs: ['fileProblem'] }), []);
  });

  it('looks for words in key, title, outcome and tickets, case ignored', () => {
    assert.deepEqual(keys({ text: 'BETA' }), ['PAY-9']);
    assert.deepEqual(keys({ text: 'pay-77' }), ['PAY-10']);
    assert.deepEqual(keys({ text: 'carts guests' }), ['PAY-2', 'PAY-9', 'PAY-10']);
    assert.deepEqual(keys({ text: 'guests gamma' }), ['PAY-2']);
    assert.deepEqual(keys({ text: 'nowhere' }), []);
  });

  it('leaves out objectives and key results that hold no wanted epic', () => {
    const { objectives } = chosen({ text: 'beta' });
    assert.deepEqual(
      objectives.map(({ keyResults }) => keyResults.map(({ keyResult: { id } }) => id)),
      [['KR-1']],
    );
  });

  it('puts them in order by title, stage or review day, within their key result', () => {
    assert.deepEqual(keys({}, 'title'), ['PAY-10', 'PAY-9', 'PAY-2', 'PAY-30', 'outcomes/broken.md']);
    assert.deepEqual(keys({}, 'stage'), ['PAY-10', 'PAY-2', 'PAY-9', 'outcomes/broken.md', 'PAY-30']);
    assert.deepEqual(keys({}, 'reviewDay'), ['PAY-2', 'PAY-9', 'PAY-10', 'outcomes/broken.md', 'PAY-30']);
  });
});
