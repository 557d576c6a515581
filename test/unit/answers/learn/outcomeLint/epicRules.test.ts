import assert from 'node:assert/strict';
import { read } from '../../../epics/read.ts';
import { createFolder } from '../../../../support/factories.ts';
import { fileText, lint, lintFile, marks, measured, outcome, rulesOf, type Around } from './linted.ts';

function withTree(...ids: readonly string[]): Around {
  const keyResults = ids.map(id => ({ id, title: id, unit: null, baseline: null, target: null, by: null }));
  const valueTree = { objectives: [{ id: 'O-1', title: 'Grow', keyResults }], problems: [] };
  return { context: { outcomes: createFolder([], { valueTree }) } };
}

describe('debt/no-impact', () => {
  it('marks debt that names no cost', () => {
    const text = outcome({ statement: 'The import is rewritten.' });
    assert.deepEqual(marks('debt/no-impact', `type: debt\n${text}`), ['debt']);
    assert.deepEqual(marks('debt/no-impact', `type: debt\n${text}\ndebt: { impacts: [] }`), ['[]']);
  });

  it('is silent where an impact is named, in the list or in words, and for other work', () => {
    const text = outcome({ statement: 'The import is rewritten.' });
    assert.deepEqual(marks('debt/no-impact', `type: debt\n${text}\ndebt: { impacts: [risk] }`), []);
    assert.deepEqual(marks('debt/no-impact', `type: debt\n${outcome({ statement: 'Fewer outages at night.' })}`), []);
    assert.deepEqual(marks('debt/no-impact', `type: feature\n${text}`), []);
  });
});

describe('review/overdue', () => {
  const live = `stage: review\nlaunched: 2026-10-01`;
  const reviews = '[2026-11-01, 2026-12-01]';

  it('marks the day that has passed without a word', () => {
    assert.deepEqual(marks('review/overdue', `${live}\n${outcome({ reviews })}`), ['2026-11-01']);
  });

  it('knows the days that follow from the launch', () => {
    // 30 days after 1 October is 31 October.
    const [finding] = lint(`${live}\n${outcome({ reviews: null })}`).filter(({ rule }) => rule === 'review/overdue');
    assert.deepEqual(finding?.data, { day: '2026-10-31' });
  });

  for (const [what, text] of [
    ['something was measured since', `${live}\n${measuredOn('2026-11-02')}`],
    ['a verdict stands', `${live}\n${outcome({ reviews, actual: '{ verdict: partly }' })}`],
    ['the day is today', `${live}\n${outcome({ reviews: '[2026-11-20]' })}`],
    ['it has not gone live', `stage: build\n${outcome({ reviews })}`],
    ['the day was before the launch', `stage: review\nlaunched: 2026-11-10\n${outcome({ reviews })}`],
    ['it is closed', `stage: closed\nlaunched: 2026-10-01\n${outcome({ reviews })}`],
  ] as const)
    it(`is silent when ${what}`, () => {
      assert.deepEqual(marks('review/overdue', text), []);
    });

  function measuredOn(day: string): string {
    const measures = `[{ name: returns, baseline: 9, target: 3, measured: [{ on: ${day}, value: 5 }] }]`;
    return outcome({ reviews, measures });
  }
});

describe('epic/unknown-key-result', () => {
  it('marks a key result that the tree does not have', () => {
    assert.deepEqual(marks('epic/unknown-key-result', 'keyResult: KR-9', '', withTree('KR-1')), ['KR-9']);
  });

  it('offers the one that differs in case only', () => {
    const found = lint('keyResult: kr-1', '', withTree('KR-1')).find(({ rule }) => rule === 'epic/unknown-key-result');
    assert.deepEqual(found?.fixes, [{ kind: 'setKeyResult', keyResult: 'KR-1' }]);
  });

  it('is silent without a tree, without a key result, and about one that is there', () => {
    assert.deepEqual(marks('epic/unknown-key-result', 'keyResult: KR-9'), []);
    assert.deepEqual(marks('epic/unknown-key-result', 'stage: build', '', withTree('KR-1')), []);
    assert.deepEqual(marks('epic/unknown-key-result', 'keyResult: KR-1', '', withTree('KR-1')), []);
  });
});

describe('the linter', () => {
  const task = 'Refactor the billing module';

  it('finds nothing in an epic that says everything', () => {
    assert.deepEqual(lint(`stage: build\n${outcome()}`), []);
  });

  it('leaves out what the team switched off', () => {
    const text = outcome({ statement: task, benefits: '[]' });
    assert.deepEqual(rulesOf(lint(text)), ['outcome/output-not-outcome', 'outcome/no-beneficiary']);
    const team = { lintOff: ['outcome/no-beneficiary' as const] };
    assert.deepEqual(rulesOf(lint(text, '', { team })), ['outcome/output-not-outcome']);
  });

  it('asks nothing of a stopped epic, and of a closed one only its key result', () => {
    const text = `keyResult: KR-9\n${outcome({ statement: task, measures: null })}`;
    assert.deepEqual(rulesOf(lint(`stage: stopped\n${text}`, '', withTree('KR-1'))), []);
    assert.deepEqual(rulesOf(lint(`stage: closed\n${text}`, '', withTree('KR-1'))), ['epic/unknown-key-result']);
  });

  it('does not call missing what only does not fit', () => {
    const text = measured('name: returns, baseline: nine, target: 3');
    assert.deepEqual(rulesOf(lint(text)), []);
    assert.deepEqual(
      rulesOf(lint('stage: buildd\ncommitment: { on: 2026-12-10 }', '\n## Ready to build\n- [ ] a\n')),
      [],
    );
  });

  it('says nothing of a file whose YAML is broken or which holds a conflict', () => {
    assert.deepEqual(lint('outcome: {'), []);
    assert.deepEqual(lint('title: a', '\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n'), []);
    assert.deepEqual(lintFile(read('no front matter\n')), []);
  });

  it('gives plain data, with the line and file of each finding', () => {
    const findings = lint(`stage: build\n${outcome({ statement: task })}`);
    assert.deepEqual(JSON.parse(JSON.stringify(findings)), findings);
    assert.deepEqual([findings[0]?.line, findings[0]?.file], [5, 'outcomes/PAY-100-guest-checkout.md']);
  });

  it('counts lines as editors do, with Windows line endings too', () => {
    const text = fileText(outcome({ statement: task })).replaceAll('\n', '\r\n');
    const [finding] = lintFile(read(text));
    assert.equal(finding?.line, 4);
    assert.equal(text.slice(finding.range.start, finding.range.end), task);
  });

  it('marks one line at most', () => {
    const text = 'outcome:\n  statement: >\n    Refactor the billing\n    module\n  benefits: [customer]';
    for (const { range } of lint(text)) assert.ok(!fileText(text).slice(range.start, range.end).includes('\n'));
  });
});
