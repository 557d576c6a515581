import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { dayAfter, dayIn } from '../../src/model/calendarDay.ts';
import { answersWhere, extension, inWorkspace, resetWorkspace } from './support/extension.ts';
import { takeProposals } from './support/takeProposals.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const BELIEFS = `beliefs:
  - { belief: guests come back, confidence: 55, review: 2026-11-01 } # to be seen
  - belief: the account is the obstacle
keyResult: KR-2.1
`;
const text = () => readFileSync(inWorkspace(EPIC).fsPath, 'utf8');
const today = () => dayIn('UTC', Date.now() / 1000);

describe('the bets of an epic, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('takes the day on which an early sign was seen, and changes nothing else', async () => {
    const before = text();
    await takeProposals('outcomeLens.recordEarlySign');
    const sign = 'a fifth of checkouts use the guest button in week one';
    assert.equal(text(), before.replace(`[${sign}]`, `[{ sign: ${sign}, seen: ${today()} }]`));
    const { why } = await answersWhere(({ why: { value } }) => value?.epic?.epic?.outcome?.earlySigns[0]?.seen != null);
    assert.equal(why.value?.epic?.epic?.outcome?.earlySigns[0]?.seen, today());
  });

  it('takes a new look at the belief that is due first', async () => {
    writeFileSync(inWorkspace(EPIC).fsPath, text().replace('keyResult: KR-2.1\n', BELIEFS));
    await (await extension()).session.refresh();
    const before = text();
    await takeProposals('outcomeLens.revisitBelief');
    const next = dayAfter(today(), 30);
    assert.equal(text(), before.replace('review: 2026-11-01 }', `review: ${next} }`));
    await takeProposals('outcomeLens.revisitBelief', undefined, 'the account is the obstacle');
    assert.equal(
      text(),
      before
        .replace('review: 2026-11-01 }', `review: ${next} }`)
        .replace('belief: the account is the obstacle\n', `belief: the account is the obstacle\n    review: ${next}\n`),
    );
  });

  it('joins unsaved words of an open epic file', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace(EPIC));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(new vscode.Position(document.lineCount, 0), 'Typed.\n'));
    const saved = text();
    await takeProposals('outcomeLens.recordEarlySign');
    assert.equal(text(), saved);
    assert.ok(document.isDirty && document.getText().endsWith('Typed.\n'));
    assert.ok(document.getText().includes(`, seen: ${today()} }`));
  });

  it('says so where there is no belief, and writes nothing', async () => {
    const before = text();
    await takeProposals('outcomeLens.revisitBelief');
    assert.equal(text(), before);
  });
});
