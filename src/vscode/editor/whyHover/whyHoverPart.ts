import * as vscode from 'vscode';
import { keyRules } from '../../../lens/outcomesFolder.ts';
import { CancelledError, ProblemError } from '../../../model/problem.ts';
import type { Session } from '../../session.ts';
import { HOVER_COMMANDS, hoverMarkdown, type HoverText } from './hoverMarkdown.ts';
import { repositoryDocument } from './repositoryDocument.ts';
import { ticketHover } from './ticketHover.ts';
import { ticketLinkProvider } from './ticketLinkProvider.ts';
import { rulesFor, ticketAt } from './ticketLinks.ts';

/** The hovers and links in the texts of the repository. */
export interface WhyHoverPart extends vscode.HoverProvider {
  readonly links: vscode.DocumentLinkProvider;
}

/** Most places hold no key, and nothing is looked up for them. */
const KEY_LIKE = /[A-Z][A-Z0-9_]*-[1-9]\d*/;
/** Longer lines are written by machines. */
const MAX_LINE = 5000;

export function createWhyHoverPart(session: Session): WhyHoverPart {
  async function hoverOnTicket(
    document: vscode.TextDocument,
    position: vscode.Position,
    signal: AbortSignal,
  ): Promise<vscode.Hover | null> {
    if (document.getWordRangeAtPosition(position, KEY_LIKE) === undefined) return null;
    const place = await repositoryDocument(document, session);
    if (place === null || place.isOutcomeFile) return null;
    const { team, epics } = await place.lens.outcomes(signal);
    const rules = rulesFor(place.prose, keyRules(team, epics));
    const found = ticketAt(document.lineAt(position.line).text, position.character, rules);
    if (found === null) return null;
    const { line } = position;
    const range = new vscode.Range(line, found.start, line, found.end);
    return hoverOf(await ticketHover(place.lens, found.key, signal), range);
  }

  return {
    links: ticketLinkProvider(session),
    async provideHover(document, position, token) {
      if (document.lineAt(position.line).text.length > MAX_LINE) return null;
      return whileWanted(token, signal => hoverOnTicket(document, position, signal));
    },
  };
}

function hoverOf(text: HoverText | null, range: vscode.Range): vscode.Hover | null {
  if (text === null) return null;
  const shown = new vscode.MarkdownString(hoverMarkdown(text));
  shown.isTrusted = { enabledCommands: HOVER_COMMANDS };
  return new vscode.Hover(shown, range);
}

/** null for what the person no longer waits for, and for what cannot be told: the views say why. */
async function whileWanted<T>(
  token: vscode.CancellationToken,
  work: (signal: AbortSignal) => Promise<T | null>,
): Promise<T | null> {
  const stop = new AbortController();
  const listening = token.onCancellationRequested(() => stop.abort());
  try {
    return token.isCancellationRequested ? null : await work(stop.signal);
  } catch (error) {
    if (error instanceof ProblemError || error instanceof CancelledError) return null;
    throw error;
  } finally {
    listening.dispose();
  }
}
