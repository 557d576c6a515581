import * as z from 'zod/mini';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

interface ConversationOptions<Inbound, View> {
  readonly inbound: z.ZodMiniType<Inbound>;
  readonly view: z.ZodMiniType<View>;
  /** What the page shows when nothing was kept, or what was kept has another shape. */
  readonly initialView: View;
}

/** The page's side of the conversation with the host, and the view state that outlives the page. */
export interface Conversation<Inbound, Outbound, View> {
  post(message: Outbound): void;
  /** Calls `heard` with every valid message, and `misheard` for anything else the host sends. */
  listen(heard: (message: Inbound) => void, misheard: () => void): void;
  view(): View;
  saveView(view: View): void;
}

/** Opens the one conversation that a page may have. */
export function openConversation<Inbound, Outbound, View>(
  options: ConversationOptions<Inbound, View>,
): Conversation<Inbound, Outbound, View> {
  const api = acquireVsCodeApi();
  const kept = z.safeParse(options.view, api.getState());
  let view = kept.success ? kept.data : options.initialView;
  return {
    post: message => {
      api.postMessage(message);
    },
    listen: (heard, misheard) => {
      addEventListener('message', (event: MessageEvent<unknown>) => {
        const message = z.safeParse(options.inbound, event.data);
        if (message.success) heard(message.data);
        else misheard();
      });
    },
    view: () => view,
    saveView: next => {
      view = next;
      api.setState(next);
    },
  };
}
