import type { EpicsOverview } from '../../../model/learn/epicsOverview.ts';
import type { Disposable } from '../../disposables.ts';
import { createDisposables } from '../../disposables.ts';
import type { ErrorBoundary } from '../../errors.ts';
import type { Session, SessionState } from '../../session.ts';

/** What is read of the session's repository; why there is nothing, when there is not. */
export type EpicsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem' }
  | { readonly kind: 'overview'; readonly root: string; readonly overview: EpicsOverview };

/** Reads the overview when it is wanted, and again only after something changed. */
export interface EpicsReading extends Disposable {
  readonly state: EpicsState;
  /** Resolves when `state` is that of the session's last answer. */
  upToDate(): Promise<void>;
}

export interface EpicsReadingOptions {
  readonly session: Session;
  readonly errors: ErrorBoundary;
  /** Somebody looks: what changed is read at once. */
  readonly isWanted: () => boolean;
  readonly onRead: () => Promise<void>;
}

export function createEpicsReading({ session, errors, isWanted, onRead }: EpicsReadingOptions): EpicsReading {
  const owned = createDisposables();
  let state: EpicsState = { kind: 'loading' };
  let running: AbortController | null = null;
  let reading: Promise<void> | null = null;
  owned.register({ dispose: () => running?.abort() });

  async function read(signal: AbortSignal): Promise<void> {
    const next = await stateOf(await settled(session, signal), signal);
    if (signal.aborted || next === null) return;
    state = next;
    await onRead();
  }

  async function stateOf(answers: SessionState, signal: AbortSignal): Promise<EpicsState | null> {
    if (answers.kind !== 'answers') return { kind: answers.kind };
    try {
      return { kind: 'overview', root: answers.lens.root, overview: await answers.lens.overview(signal) };
    } catch (error) {
      return errors.problemOf('read the epics', error) === null ? null : { kind: 'problem' };
    }
  }

  /** A reading that a newer one stopped is up to date when that one is. */
  async function upToDate(): Promise<void> {
    let mine: Promise<void> | null = null;
    while (mine !== reading || mine === null) {
      if (reading === null) {
        running?.abort();
        running = new AbortController();
        reading = read(running.signal);
      }
      mine = reading;
      await mine;
    }
  }

  owned.register(
    session.onDidChange(() => {
      reading = null;
      if (isWanted()) void errors.background('read the epics', upToDate);
    }),
  );
  return {
    get state() {
      return state;
    },
    upToDate,
    dispose: () => owned.dispose(),
  };
}

/** The session's state once it has one; the last one known when nobody waits any more. */
async function settled(session: Session, signal: AbortSignal): Promise<SessionState> {
  session.start();
  if (session.state.kind !== 'loading') return session.state;
  return new Promise(resolve => {
    const listening = session.onDidChange(done);
    signal.addEventListener('abort', () => done(session.state), { once: true });
    function done(state: SessionState): void {
      listening.dispose();
      resolve(state);
    }
  });
}
