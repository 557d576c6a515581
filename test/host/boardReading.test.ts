import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Change } from '../../src/lens/outcomeLens.ts';
import type { ToBoard } from '../../src/protocol/boardProtocol.ts';
import type { ErrorBoundary } from '../../src/vscode/errors.ts';
import type { Session } from '../../src/vscode/session.ts';
import { showBoard } from '../../src/vscode/webviews/boardReading.ts';
import { answersWhere, extension, resetWorkspace } from './support/extension.ts';

const errors: ErrorBoundary = {
  command: (_what, work) => work(),
  background: (_what, work) => work(),
  problemOf: () => null,
};

describe('the Portfolio board’s reading', () => {
  before(resetWorkspace);

  it('looks at everything again when its page is made again', async () => {
    await extension();
    const { lens } = await answersWhere(() => true);
    const toHost = new vscode.EventEmitter<unknown>();
    const viewState = new vscode.EventEmitter<unknown>();
    const sessionChange = new vscode.EventEmitter<unknown>();
    const said: ToBoard[] = [];
    const refreshes: (Change | undefined)[] = [];
    const webview = {
      ...{ options: {}, html: '', cspSource: 'test:', asWebviewUri: (uri: vscode.Uri) => uri },
      onDidReceiveMessage: toHost.event,
      postMessage: (message: ToBoard) => Promise.resolve(said.push(message) > 0),
    };
    const panel = { webview, visible: true, onDidChangeViewState: viewState.event };
    const session = {
      onDidChange: sessionChange.event,
      repository: () => Promise.resolve(lens),
      refresh(change?: Change) {
        refreshes.push(change);
        return Promise.resolve();
      },
    };
    const shown = showBoard(
      panel as unknown as vscode.WebviewPanel,
      session as unknown as Session,
      errors,
      vscode.Uri.file('/extension'),
    );
    const ready = async () => {
      said.length = 0;
      toHost.fire({ t: 'ready' });
      while (said.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
    };
    await ready();
    assert.deepEqual(refreshes, [], 'what it shows first was read a moment ago');
    panel.visible = false;
    viewState.fire(undefined);
    panel.visible = true;
    await ready();
    assert.deepEqual(refreshes, [undefined], 'commits that no watcher saw, too');
    shown.dispose();
  });
});
