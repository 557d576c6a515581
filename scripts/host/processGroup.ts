import type { ChildProcess } from 'node:child_process';

const killAfterMs = 3_000;

/** Ends a detached process and everything it has started. */
export async function killGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const gone = child.exitCode !== null || child.signalCode !== null;
  const closed = gone ? Promise.resolve() : new Promise<void>(resolve => child.once('exit', () => resolve()));
  signalGroup(pid, 'SIGTERM');
  const cap = setTimeout(() => signalGroup(pid, 'SIGKILL'), killAfterMs);
  await closed;
  clearTimeout(cap);
  // The server ends before its children do; what is left of the group has no reason to live on.
  signalGroup(pid, 'SIGKILL');
}

/** Sends a signal to a detached process and everything it has started; a group that is gone is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}
