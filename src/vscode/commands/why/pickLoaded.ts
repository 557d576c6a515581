import * as vscode from 'vscode';

/** A picker's looks; `load` fills it. */
export interface LoadedPick<Item extends vscode.QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  /** The signal fires when the person leaves before it is done. */
  readonly load: (signal: AbortSignal) => Promise<readonly Item[]>;
}

/** Shows a picker at once and fills it when its items are read. undefined when the person left. Rejects as `load` does. */
export function pickLoaded<Item extends vscode.QuickPickItem>(pick: LoadedPick<Item>): Promise<Item | undefined> {
  const stop = new AbortController();
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = pick.title;
  picker.placeholder = 'Reading the history…';
  picker.busy = true;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  return new Promise<Item | undefined>((resolve, reject) => {
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      if (item === undefined) return;
      resolve(item);
      picker.hide();
    });
    picker.onDidHide(() => {
      stop.abort();
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
    pick.load(stop.signal).then(
      items => {
        if (stop.signal.aborted) return;
        picker.items = items;
        picker.placeholder = pick.placeholder;
        picker.busy = false;
      },
      (error: unknown) => {
        // Leaving stops git: nobody asks any more.
        if (!stop.signal.aborted) reject(error instanceof Error ? error : new Error(String(error)));
        picker.hide();
      },
    );
  });
}
