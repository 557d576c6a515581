import { CancelledError } from '../../model/problem.ts';

type Progress = (commits: number) => void;
type Run<Value> = (onProgress: Progress, signal: AbortSignal) => Promise<Value>;

/** Runs readings one after another; whoever asks for what is being read already joins in. */
export type SharedReadings<Value> = (
  question: string,
  run: Run<Value>,
  onProgress: Progress,
  signal?: AbortSignal,
) => Promise<Value>;

/** A caller who gives up fails alone; a reading that nobody wants any more is cancelled. */
export function createSharedReadings<Value>(): SharedReadings<Value> {
  let last: Shared<Value> | null = null;
  return (question, run, onProgress, signal) => {
    if (last?.canBeJoined(question) !== true) last = new Shared(question, run, last);
    return last.join(onProgress, signal);
  };
}

class Shared<Value> {
  private readonly question: string;
  private readonly abort = new AbortController();
  private readonly listeners = new Set<Progress>();
  private readonly outcome: Promise<Value>;
  /** Resolves when it is over, well or not. */
  private readonly over: Promise<unknown>;
  private isOver = false;

  constructor(question: string, run: Run<Value>, before: Shared<Value> | null) {
    this.question = question;
    const tell: Progress = commits => this.listeners.forEach(listener => listener(commits));
    this.outcome = Promise.resolve(before?.over).then(() => {
      if (this.abort.signal.aborted) throw new CancelledError();
      return run(tell, this.abort.signal);
    });
    const end = () => (this.isOver = true);
    this.over = this.outcome.then(end, end);
  }

  canBeJoined(question: string): boolean {
    return question === this.question && !this.isOver && !this.abort.signal.aborted;
  }

  async join(onProgress: Progress, signal: AbortSignal | undefined): Promise<Value> {
    // Its own function: one caller may join twice with the same one.
    const listener: Progress = commits => onProgress(commits);
    this.listeners.add(listener);
    try {
      return await unlessAborted(this.outcome, signal);
    } finally {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.abort.abort();
    }
  }
}

/** The value, or a `CancelledError` as soon as `signal` fires. */
function unlessAborted<Value>(outcome: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return outcome;
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new CancelledError());
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    void outcome.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}
