import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import path from 'node:path';
import { ROOT } from '../contract/sourceTree.ts';
import { temporaryFolder, testEnvironment } from './repo.ts';

export interface Reply {
  readonly text: string;
  readonly isError: boolean;
}

/** The built server, spoken to by the SDK's own client. */
export interface Agent {
  readonly client: Client;
  readonly pid: number;
  call(tool: string, args?: Record<string, unknown>): Promise<Reply>;
  read(uri: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts `outcome-lens mcp` in a folder, with a cache of its own. */
export async function startAgent(folder: string, ...args: readonly string[]): Promise<Agent> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [path.join(ROOT, 'dist', 'cli.cjs'), 'mcp', ...args],
    cwd: folder,
    env: { ...testEnvironment(), XDG_CACHE_HOME: temporaryFolder() },
    stderr: 'pipe',
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return {
    client,
    pid: transport.pid ?? 0,
    async call(name, args = {}) {
      const { content, isError } = await client.callTool({ name, arguments: args });
      const [part] = content as { type: string; text: string }[];
      return { text: part?.text ?? '', isError: isError === true };
    },
    async read(uri) {
      const { contents } = await client.readResource({ uri });
      const [part] = contents;
      return part !== undefined && 'text' in part ? part.text : '';
    },
    close: () => client.close(),
  };
}
