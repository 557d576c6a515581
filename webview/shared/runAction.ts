import type * as z from 'zod/mini';
import type { Action, MessageState, runSchema } from '../../src/protocol/actions.ts';

/** Asks the host to do what a button says. */
export type RunAction = (action: Action) => void;

/** The message that asks the host for an action. */
export function runMessage(action: Action): z.infer<typeof runSchema> {
  return { t: 'run', action: action.id, ...(action.argument === undefined ? {} : { argument: action.argument }) };
}

/** Shown when host and page do not speak the same language: they come from different versions. */
export const misheardState: MessageState = {
  kind: 'message',
  tone: 'error',
  title: 'This view is out of step with the extension',
  text: 'It usually follows an update. Reload the window, or look into the log.',
  actions: [{ id: 'showLog', label: 'Show Log' }],
};
