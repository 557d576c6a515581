import * as vscode from 'vscode';

/** The Markdown of all hovers at a place of a text, this extension's first. */
export async function hoversAt(
  uri: vscode.Uri,
  line: number,
  character: number,
): Promise<readonly vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    new vscode.Position(line, character),
  );
  return hovers.flatMap(({ contents }) => contents).filter(content => content instanceof vscode.MarkdownString);
}

/** Asks until a hover's text fits, and returns it. The test's own timeout ends a wait in vain. */
export async function hoverWhere(
  uri: vscode.Uri,
  line: number,
  character: number,
  fits: RegExp,
): Promise<vscode.MarkdownString> {
  for (;;) {
    const found = (await hoversAt(uri, line, character)).find(({ value }) => fits.test(value));
    if (found !== undefined) return found;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
