import assert from 'node:assert/strict';
import type { FlowAnswer } from '../../../src/model/flow/flow.ts';
import type { LearnAnswer } from '../../../src/model/learn/learn.ts';
import { DEFAULT_FILTER } from '../../../src/protocol/insightsProtocol.ts';
import { showAnswers } from '../../../src/vscode/webviews/insightsAnswers.ts';
import { insightsState, type Learnt } from '../../../src/vscode/webviews/insightsState.ts';
import { createLearn, epicWith } from '../answers/learn/madeOutcomes.ts';

const window = { from: '2026-05-18', to: '2026-11-16', weeks: 26 };
const FLOW: FlowAnswer = { state: 'withheld', reason: 'groupTooSmall', window, floor: 3, soloPossible: true };
const LEARNT = createLearn([epicWith('PAY-1', { hits: 1 })]);
const PROBLEM = { code: 'git/failed' } as const;

interface Asked {
  readonly learn: Promise<LearnAnswer>;
  readonly flow?: Promise<FlowAnswer>;
  readonly quietly?: boolean;
  readonly cancelled?: boolean;
}

/** What is shown of outcomes, in that order. */
function asking({ learn, flow = Promise.resolve(FLOW), quietly = false, cancelled = false }: Asked) {
  const shown: Learnt['state'][] = [];
  const done = showAnswers({
    ...{ flow, learn, quietly },
    problemOf: () => (cancelled ? null : PROBLEM),
    show: (_answer, { state }) => shown.push(state),
  });
  return { shown, done };
}

function later<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>(done => (resolve = done));
  return { promise, resolve };
}
const aWhile = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
};
const figuresOf = (learnt: Learnt) => {
  const state = insightsState(FLOW, learnt, { repository: 'shop', filter: DEFAULT_FILTER });
  return state.kind === 'declined' ? state.figures : [];
};

describe('the answers of the Insights panel', () => {
  it('are shown together where nothing has to be read for what is learnt', async () => {
    const { shown, done } = asking({ learn: Promise.resolve(LEARNT) });
    await done;
    assert.deepEqual(shown, ['told']);
  });

  it('show flow first where what is learnt takes longer', async () => {
    const learn = later<LearnAnswer>();
    const { shown, done } = asking({ learn: learn.promise });
    await aWhile();
    assert.deepEqual(shown, ['reading']);
    learn.resolve(LEARNT);
    await done;
    assert.deepEqual(shown, ['reading', 'told']);
  });

  it('change what is shown only once when nobody asked', async () => {
    const learn = later<LearnAnswer>();
    const { shown, done } = asking({ learn: learn.promise, quietly: true });
    await aWhile();
    assert.deepEqual(shown, []);
    learn.resolve(LEARNT);
    await done;
    assert.deepEqual(shown, ['told']);
  });

  it('show flow though what is learnt fails, and say so in its place', async () => {
    const { shown, done } = asking({ learn: Promise.reject(new Error('no')) });
    await done;
    assert.deepEqual(shown, ['failed']);
    const [figure, ...others] = figuresOf({ state: 'failed', problem: PROBLEM });
    assert.deepEqual([figure?.id, others], ['calibration', []]);
    assert.match(figure?.withheld ?? '', /^The past of the epic files could not be read\. \S/);
    assert.match(figuresOf({ state: 'reading' })[0]?.withheld ?? '', /is being read/);
  });

  it('are no problem of outcomes where flow fails', async () => {
    const { shown, done } = asking({ flow: Promise.reject(new Error('no flow')), learn: Promise.resolve(LEARNT) });
    await assert.rejects(done, /no flow/);
    assert.deepEqual(shown, []);
  });
});
