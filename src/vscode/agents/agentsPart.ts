import * as vscode from 'vscode';
import { ArgumentError } from '../../agents/arguments.ts';
import { failureText } from '../../agents/failure.ts';
import { AGENT_TOOLS } from '../../agents/tools.ts';
import { MCP_OFFERED, MCP_WITHDRAWN } from '../../wording/agents.ts';
import type { ErrorBoundary } from '../errors.ts';
import { SETTINGS } from '../ids.ts';
import type { Session } from '../session.ts';
import { settings } from '../settings.ts';

export interface Invocation {
  readonly name: string;
  /** As the model wrote it. */
  readonly input: unknown;
}

/** A tool's answer about the current repository. Rejects with words for the model, or with a `CancellationError`. */
export async function invoke(
  { name, input }: Invocation,
  session: Session,
  errors: ErrorBoundary,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  const cancelled = new AbortController();
  if (token.isCancellationRequested) cancelled.abort();
  const listening = token.onCancellationRequested(() => cancelled.abort());
  try {
    const text = await AGENT_TOOLS.find(tool => tool.name === name)?.call(
      input,
      await session.repository(),
      cancelled.signal,
    );
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text ?? '')]);
  } catch (error) {
    const isWrongCall = error instanceof ArgumentError;
    if (!isWrongCall && errors.problemOf('answer an agent', error) === null) throw new vscode.CancellationError();
    throw new Error(failureText(error), { cause: error });
  } finally {
    listening.dispose();
  }
}

/**
 * The command line's MCP server, once for each folder of the window, run by the program that runs this. None in an untrusted
 * workspace: the command line trusts whoever runs it.
 */
export function mcpServers(
  extensionUri: vscode.Uri,
  { version }: { readonly version: string },
): vscode.McpStdioServerDefinition[] {
  if (!vscode.workspace.isTrusted) return [];
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.cjs').fsPath;
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  return folders.map(({ name, uri }) => {
    const label = folders.length > 1 ? `Outcome Lens: ${name}` : 'Outcome Lens';
    const server = new vscode.McpStdioServerDefinition(
      label,
      process.execPath,
      [program, 'mcp', '--repository', uri.fsPath, '--folder', settings.outcomesFolder(uri.fsPath)],
      { ELECTRON_RUN_AS_NODE: '1' },
      version,
    );
    server.cwd = uri;
    return server;
  });
}

/** The answer to the command that offers the server, or no longer. */
export function tellOffer(isOffered: boolean): void {
  const settingsButton = 'Open Setting';
  void vscode.window
    .showInformationMessage(isOffered ? MCP_OFFERED : MCP_WITHDRAWN, settingsButton)
    .then(pressed =>
      pressed === undefined
        ? undefined
        : vscode.commands.executeCommand('workbench.action.openSettings', `outcomeLens.${SETTINGS.agents}`),
    );
}
