import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Change, RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { FlowAnswer } from '../../src/model/flow/flow.ts';
import type { LearnAnswer } from '../../src/model/learn/learn.ts';
import { CancelledError, ProblemError } from '../../src/model/problem.ts';
import type { FromInsights, ToInsights } from '../../src/protocol/insightsProtocol.ts';
import type { ErrorBoundary } from '../../src/vscode/errors.ts';
import type { Session, SessionState } from '../../src/vscode/session.ts';
import { showInsights } from '../../src/vscode/webviews/insightsReading.ts';
import { answersWhere, extension, resetWorkspace, type Answers } from './support/extension.ts';

/** One call of `lens.flow`, answered by the test. */
interface Reading {
  answer(): void;
  fail(error: Error): void;
  readonly signal: AbortSignal | undefined;
}

/** The panel's side and the session's side of one conversation, both in the test's hand. */
function conversation(answers: Answers, flow: FlowAnswer, learnt: LearnAnswer) {
  const said: string[] = [];
  const readings: Reading[] = [];
  const toHost = new vscode.EventEmitter<unknown>();
  const viewState = new vscode.EventEmitter<unknown>();
  const sessionChange = new vscode.EventEmitter<SessionState>();
  const lensCalled = (root: string): RepositoryLens => ({
    ...answers.lens,
    root,
    learn: () => Promise.resolve(learnt),
    flow: (_request, _onProgress, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new CancelledError()));
        readings.push({ answer: () => resolve(flow), fail: reject, signal });
      }),
  });
  let lens = lensCalled('/one');
  const webview = {
    options: {},
    html: '',
    cspSource: 'test:',
    asWebviewUri: (uri: vscode.Uri) => uri,
    onDidReceiveMessage: toHost.event,
    postMessage(message: ToInsights) {
      const state = message.t === 'state' ? message.state : null;
      said.push(state === null ? message.t : state.kind === 'message' ? state.title : state.kind);
      return Promise.resolve(true);
    },
  };
  const panel = { webview, visible: true, onDidChangeViewState: viewState.event };
  const refreshes: (Change | undefined)[] = [];
  const session = {
    state: answers,
    onDidChange: sessionChange.event,
    repository: () => Promise.resolve(lens),
    refresh(change?: Change) {
      refreshes.push(change);
      return Promise.resolve();
    },
  };
  const errors: ErrorBoundary = {
    command: (_what, work) => work(),
    background: (_what, work) => work(),
    problemOf: (_what, error) => (error instanceof ProblemError ? error.problem : null),
  };
  const shown = showInsights(
    panel as unknown as vscode.WebviewPanel,
    session as unknown as Session,
    errors,
    vscode.Uri.file('/extension'),
  );
  return {
    said,
    readings,
    shown,
    refreshes,
    async page(message: FromInsights) {
      toHost.fire(message);
      await settled();
    },
    async repositoryChanges(change: Partial<Answers> = {}) {
      sessionChange.fire({ ...answers, lens, ...change });
      await settled();
    },
    async otherRepository() {
      lens = lensCalled('/two');
      await this.repositoryChanges();
    },
    hide() {
      panel.visible = false;
      viewState.fire(undefined);
    },
  };
}

const settled = () => new Promise(resolve => setTimeout(resolve, 5));

describe('the Insights panel’s reading', () => {
  let made: ReturnType<typeof conversation>;

  beforeEach(async () => {
    await resetWorkspace();
    await extension();
    const answers = await answersWhere(() => true);
    const request = { window: { weeks: 26 }, type: null, team: null, use: 'view', solo: false } as const;
    const { lens } = answers;
    made = conversation(answers, await lens.flow(request, () => undefined), await lens.learn());
    await made.page({ t: 'ready', filter: null });
  });
  afterEach(() => made.shown.dispose());

  const last = () => made.readings.at(-1);

  it('begins when the page is ready, and shows what it found', async () => {
    assert.deepEqual(made.said, ['reading']);
    last()?.answer();
    await settled();
    assert.deepEqual(made.said, ['reading', 'declined']);
  });

  it('stops on Cancel, stays stopped, and begins anew on Read Again', async () => {
    await made.page({ t: 'cancel' });
    assert.deepEqual(made.said, ['reading', 'Stopped']);
    await made.repositoryChanges();
    assert.equal(made.readings.length, 1);
    await made.page({ t: 'run', action: 'openInsights' });
    last()?.answer();
    await settled();
    assert.deepEqual(made.said, ['reading', 'Stopped', 'reading', 'declined']);
  });

  it('begins anew on Refresh after a failure', async () => {
    last()?.fail(new ProblemError({ code: 'git/timeout' }));
    await settled();
    assert.equal(made.said.at(-1), 'Git took too long');
    await made.page({ t: 'run', action: 'refresh' });
    while (made.said.at(-1) !== 'reading') await settled();
    last()?.answer();
    await settled();
    assert.equal(made.said.at(-1), 'declined');
  });

  it('begins anew by itself after a failure, when the repository changes', async () => {
    last()?.fail(new ProblemError({ code: 'history/empty' }));
    await settled();
    await made.repositoryChanges();
    last()?.answer();
    await settled();
    assert.deepEqual(made.said, ['reading', 'No commit yet', 'declined']);
  });

  it('looks for news quietly when the repository changes, and says nothing where there are none', async () => {
    last()?.answer();
    await settled();
    await made.repositoryChanges();
    assert.equal(made.readings.length, 2);
    last()?.answer();
    await settled();
    assert.deepEqual(made.said, ['reading', 'declined']);
  });

  it('does not begin anew at each letter typed into an epic file', async () => {
    last()?.answer();
    await settled();
    const { outcomes } = await answersWhere(() => true);
    const typing = { ...outcomes, epics: outcomes.epics.map(file => ({ ...file, unsaved: true })) };
    await made.repositoryChanges({ outcomes: typing });
    assert.equal(made.readings.length, 1);
    await made.repositoryChanges();
    assert.equal(made.readings.length, 2);
  });

  it('looks again afterwards when the repository changed meanwhile, instead of starting over', async () => {
    await made.repositoryChanges();
    await made.repositoryChanges();
    assert.equal(made.readings.length, 1);
    last()?.answer();
    await settled();
    assert.equal(made.readings.length, 2);
  });

  it('turns to another repository at once', async () => {
    const first = last();
    await made.otherRepository();
    assert.equal(first?.signal?.aborted, true);
    assert.equal(made.readings.length, 2);
    last()?.answer();
    await settled();
    assert.deepEqual(made.said, ['reading', 'reading', 'declined']);
  });

  it('does nothing while it is hidden, and reads anew when its page is made again', async () => {
    last()?.answer();
    await settled();
    made.hide();
    await made.repositoryChanges();
    assert.equal(made.readings.length, 1);
    assert.deepEqual(made.refreshes, []);
    await made.page({ t: 'ready', filter: { weeks: 13, type: null, team: null } });
    assert.deepEqual(made.refreshes, [undefined], 'what no watcher saw meanwhile is looked at');
    last()?.answer();
    await settled();
    assert.deepEqual(made.said, ['reading', 'declined', 'reading', 'declined']);
  });

  it('ends with the panel, without a word', async () => {
    const reading = last();
    made.shown.dispose();
    await settled();
    assert.equal(reading?.signal?.aborted, true);
    assert.deepEqual(made.said, ['reading']);
  });
});
