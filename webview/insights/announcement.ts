import type { InsightsState } from '../../src/protocol/insightsProtocol.ts';
import { isTelling } from './sections.ts';

/** What a screen reader hears when the panel turns to something else. While reading it hears one sentence, not each count. */
export function announcement(state: InsightsState): string {
  switch (state.kind) {
    case 'reading':
      return 'Reading history';
    case 'declined':
      return state.message.title;
    case 'message':
      return state.title;
    case 'shown': {
      const count = state.figures.filter(isTelling).length;
      return `${state.windowLabel}. ${count === 1 ? '1 figure' : `${count} figures`}`;
    }
  }
}
