import assert from 'node:assert/strict';
import type { ReadyAbout, ReadyMissing } from '../../../src/model/ready.ts';
import { answerSentences, verdictLabel } from '../../../src/wording/ready.ts';
import { ABOUT, launchText, readyOf, type ReadyAround } from '../../support/readyText.ts';

function said(text: string, around: ReadyAround = {}): readonly string[] {
  return answerSentences(readyOf(text, around));
}

function label(text: string, around: ReadyAround = {}): string {
  const { value } = readyOf(text, around);
  assert.ok(value !== null);
  return verdictLabel(value);
}

function inStage(stage: string, tasks = '- [x] a'): string {
  return launchText(tasks).replace('stage: launch', `stage: ${stage}`);
}

describe('the answer about readiness, in words', () => {
  it('says that an epic was stopped or is closed, and never that it is ready', () => {
    assert.deepEqual(said(inStage('stopped')), ['PAY-100 was stopped; there is nothing to be ready for.']);
    assert.deepEqual(said(inStage('closed')), ['PAY-100 is closed; no gate is left to meet.']);
    assert.deepEqual([label(inStage('stopped')), label(inStage('closed'))], ['Stopped', 'Closed']);
    assert.equal(label(inStage('closed'), { gate: 'Go-live readiness' }), 'Ready');
    assert.equal(label(inStage('launch')), 'Ready');
  });

  it('names the gate that the stage lacks, and those there are', () => {
    assert.deepEqual(said(inStage('build')), [
      'No gate could be asked: build is left by "Ready to test"; add that heading, or ask --gate "Go-live readiness".',
    ]);
    assert.match(
      said(inStage('discovery'))[0] ?? '',
      /discovery is left by "Problem worth solving" and "Ready to build"; add one of those headings/,
    );
    assert.match(said('---\nkey: PAY-1\nstage: qa\n---\n')[0] ?? '', /A heading such as "## Definition of done"/);
  });

  it('names a gate that is not there, and lists those that are, each once', () => {
    const text = `${launchText('- [x] a')}\n## Definition of done\n- [x] b\n## Definition of done\n- [x] c\n`;
    assert.deepEqual(said(text, { gate: 'Go-live readines' }), [
      'PAY-100 has no gate "Go-live readines". It has "Go-live readiness" and "Definition of done".',
    ]);
  });

  it('counts what cannot be checked here apart from what is open', () => {
    const unchecked = '- [ ] Done <!-- proof: ticket PAY-101 done -->';
    assert.deepEqual(said(launchText(`- [ ] a\n${unchecked}`)), [
      'Go-live readiness: 1 item is open; 1 more cannot be checked here.',
    ]);
    assert.deepEqual(said(launchText('- [ ] a\n- [ ] b')), ['Go-live readiness: 2 items are open.']);
    assert.deepEqual(said(launchText(unchecked)), ['Go-live readiness: 1 item cannot be checked here.']);
  });

  it('says nothing about the items of a file with a merge conflict', () => {
    const text = `${launchText('- [x] a')}<<<<<<< ours\n=======\n>>>>>>> theirs\n`;
    assert.deepEqual(said(text), ['The epic file holds an unresolved merge conflict, so its gates cannot be judged.']);
  });

  it('says for which key, branch or folder no epic was found', () => {
    const none = (code: ReadyMissing, about: Partial<ReadyAbout>) =>
      answerSentences({ value: null, reasons: [], missing: [code], asOf: 0, about: { ...ABOUT, ...about } })[0] ?? '';
    assert.match(none('epic/none', { epic: 'PAY-9' }), /^No epic was found: none in outcomes\/ has or lists PAY-9\./);
    assert.match(none('epics/none', { folder: 'epics' }), /^No epic was found: there is no epic file in epics\/\./);
    assert.match(none('branch/isMain', { branch: 'trunk' }), /^No epic was found: this is trunk,/);
    assert.match(none('branch/detached', {}), /^No epic was found: no branch is checked out \(detached HEAD\)\./);
    assert.match(none('branch/noTicket', { branch: 'spike/x' }), /neither the name nor a commit of spike\/x names/);
    assert.match(none('branch/noEpic', { branch: 'PAY-9-x', ticket: 'PAY-9' }), /lists PAY-9, the ticket of PAY-9-x\./);
  });
});
