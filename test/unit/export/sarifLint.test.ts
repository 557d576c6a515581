import assert from 'node:assert/strict';
import { lintEpic } from '../../../src/answers/learn/outcomeLint/lintEpic.ts';
import { lintEntries, type LintEntry } from '../../../src/export/lintEntries.ts';
import { lintSarif } from '../../../src/export/sarifLint.ts';
import type { EpicFile, OutcomesFolder } from '../../../src/model/epic.ts';
import { LINT_RULES } from '../../../src/model/lint.ts';
import { lintRuleTitle } from '../../../src/wording/lint.ts';
import { createFolder } from '../../support/factories.ts';
import { HOSTILE } from '../../support/hostileTexts.ts';
import { misfits } from '../../support/jsonSchema.ts';
import { epics, read } from '../epics/read.ts';

function entriesOf(files: readonly EpicFile[], overrides: Partial<OutcomesFolder> = {}): LintEntry[] {
  const outcomes = createFolder(files, overrides);
  const context = { today: '2026-11-20', outcomes, readiness: null, commitsLand: false };
  return lintEntries(
    files.map(file => ({ file, findings: lintEpic(file, context) })),
    outcomes,
  );
}

const inBrief = ({ file, start, severity, rule }: LintEntry) =>
  `${file}:${start?.line ?? '-'}:${start?.column ?? '-'} ${severity} ${rule}`;

const broken = read('---\nkey: PAY-200\nstage: tomorrow\n---\n', 'outcomes/b.md');
const bare = read(
  '---\r\nkey: PAY-100\r\noutcome:\r\n  statement: Refactor the billing module\r\n---\r\n',
  'outcomes/a.md',
);

describe('what the linter says, without an editor', () => {
  it('is problems and findings by file and place', () => {
    assert.deepEqual(entriesOf([broken, bare]).map(inBrief), [
      'outcomes/a.md:4:14 hint outcome/output-not-outcome',
      'outcomes/a.md:4:14 hint outcome/no-beneficiary',
      'outcomes/a.md:4:14 hint measure/missing',
      'outcomes/b.md:3:8 error schema/invalid',
    ]);
  });

  it('ends where the value ends', () => {
    const [wrong] = entriesOf([broken]);
    assert.deepEqual(wrong?.end, { line: 3, column: 16 });
  });

  it('includes the value tree and all team files', () => {
    const team = epics.parseTeam('outcomes/team.yaml', 'timeZone: Nowhere\n');
    const one = epics.parseTeam('outcomes/teams/one.yaml', '\nteam: [\n');
    const valueTree = epics.parseValueTree('outcomes/value-tree.yaml', 'objectives: 3\n');
    assert.deepEqual(entriesOf([], { team, valueTree, teams: [{ id: 'one', file: one }] }).map(inBrief), [
      'outcomes/team.yaml:1:11 error schema/invalid',
      'outcomes/teams/one.yaml:3:1 error yaml/invalid',
      'outcomes/value-tree.yaml:1:13 error schema/invalid',
    ]);
  });

  it('passes over what only the main branch has, as the editor does', () => {
    assert.deepEqual(entriesOf([{ ...broken, origin: 'main' }]), []);
  });
});

describe('lint as SARIF', () => {
  it('has a result for each, errors as errors and hints as notes', () => {
    const log = lintSarif(entriesOf([broken, bare]), '0.1.0');
    assert.deepEqual(misfits(log, 'sarif-2.1.0.json'), []);
    const text = JSON.stringify(log);
    assert.match(text, /"ruleId":"schema\/invalid","ruleIndex":\d,"level":"error"/);
    assert.match(text, /"ruleId":"measure\/missing","ruleIndex":\d,"level":"note"/);
    assert.match(text, /"id":"measure\/missing","shortDescription":\{"text":"No measure"\}/);
    assert.match(text, /"id":"schema\/invalid","shortDescription":\{"text":"A value does not fit"\}/);
  });

  it('fits the schema with nothing to say, and whatever an epic file holds', () => {
    assert.deepEqual(misfits(lintSarif([], null), 'sarif-2.1.0.json'), []);
    for (const text of Object.values(HOSTILE)) {
      const file = read(
        `---\nkey: ${JSON.stringify(text)}\nstage: ${JSON.stringify(text)}\n---\n`,
        `outcomes/${text.slice(0, 50)}.md`,
      );
      const entries = entriesOf([file]);
      assert.ok(entries.length > 0);
      assert.deepEqual(misfits(lintSarif(entries, null), 'sarif-2.1.0.json'), []);
    }
  });

  it('has a short title for every rule', () => {
    const titles = LINT_RULES.map(lintRuleTitle);
    assert.equal(new Set(titles).size, LINT_RULES.length);
    for (const title of titles) assert.match(title, /^[A-Z].{5,60}[a-z]$/);
  });
});
