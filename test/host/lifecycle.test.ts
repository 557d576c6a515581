import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS, EXTENSION_ID } from '../../src/vscode/ids.ts';
import { answersWhere, extension, resetWorkspace } from './support/extension.ts';

const ours = async () => (await vscode.commands.getCommands(true)).filter(id => id.startsWith('outcomeLens.'));

describe('life cycle, in VS Code', () => {
  after(resetWorkspace);

  it('is active after start without being asked', async () => {
    await answersWhere(() => true);
    assert.equal(vscode.extensions.getExtension(EXTENSION_ID)?.isActive, true);
  });

  it('registers every command', async () => {
    await extension();
    const registered = await ours();
    for (const command of Object.values(COMMANDS)) assert.ok(registered.includes(command), command);
  });

  it('gives everything back and starts again', async () => {
    const api = await extension();
    const before = api.session;
    await answersWhere(() => true);
    // A command or provider that was not given back would make the second start throw.
    api.restart();
    api.restart();
    assert.notEqual(api.session, before);
    await answersWhere(() => true);
    let heard = 0;
    before.onDidChange(() => heard++);
    await api.session.refresh();
    assert.equal(heard, 0, 'the first session still speaks');
  });
});
