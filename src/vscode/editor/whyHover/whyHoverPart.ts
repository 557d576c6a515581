import path from 'node:path';
import * as vscode from 'vscode';
import { keyRules } from '../../../lens/outcomesFolder.ts';
import type { LineQuestion } from '../../../model/changeWhy.ts';
import { CancelledError, ProblemError } from '../../../model/problem.ts';
import type { Disposable } from '../../disposables.ts';
import type { Session } from '../../session.ts';
import { settings } from '../../settings.ts';
import { createCursorHover } from './cursorHover.ts';
import { HOVER_COMMANDS, hoverMarkdown, type HoverText } from './hoverMarkdown.ts';
import { lineHover } from './lineHover.ts';
import { hoveredPart } from './linePlaces.ts';
import { repositoryDocument, type RepositoryDocument } from './repositoryDocument.ts';
import { settled } from './settled.ts';
import { ticketHover } from './ticketHover.ts';
import { ticketLinkProvider } from './ticketLinkProvider.ts';
import { rulesFor, ticketAt } from './ticketLinks.ts';

/** The hovers and links in the texts of the repository. */
export interface WhyHoverPart extends vscode.HoverProvider, Disposable {
  readonly links: vscode.DocumentLinkProvider;
  /** Shows the why of the line at the cursor, whatever the settings are. Rejects with a `ProblemError` when it cannot be told. */
  showAtCursor(): Promise<void>;
}

/** Most places hold no key, and nothing is looked up for them. */
const KEY_LIKE = /[A-Z][A-Z0-9_]*-[1-9]\d*/;
/** Longer lines are written by machines. */
const MAX_LINE = 5000;
/** Who moves on within so many milliseconds asked nothing, and git does not run. */
const SETTLE = 120;

export function createWhyHoverPart(session: Session): WhyHoverPart {
  const cursorHover = createCursorHover();

  async function onTicket(
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
    const text = await ticketHover(place.lens, found.key, signal);
    return text === null
      ? null
      : new vscode.Hover(markdown(text), new vscode.Range(line, found.start, line, found.end));
  }

  async function onLine(
    document: vscode.TextDocument,
    { line, character }: vscode.Position,
    signal: AbortSignal,
  ): Promise<vscode.Hover | null> {
    const part = hoveredPart(document.lineAt(line).text, character, settings.lineHover());
    if (part === null || !(await settled(SETTLE, signal))) return null;
    const place = await repositoryDocument(document, session);
    if (place?.path == null) return null;
    const text = await lineHover(place.lens, questionOf(document, place.path, line), signal);
    return new vscode.Hover(markdown(text), new vscode.Range(line, part.start, line, part.end));
  }

  async function showAtCursor(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) {
      void vscode.window.showInformationMessage('Put the cursor on a line of a file first: no text editor is open.');
      return;
    }
    const { document, selection } = editor;
    const place = await fileOf(document);
    const { line } = selection.active;
    const text = await lineHover(place.lens, questionOf(document, place.path, line), new AbortController().signal);
    await cursorHover.show(editor, markdown(text));
  }

  /** Rejects with what keeps the repository from being read, or with `file/not-found`. */
  async function fileOf(document: vscode.TextDocument): Promise<RepositoryDocument & { readonly path: string }> {
    await session.repository();
    const place = await repositoryDocument(document, session);
    if (place?.path == null) throw new ProblemError({ code: 'file/not-found', file: path.basename(document.fileName) });
    return { ...place, path: place.path };
  }

  return {
    links: ticketLinkProvider(session),
    async provideHover(document, position, token) {
      const atCursor = cursorHover.at(document, position);
      if (atCursor !== null || settings.quiet()) return atCursor;
      if (document.lineAt(position.line).text.length > MAX_LINE) return null;
      return whileWanted(
        token,
        async signal => (await onTicket(document, position, signal)) ?? onLine(document, position, signal),
      );
    },
    showAtCursor,
    dispose: () => cursorHover.dispose(),
  };
}

/** A text that is not saved is told to the lens; a saved one it reads itself. */
function questionOf(document: vscode.TextDocument, file: string, line: number): LineQuestion {
  return { path: file, line: line + 1, text: document.isDirty ? document.getText() : null };
}

function markdown(text: HoverText): vscode.MarkdownString {
  const shown = new vscode.MarkdownString(hoverMarkdown(text));
  shown.isTrusted = { enabledCommands: HOVER_COMMANDS };
  return shown;
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
