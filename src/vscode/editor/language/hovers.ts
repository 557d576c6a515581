import * as vscode from 'vscode';
import { hoverAt } from '../../../language/hovers.ts';
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
      const [title, ...lines] = [`**${plain(hover.title)}**`, ...hover.lines.map(plain)];
      const shown = new vscode.MarkdownString([title, ...lines].join('\n\n'));
      return new vscode.Hover(shown, rangeOf(document, hover.range));
    },
  };
}

/** A repository's words show as they are: no markup, no pictures from elsewhere, no links. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!<>~|&:@$]/g, '\\$&');
}
