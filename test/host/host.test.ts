import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

describe('the host', () => {
  it('opens the workspace folder with its outcomes', () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    assert.ok(folder !== undefined, 'no folder is open');
    assert.ok(existsSync(path.join(folder, 'outcomes')), `${folder} has no outcomes folder`);
  });
});
