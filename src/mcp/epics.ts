import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { draftRequest, listEpics, readEpic } from '../agents/epics.ts';
import { failureText } from '../agents/failure.ts';
import type { RepositoryLens } from '../lens/outcomeLens.ts';

const ADDRESS = 'outcome-lens://epic/';
const PROMPT = 'draft_outcome';
const PLAIN = 'text/plain';

/** Epics as resources, and the prompt that begins with one. */
export function serveEpics(server: Server, open: (signal: AbortSignal) => Promise<RepositoryLens>): void {
  server.setRequestHandler(ListResourcesRequestSchema, (_, { signal }) =>
    told(async () => {
      const epics = await listEpics(await open(signal), signal);
      return {
        resources: epics.map(({ key, title }) => ({
          uri: ADDRESS + encodeURIComponent(key),
          name: title,
          mimeType: PLAIN,
        })),
      };
    }),
  );
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [
      {
        uriTemplate: `${ADDRESS}{key}`,
        name: 'epic',
        title: 'An epic’s text, marked as data',
        mimeType: PLAIN,
      },
    ],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params: { uri } }, { signal }) =>
    told(async () => {
      const text = await readEpic(await open(signal), keyIn(uri), signal);
      return { contents: [{ uri, mimeType: PLAIN, text }] };
    }),
  );
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: [
      {
        name: PROMPT,
        title: 'Draft an anticipated outcome',
        description: 'Drafts an anticipated outcome from the prose of an epic.',
        arguments: [{ name: 'epic', description: "an epic's key; the current branch's epic without it" }],
      },
    ],
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }, { signal }) =>
    told(async () => {
      if (params.name !== PROMPT) throw new McpError(ErrorCode.InvalidParams, `There is one prompt: ${PROMPT}.`);
      const text = await draftRequest(await open(signal), params.arguments?.['epic'], signal);
      return { messages: [{ role: 'user', content: { type: 'text', text } }] };
    }),
  );
}

/** What fails here has no place for words but the protocol's own error. */
async function told<T>(answer: () => Promise<T>): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof McpError) throw error;
    throw new McpError(ErrorCode.InvalidParams, failureText(error));
  }
}

function keyIn(uri: string): string {
  const written = uri.startsWith(ADDRESS) ? uri.slice(ADDRESS.length) : '';
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
