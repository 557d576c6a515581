import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { dayIn } from '../../src/model/calendarDay.ts';
import { answersWhere, extension, inWorkspace, resetWorkspace } from './support/extension.ts';
import { takeProposals } from './support/takeProposals.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const LOG = 'outcomes/documents/PAY-100-decision-log.md';
const text = (file: string) => readFileSync(inWorkspace(file).fsPath, 'utf8');
const today = () => dayIn('UTC', Date.now() / 1000);

const shownFile = () => vscode.window.activeTextEditor?.document.uri.fsPath;

function selected(): string {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? '' : editor.document.getText(editor.selection);
}

describe('documents of an epic, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('begins a decision log, links it, and leads to its first question', async () => {
    const before = text(EPIC);
    await takeProposals('outcomeLens.newDocument');
    assert.equal(text(EPIC), `${before}\n## Documents\n\n- [Decision log](documents/PAY-100-decision-log.md)\n`);
    assert.equal(shownFile(), inWorkspace(LOG).fsPath);
    assert.equal(selected(), '…');
    const { why, outcomes } = await answersWhere(({ why: { value } }) => value?.epic?.epic?.documents.length === 1);
    assert.equal(why.value?.epic?.path, EPIC);
    assert.equal(outcomes.epics.length, 1);
  });

  it('adds a dated entry to the log that is there, and no second link', async () => {
    await takeProposals('outcomeLens.newDocument', EPIC);
    const [epic, log] = [text(EPIC), text(LOG)];
    await takeProposals('outcomeLens.newDocument', EPIC);
    assert.equal(text(EPIC), epic);
    const after = text(LOG);
    assert.ok(after.startsWith(`${log}\n## ${today()}: …\n`));
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor is open');
    assert.equal(editor.document.getText(), after);
    assert.ok(editor.document.offsetAt(editor.selection.start) > log.length);
    assert.equal(selected(), '…');
  });

  it('opens a document that the epic links', async () => {
    await takeProposals('outcomeLens.newDocument', EPIC);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await takeProposals('outcomeLens.openDocument', 'documents/PAY-100-decision-log.md');
    assert.equal(shownFile(), inWorkspace(LOG).fsPath);
  });

  it('takes the team’s template, and is made although it is odd', async () => {
    mkdirSync(inWorkspace('outcomes/templates').fsPath, { recursive: true });
    writeFileSync(inWorkspace('outcomes/templates/decision-log.md').fsPath, '# {{title}}\n\n## {{date}} {{owner}}\n');
    await (await extension()).session.refresh('files');
    await takeProposals('outcomeLens.newDocument', EPIC);
    assert.equal(text(LOG), `# Guest checkout\n\n## ${today()} {{owner}}\n`);
  });

  it('writes nothing through a link that leaves the repository', async () => {
    symlinkSync(tmpdir(), inWorkspace('outcomes/documents').fsPath);
    const before = text(EPIC);
    await takeProposals('outcomeLens.newDocument', EPIC);
    assert.equal(text(EPIC), before);
    assert.ok(!existsSync(path.join(tmpdir(), 'PAY-100-decision-log.md')));
  });
});

describe('Customise Template, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('writes the built-in template of an epic and opens it, once', async () => {
    const file = 'outcomes/templates/epic.md';
    await takeProposals('outcomeLens.customiseTemplate');
    assert.match(text(file), /^---\n[\s\S]*key: \{\{key\}\}[\s\S]*## Ready to build/);
    assert.equal(shownFile(), inWorkspace(file).fsPath);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    writeFileSync(inWorkspace(file).fsPath, 'Ours.\n');
    await takeProposals('outcomeLens.customiseTemplate');
    assert.equal(text(file), 'Ours.\n');
    assert.equal(shownFile(), inWorkspace(file).fsPath);
  });
});
