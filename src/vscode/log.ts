import * as vscode from 'vscode';
import type { Disposable } from './disposables.ts';

/** The extension's log. What still runs while the window closes may write to it: a closed log stays silent. */
export interface Log extends Disposable {
  debug(line: string): void;
  warn(line: string): void;
  /** `error`'s stack goes to the log only, never to a message. */
  error(what: string, error: unknown): void;
  show(): void;
}

export function createLog(): Log {
  const channel = vscode.window.createOutputChannel('Outcome Lens', { log: true });
  let open = true;
  return {
    debug: line => open && channel.debug(line),
    warn: line => open && channel.warn(line),
    error: (what, error) => open && channel.error(`${what}:`, error instanceof Error ? error : String(error)),
    show: () => open && channel.show(true),
    dispose() {
      open = false;
      channel.dispose();
    },
  };
}
