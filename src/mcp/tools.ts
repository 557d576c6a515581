import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type Tool } from '@modelcontextprotocol/sdk/types.js';
import * as z from 'zod/mini';
import { argumentDocs } from '../agents/arguments.ts';
import { failureText } from '../agents/failure.ts';
import type { AgentTool } from '../agents/tool.ts';
import { AGENT_TOOLS } from '../agents/tools.ts';
import type { RepositoryLens } from '../lens/outcomeLens.ts';

/** The tools, listed and called. What fails is told in words, as the tool's answer. */
export function serveTools(server: Server, open: (signal: AbortSignal) => Promise<RepositoryLens>): void {
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: AGENT_TOOLS.map(listed) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const tool = AGENT_TOOLS.find(({ name }) => name === params.name);
    if (tool === undefined) return failed(`There is no such tool; there are ${names()}.`);
    try {
      const text = await tool.call(params.arguments, await open(signal), signal);
      return { content: [{ type: 'text', text }] };
    } catch (error) {
      return failed(failureText(error));
    }
  });
}

function listed({ name, title, description, schema }: AgentTool): Tool {
  const { properties } = z.toJSONSchema(schema, { metadata: argumentDocs, io: 'input' });
  return {
    name,
    title,
    description,
    inputSchema: { type: 'object', properties: properties as Record<string, object>, additionalProperties: false },
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

function failed(text: string) {
  return { isError: true, content: [{ type: 'text' as const, text }] };
}

function names(): string {
  return AGENT_TOOLS.map(({ name }) => name).join(', ');
}
