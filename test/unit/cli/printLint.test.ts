import assert from 'node:assert/strict';
import { lintJson, lintJsonSchema } from '../../../src/cli/output/lintJson.ts';
import { printLint } from '../../../src/cli/print/printLint.ts';
import type { LintEntry } from '../../../src/export/lintEntries.ts';

function entry(overrides: Partial<LintEntry> = {}): LintEntry {
  return {
    rule: 'measure/missing',
    severity: 'hint',
    file: 'outcomes/a.md',
    start: { line: 4, column: 3 },
    end: { line: 4, column: 9 },
    message: 'How would you see that it happened?',
    why: 'One number is enough.',
    example: null,
    subject: '',
    ...overrides,
  };
}

const BROKEN = entry({
  rule: 'yaml/invalid',
  severity: 'error',
  start: { line: 12, column: 1 },
  message: 'The YAML\u001b[31m is\n broken.',
  why: null,
});
const GONE = entry({ rule: 'file/unreadable', severity: 'error', file: 'outcomes/b.md', start: null, end: null });

describe('lint for people', () => {
  it('is a line for each finding, in columns, by file, and a sum', () => {
    assert.equal(
      printLint([entry(), BROKEN, GONE], 2),
      [
        'outcomes/a.md:4:3   hint   measure/missing  How would you see that it happened?',
        'outcomes/a.md:12:1  error  yaml/invalid     The YAML·[31m is broken.',
        '',
        'outcomes/b.md  error  file/unreadable  How would you see that it happened?',
        '',
        '2 epic files: 2 errors, 0 warnings, 1 hint.',
      ].join('\n'),
    );
  });

  it('says so when there is nothing', () => {
    assert.equal(printLint([], 1), '1 epic file, nothing found.');
  });
});

describe('lint as a document', () => {
  it('counts, and gives each finding its place', () => {
    const document = lintJson([entry(), BROKEN, GONE], 2);
    assert.deepEqual(lintJsonSchema.parse(document), document);
    assert.deepEqual([document.epics, document.errors, document.warnings, document.hints], [2, 2, 0, 1]);
    const [first, , last] = document.findings;
    assert.deepEqual([first?.line, first?.column, first?.endLine, first?.endColumn], [4, 3, 4, 9]);
    assert.deepEqual([last?.line, last?.column, last?.endLine, last?.endColumn], [null, null, null, null]);
  });
});
