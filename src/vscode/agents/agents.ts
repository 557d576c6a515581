import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import { AGENT_TOOL_IDS, CONTEXT_KEYS, MCP_PROVIDER } from '../ids.ts';
import type { Session } from '../session.ts';
import { settings } from '../settings.ts';

/** Whether the person offered the MCP server in this workspace. */
const OFFERED = 'outcomeLens.offersMcp';

/** What agents may ask. Nothing is registered while the setting is off, as a tool that is hidden still answers. */
export interface Agents extends Disposable {
  /** The MCP server is offered now. */
  readonly offersMcp: boolean;
  /** Offers the MCP server to this workspace's agents, or no longer; offering turns the setting on. */
  offerMcp(isOffered: boolean): Promise<void>;
}

/** Registers what is on and reads nothing; what answers is loaded with the first question. */
export function createAgents(
  session: Session,
  errors: ErrorBoundary,
  { extension, extensionUri, workspaceState }: vscode.ExtensionContext,
): Agents {
  const owned = createDisposables();
  const part = () => import('./agentsPart.ts');
  let tools: Disposable | null = null;
  let provider: Disposable | null = null;

  function registerTools(): Disposable {
    const registered = createDisposables();
    for (const [name, id] of Object.entries(AGENT_TOOL_IDS))
      registered.register(
        vscode.lm.registerTool(id, {
          invoke: async ({ input }, token) => (await part()).invoke({ name, input }, session, errors, token),
        }),
      );
    return registered;
  }

  const registerProvider = () =>
    vscode.lm.registerMcpServerDefinitionProvider(MCP_PROVIDER, {
      provideMcpServerDefinitions: async () =>
        (await part()).mcpServers(extensionUri, extension.packageJSON as { version: string }),
    });

  function update(): void {
    const isOn = settings.agents();
    tools = switched(isOn, tools, registerTools);
    provider = switched(isOn && workspaceState.get(OFFERED) === true, provider, registerProvider);
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.offersMcp, provider !== null);
  }

  owned.register(settings.onDidChange(update));
  owned.register({
    dispose() {
      tools?.dispose();
      provider?.dispose();
    },
  });
  update();
  return {
    get offersMcp() {
      return provider !== null;
    },
    async offerMcp(isOffered) {
      await workspaceState.update(OFFERED, isOffered);
      if (isOffered) await settings.turnAgentsOn();
      update();
      (await part()).tellOffer(isOffered);
    },
    dispose: () => owned.dispose(),
  };
}

function switched(isOn: boolean, held: Disposable | null, register: () => Disposable): Disposable | null {
  if (isOn) return held ?? register();
  held?.dispose();
  return null;
}
