import type { RunAction } from '../shared/runAction.ts';

/** What the parts of the page need besides the state: folding, and asking the host. */
export interface PageContext {
  readonly isOpen: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly run: RunAction;
}
