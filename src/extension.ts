import * as vscode from 'vscode';
import type { OutcomeLens } from './lens/outcomeLens.ts';
import { createAgents, type Agents } from './vscode/agents/agents.ts';
import { registerCommands } from './vscode/commands/registerCommands.ts';
import { registerContextKeys } from './vscode/contextKeys.ts';
import { createDisposables, type Disposable } from './vscode/disposables.ts';
import { registerCommitLanguage } from './vscode/editor/commitLanguage.ts';
import { registerCommitTexts } from './vscode/editor/commitTexts.ts';
import { registerEpicDiagnostics } from './vscode/editor/epicDiagnostics.ts';
import { registerEpicLanguage } from './vscode/editor/epicLanguage.ts';
import { registerLintDiagnostics } from './vscode/editor/lintDiagnostics.ts';
import { registerOutcomeCodeLens } from './vscode/editor/outcomeCodeLens.ts';
import { createWhyHovers } from './vscode/editor/whyHovers.ts';
import { createReadOnlyEpics } from './vscode/editor/readOnlyEpics.ts';
import { createErrorBoundary } from './vscode/errors.ts';
import { createHints } from './vscode/hints.ts';
import { COMMANDS } from './vscode/ids.ts';
import { createLog, type Log } from './vscode/log.ts';
import { createSession, type Session } from './vscode/session.ts';
import { settings } from './vscode/settings.ts';
import { registerStatusBar } from './vscode/statusBar/statusBar.ts';
import { createTicker, type Ticker } from './vscode/ticker.ts';
import { createEpicsTree, type EpicsTree } from './vscode/views/epics/epicsTree.ts';
import { registerOutcomeView } from './vscode/views/outcomeView.ts';
import { registerReadinessTree } from './vscode/views/readinessTree.ts';
import { createBoard } from './vscode/webviews/boardPanel.ts';
import { createInsights } from './vscode/webviews/insightsPanel.ts';

/** What tests look at and do. */
export interface ExtensionApi {
  readonly session: Session;
  readonly ticker: Ticker;
  readonly epics: EpicsTree;
  readonly agents: Agents;
  /** Everything that the extension holds is given back and made anew. */
  restart(): void;
}

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const log = createLog();
  let running = start(context, log);
  context.subscriptions.push(log, {
    dispose() {
      running.dispose();
    },
  });
  return {
    get session() {
      return running.session;
    },
    get ticker() {
      return running.ticker;
    },
    get epics() {
      return running.epics;
    },
    get agents() {
      return running.agents;
    },
    restart() {
      running.dispose();
      running = start(context, log);
    },
  };
}

/** Registers everything and reads nothing: git runs when a view shows, a command runs, or the status bar asks once. */
function start(
  context: vscode.ExtensionContext,
  log: Log,
): Disposable & Pick<ExtensionApi, 'session' | 'ticker' | 'epics' | 'agents'> {
  const { extensionUri, storageUri, workspaceState } = context;
  const owned = createDisposables();
  const errors = createErrorBoundary(log);
  const session = owned.register(
    createSession(
      once(() => loadLens(log, storageUri)),
      errors,
      async () => (await import('./vscode/gitExtension.ts')).followGitExtension,
    ),
  );
  const ticker = owned.register(createTicker(session));
  const hints = owned.register(createHints(session, errors));
  const insights = owned.register(createInsights(session, errors, extensionUri));
  const board = owned.register(createBoard(session, errors, extensionUri));
  const epics = owned.register(createEpicsTree(session, errors, workspaceState));
  const agents = owned.register(createAgents(session, errors, context));
  const readOnlyEpics = owned.register(createReadOnlyEpics());
  const whyHovers = owned.register(createWhyHovers(session));

  owned.register(
    registerCommands({ session, ticker, insights, board, epics, agents, readOnlyEpics, whyHovers, log }, errors),
  );
  owned.register(registerOutcomeView({ session, hints, errors, extensionUri }));
  owned.register(registerReadinessTree({ session, hints, ticker, errors }));
  owned.register(registerEpicDiagnostics(session));
  owned.register(registerLintDiagnostics(hints, extensionUri));
  owned.register(registerEpicLanguage(session, errors));
  owned.register(registerCommitLanguage(session, errors));
  owned.register(registerCommitTexts(session));
  owned.register(registerOutcomeCodeLens(session, errors));
  owned.register(registerStatusBar(session));
  owned.register(registerContextKeys(session));

  const startUnlessQuiet = () => {
    if (!settings.quiet()) session.start();
  };
  owned.register(settings.onDidChange(startUnlessQuiet));
  startUnlessQuiet();
  if (process.env['OUTCOME_LENS_DEMO'] === '1') void vscode.commands.executeCommand(COMMANDS.showOutcome);
  return { session, ticker, epics, agents, dispose: () => owned.dispose() };
}

/** Loads git, the parsers and the answers on first use, from a bundle of their own. */
async function loadLens(log: Log, storage: vscode.Uri | undefined): Promise<OutcomeLens> {
  const { composeLens } = await import('./vscode/compose.ts');
  return composeLens({ isTrusted: () => vscode.workspace.isTrusted, log: line => log.debug(line), storage });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
