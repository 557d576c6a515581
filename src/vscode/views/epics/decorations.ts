import * as vscode from 'vscode';
import type { EpicEntry, EpicSignCode } from '../../../model/learn/epicsOverview.ts';
import { signWords } from '../../../wording/epicSigns.ts';
import { createDisposables, type Disposable } from '../../disposables.ts';

/** Of our own, so that no file in the Explorer is marked. */
const SCHEME = 'outcome-lens-epic';

const BADGES: Readonly<Record<EpicSignCode, { readonly letter: string; readonly color?: string }>> = {
  fileProblem: { letter: '!', color: 'list.errorForeground' },
  unreadyLaunch: { letter: 'L', color: 'list.warningForeground' },
  reviewDue: { letter: 'R', color: 'list.warningForeground' },
  noOutcome: { letter: 'O' },
  beliefDue: { letter: 'B' },
  unknownKeyResult: { letter: 'K' },
};

/** Marks epics of the view by their signs. */
export interface EpicDecorations extends Disposable {
  /** What stands for an epic in the view, and carries its marks. */
  uriOf(path: string): vscode.Uri;
  /** Shows the signs of these epics from now on. */
  show(entries: readonly EpicEntry[]): void;
}

export function createEpicDecorations(): EpicDecorations {
  const owned = createDisposables();
  const changed = owned.register(new vscode.EventEmitter<vscode.Uri[]>());
  let marked: ReadonlyMap<string, vscode.FileDecoration> = new Map();
  const uriOf = (path: string) => vscode.Uri.from({ scheme: SCHEME, path: `/${path}` });
  owned.register(
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: uri => (uri.scheme === SCHEME ? marked.get(uri.path.slice(1)) : undefined),
    }),
  );
  return {
    uriOf,
    show(entries) {
      const before = marked;
      marked = new Map(
        entries.filter(({ signs }) => signs.length > 0).map(entry => [entry.file.path, decorationOf(entry)] as const),
      );
      const paths = [...new Set([...before.keys(), ...marked.keys()])];
      const others = paths.filter(path => JSON.stringify(before.get(path)) !== JSON.stringify(marked.get(path)));
      if (others.length > 0) changed.fire(others.map(uriOf));
    },
    dispose: () => owned.dispose(),
  };
}

/** The letters of the two most pressing signs, for there is room for no more, and the words of all. */
function decorationOf({ signs }: EpicEntry): vscode.FileDecoration {
  const badges = signs.map(({ code }) => BADGES[code]);
  const color = badges[0]?.color;
  return new vscode.FileDecoration(
    badges
      .slice(0, 2)
      .map(({ letter }) => letter)
      .join(''),
    signs.map(sign => signWords(sign).label).join(', '),
    color === undefined ? undefined : new vscode.ThemeColor(color),
  );
}
