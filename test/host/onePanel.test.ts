import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ErrorBoundary } from '../../src/vscode/errors.ts';
import { createOnePanel } from '../../src/vscode/webviews/onePanel.ts';

const viewType = 'outcomeLens.test.onePanel';
const failures: unknown[] = [];
const errors: ErrorBoundary = {
  command: (_what, work) => work(),
  async background(_what, work) {
    await work().catch((error: unknown) => failures.push(error));
  },
  problemOf: () => null,
};
const tabs = () =>
  vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));

/** A panel that is filled as the test says. */
function onePanel(fill: (panel: vscode.WebviewPanel) => Promise<vscode.Disposable>) {
  const extensionUri = vscode.Uri.file('/extension');
  return createOnePanel({ viewType, title: 'One', fill, errors, extensionUri });
}

/** Until VS Code shows so many tabs of the panel; the test's own timeout ends a wait in vain. */
async function shows(count: number): Promise<void> {
  while (tabs().length !== count) await new Promise(resolve => setTimeout(resolve, 5));
}

describe('a panel of which there is one', () => {
  afterEach(() => {
    failures.length = 0;
  });

  it('goes when it cannot be filled, says why, and is filled anew the next time', async () => {
    let tries = 0;
    const closed: string[] = [];
    const panel = onePanel(() => {
      tries++;
      if (tries === 1) return Promise.reject(new Error('no such part'));
      return Promise.resolve(new vscode.Disposable(() => closed.push('second')));
    });
    await assert.rejects(panel.open(), /no such part/);
    await shows(0);
    await panel.open();
    await shows(1);
    assert.deepEqual([tries, failures, closed], [2, [], []]);
    await panel.open();
    assert.equal(tries, 2, 'one that is shown is not filled again');
    panel.dispose();
    await shows(0);
    while (closed.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
    assert.deepEqual(closed, ['second']);
  });
});
