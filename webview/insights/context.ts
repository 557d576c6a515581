import type { InsightsFilter } from '../../src/protocol/insightsProtocol.ts';
import type { RunAction } from '../shared/runAction.ts';
import type { InsightsView } from './viewState.ts';

/** What the parts of the page need besides the state. */
export interface InsightsContext {
  readonly view: InsightsView;
  readonly change: (change: Partial<InsightsView>) => void;
  readonly toggle: (id: string) => void;
  readonly filter: (filter: InsightsFilter) => void;
  readonly cancel: () => void;
  readonly explain: () => void;
  readonly run: RunAction;
}
