import type { OutcomeState } from '../../src/protocol/outcomeProtocol.ts';

/** What a screen reader hears when the view turns to something else; '' for states that pass by. */
export function announcement(state: OutcomeState): string {
  switch (state.kind) {
    case 'loading':
      return '';
    case 'message':
      return state.title;
    case 'chain': {
      const ticket = state.crumbs.find(crumb => crumb.kind === 'ticket' && crumb.state === 'found')?.label;
      const about = ticket === undefined ? '' : `${ticket}: `;
      if (state.epic !== null && state.epic.statement !== '') return `${about}${state.epic.statement}`;
      return `${about}${state.gap?.title ?? state.epic?.title ?? ''}`;
    }
  }
}
