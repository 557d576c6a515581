import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as vscode from 'vscode';
import { mcpServers } from '../../src/vscode/agents/agentsPart.ts';
import { AGENT_TOOL_IDS, EXTENSION_ID } from '../../src/vscode/ids.ts';
import { extension, resetWorkspace, workspaceFolder } from './support/extension.ts';

const SWITCH = 'outcomeLens.agents.enabled';

async function turn(isOn: boolean | undefined): Promise<void> {
  await vscode.workspace.getConfiguration().update(SWITCH, isOn, vscode.ConfigurationTarget.Global);
}

/** What a tool answers, as an agent reads it. */
async function ask(tool: keyof typeof AGENT_TOOL_IDS, input: object = {}): Promise<string> {
  const { content } = await vscode.lm.invokeTool(AGENT_TOOL_IDS[tool], { input, toolInvocationToken: undefined });
  return content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

describe('agents, in VS Code', () => {
  before(resetWorkspace);
  afterEach(async () => {
    await vscode.commands.executeCommand('outcomeLens.withdrawMcp');
    await vscode.commands.executeCommand('notifications.clearAll');
    await turn(undefined);
  });

  it('get no answer until they are turned on, and none after', async () => {
    await extension();
    for (const tool of ['outcome', 'readiness', 'flow'] as const) await assert.rejects(ask(tool), tool);
    await turn(true);
    const text = await ask('outcome');
    assert.match(text, /^\| ticket: PAY-101 \(key in the branch name\)$/m);
    assert.match(text, /^\| anticipated outcome: /m);
    assert.match(await ask('readiness', { epic: 'PAY-100' }), /^Readiness: /);
    assert.match(await ask('flow'), /to protect people|Nothing landed/);
    await turn(false);
    for (const tool of ['outcome', 'readiness', 'flow'] as const) await assert.rejects(ask(tool), tool);
  });

  it('are told in words what they asked wrongly', async () => {
    await turn(true);
    await assert.rejects(ask('outcome', { ticket: 'PAY-1', branch: 'main' }), /ticket and branch exclude each other/);
    await assert.rejects(ask('outcome', { branch: 'none' }), /There is no branch/);
  });

  it('get what is cancelled no more', async () => {
    await turn(true);
    const cancelling = new vscode.CancellationTokenSource();
    cancelling.cancel();
    const options = { input: {}, toolInvocationToken: undefined };
    await assert.rejects(Promise.resolve(vscode.lm.invokeTool(AGENT_TOOL_IDS.flow, options, cancelling.token)));
  });

  it('are offered the MCP server by the command only, and no longer when the switch goes off', async () => {
    const api = await extension();
    await turn(true);
    assert.equal(api.agents.offersMcp, false);
    await turn(undefined);
    await vscode.commands.executeCommand('outcomeLens.offerMcp');
    assert.equal(vscode.workspace.getConfiguration().get(SWITCH), true);
    assert.equal(api.agents.offersMcp, true);
    api.restart();
    assert.equal(api.agents.offersMcp, true, 'the offer is forgotten');
    await turn(false);
    assert.equal(api.agents.offersMcp, false);
    await turn(true);
    assert.equal(api.agents.offersMcp, true);
    await vscode.commands.executeCommand('outcomeLens.withdrawMcp');
    assert.equal(api.agents.offersMcp, false);
    assert.match(await ask('outcome'), /PAY-101/);
  });

  it('reach a server that this program runs, about the folder of the window', async () => {
    const found = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(found);
    const [server, ...more] = mcpServers(found.extensionUri, { version: '1.2.3' });
    assert.ok(server !== undefined);
    assert.deepEqual(more, []);
    assert.equal(server.version, '1.2.3');
    assert.equal(server.cwd?.fsPath, workspaceFolder());
    const env = Object.fromEntries(Object.entries(server.env).map(([name, value]) => [name, String(value)]));
    const child = spawn(server.command, server.args, { cwd: server.cwd.fsPath, env: { ...process.env, ...env } });
    let stdout = '';
    const told = (sign: string) =>
      new Promise<void>((resolve, reject) => {
        child.once('error', reject).once('close', resolve);
        child.stdout.on('data', (chunk: Buffer) => {
          stdout += chunk.toString();
          if (stdout.includes(sign)) resolve();
        });
      });
    const say = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const answered = told('"id":2');
    const clientInfo = { name: 'test', version: '1' };
    say({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
    say({ method: 'notifications/initialized' });
    say({ id: 2, method: 'tools/call', params: { name: 'outcome', arguments: {} } });
    await answered;
    const ended = new Promise(resolve => child.once('close', resolve));
    child.stdin.end();
    await ended;
    assert.match(stdout, /PAY-101 \(key in the branch name\)/);
  });
});
