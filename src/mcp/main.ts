import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { SERVER_INSTRUCTIONS } from '../wording/agents.ts';
import type { OutcomeLens } from '../lens/outcomeLens.ts';
import { serveEpics } from './epics.ts';
import { createOneRepository } from './repository.ts';
import { serveTools } from './tools.ts';

export interface McpOptions {
  readonly lens: OutcomeLens;
  /** The folder whose repository is answered about, and no other. */
  readonly folder: string;
  readonly version: string;
}

/**
 * Serves agents on stdin and stdout until stdin closes or `signal` aborts; what is being answered then is given up. Nothing but
 * the protocol goes to stdout.
 */
export async function serveMcp({ lens, folder, version }: McpOptions, signal: AbortSignal): Promise<void> {
  const server = new Server(
    { name: 'outcome-lens', title: 'Outcome Lens', version },
    { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions: SERVER_INSTRUCTIONS },
  );
  const open = createOneRepository(lens, folder);
  serveTools(server, open);
  serveEpics(server, open);
  const closed = new Promise<void>(resolve => {
    server.onclose = resolve;
  });
  const close = () => void server.close();
  process.stdin.once('end', close).once('close', close);
  signal.addEventListener('abort', close, { once: true });
  await server.connect(new StdioServerTransport());
  await closed;
}
