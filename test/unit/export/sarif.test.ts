import assert from 'node:assert/strict';
import { sarifLog, type SarifResult, type SarifRun } from '../../../src/export/sarif.ts';
import { HOSTILE } from '../../support/hostileTexts.ts';
import { misfits } from '../../support/jsonSchema.ts';

const rules = new Map([['ready/open', { title: 'An open item', description: 'It is open.', level: 'error' }]] as const);

function result(overrides: Partial<SarifResult> = {}): SarifResult {
  return {
    rule: 'ready/open',
    level: 'error',
    message: 'It is open.',
    path: 'outcomes/PAY-100.md',
    start: { line: 3, column: 5 },
    end: { line: 3, column: 9 },
    subject: 'Support briefed',
    ...overrides,
  };
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly automationDetails: { readonly id: string };
      readonly invocations: readonly unknown[];
      readonly results: readonly {
        readonly ruleIndex: number;
        readonly message: { readonly text: string };
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: Readonly<Record<string, number>>;
            };
          },
        ];
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }[];
    },
  ];
}

function log(run: Partial<SarifRun> = {}) {
  const made = sarifLog({
    version: '0.1.0',
    name: 'ready/PAY-100',
    rules,
    results: [result()],
    unanswered: [],
    ...run,
  });
  assert.deepEqual(misfits(made, 'sarif-2.1.0.json'), []);
  return (made as Log).runs[0];
}

function prints(...results: readonly SarifResult[]): (string | undefined)[] {
  return log({ results }).results.map(({ partialFingerprints }) => partialFingerprints['outcomeLens/v1']);
}

describe('a SARIF log', () => {
  it('has a result with its rule, level, words and place', () => {
    const { results, tool, automationDetails } = log();
    assert.deepEqual(results[0]?.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'outcomes/PAY-100.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
        },
      },
    ]);
    assert.equal(tool.driver.rules[results[0].ruleIndex]?.id, 'ready/open');
    assert.equal(automationDetails.id, 'outcome-lens/ready/PAY-100/');
  });

  it('points to the first line where a whole file is meant', () => {
    const [one] = log({ results: [result({ start: null, end: null })] }).results;
    assert.deepEqual(one?.locations[0].physicalLocation.region, { startLine: 1 });
  });

  it('fits the schema without results, without a version and with a rule that nobody described', () => {
    log({ results: [], version: null });
    log({ results: [result({ rule: 'git/failed' })] });
  });

  it('encodes paths', () => {
    const [one] = log({ results: [result({ path: 'outcomes/PAY 100 #1 (ä).md' })] }).results;
    assert.equal(one?.locations[0].physicalLocation.artifactLocation.uri, 'outcomes/PAY%20100%20%231%20(%C3%A4).md');
  });

  it('counts as failed, with the reason, when there is no answer', () => {
    assert.deepEqual(log().invocations, [{ executionSuccessful: true }]);
    assert.deepEqual(log({ unanswered: ['No epic was found.'] }).invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'No epic was found.' } }],
      },
    ]);
  });

  it('knows a result again that moved, and no other', () => {
    const moved = result({ start: { line: 30, column: 1 }, end: null, message: 'Other words.' });
    assert.deepEqual(prints(moved), prints(result()));
    const others = [result(), result({ rule: 'x' }), result({ path: 'y.md' }), result({ subject: 'z' })];
    assert.equal(new Set(prints(...others)).size, 4);
  });

  it('tells two equal results apart, in their order', () => {
    const [first, second] = prints(result(), result());
    assert.equal(first, prints(result())[0]);
    assert.notEqual(first, second);
  });

  for (const [what, text] of Object.entries(HOSTILE))
    it(`makes ${what} harmless`, () => {
      const run = log({
        name: `ready/${text}`,
        results: [result({ message: text, path: `outcomes/${text.slice(0, 100)}.md`, subject: text })],
        unanswered: [text],
      });
      const words = run.results[0]?.message.text ?? '';
      assert.ok(words.length <= 2000);
      assert.doesNotMatch(words, /\p{Surrogate}/u);
      assert.doesNotMatch(words, /[\p{Cc}\u2028-\u202e\u2066-\u2069\u061c]/u);
      assert.doesNotMatch(words, /\]\(/);
      assert.doesNotMatch(words.replace(/\{\{|\}\}/g, ''), /[{}]/);
    });

  it('would be refused by the schema if it were another', () => {
    const wrong = JSON.parse(
      JSON.stringify(sarifLog({ version: null, name: 'x', rules, results: [result()], unanswered: [] })).replace(
        '"level":"error"',
        '"level":"bad"',
      ),
    ) as unknown;
    assert.deepEqual(misfits(wrong, 'sarif-2.1.0.json').length, 1);
    assert.deepEqual(misfits({ version: '2.1.0' }, 'sarif-2.1.0.json'), ['$ lacks runs']);
    assert.deepEqual(misfits({ version: '2.1.0', runs: [{}], more: 1 }, 'sarif-2.1.0.json'), [
      '$.runs[0] lacks tool',
      '$ has more',
    ]);
  });
});
