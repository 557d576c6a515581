import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../../disposables.ts';

/** A hover that a command put at the cursor, whatever the settings are. It goes when the person moves on. */
export interface CursorHover extends Disposable {
  /** The hover that stands on this line; null when there is none. */
  at(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null;
  /** Shows it and takes the focus there, so that a screen reader reads it and Escape leads back. */
  show(editor: vscode.TextEditor, content: vscode.MarkdownString): Promise<void>;
}

export function createCursorHover(): CursorHover {
  let shown: {
    readonly document: vscode.TextDocument;
    readonly hover: vscode.Hover;
    readonly watch: Disposable;
  } | null = null;

  function leave(): void {
    shown?.watch.dispose();
    shown = null;
  }

  /** Moving along the line keeps it, and so do news that change nothing: they come late on a busy machine. */
  function leaveWhenMoved(document: vscode.TextDocument, line: number): Disposable {
    const watch = createDisposables();
    const leaveIf = (moved: boolean) => {
      if (moved) leave();
    };
    watch.register(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) =>
        leaveIf(textEditor.document === document && selections[0]?.active.line !== line),
      ),
    );
    watch.register(
      vscode.workspace.onDidChangeTextDocument(changed =>
        leaveIf(changed.document === document && changed.contentChanges.length > 0),
      ),
    );
    watch.register(
      vscode.window.onDidChangeActiveTextEditor(editor =>
        leaveIf(editor !== undefined && editor.document !== document),
      ),
    );
    return watch;
  }

  return {
    at: (document, position) =>
      shown?.document === document && shown.hover.range?.start.line === position.line ? shown.hover : null,
    async show(editor, content) {
      leave();
      const { document, selection } = editor;
      const { range } = document.lineAt(selection.active.line);
      shown = {
        document,
        hover: new vscode.Hover(content, range),
        watch: leaveWhenMoved(document, selection.active.line),
      };
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      await vscode.commands.executeCommand('editor.action.showHover', { focus: 'autoFocusImmediately' });
    },
    dispose: leave,
  };
}
