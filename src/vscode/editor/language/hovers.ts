import * as vscode from 'vscode';
import { hoverAt } from '../../../language/hovers.ts';
import { plainMarkdown } from '../../plainMarkdown.ts';
import type { Session } from '../../session.ts';
import { rangeOf } from './ranges.ts';
import { surroundingsOf } from './surroundings.ts';

/** Explains fields, tickets, key results and items. */
export function hoverProvider(session: Session): vscode.HoverProvider {
  return {
    async provideHover(document, position) {
      const around = await surroundingsOf(document, session);
      const hover = around === null ? null : hoverAt(around.document, document.offsetAt(position), around.context);
      if (hover === null) return null;
      const [title, ...lines] = [`**${plainMarkdown(hover.title)}**`, ...hover.lines.map(plainMarkdown)];
      const shown = new vscode.MarkdownString([title, ...lines].join('\n\n'));
      return new vscode.Hover(shown, rangeOf(document, hover.range));
    },
  };
}
