import assert from 'node:assert/strict';
import { parseArguments } from '../../src/cli/args.ts';
import { learnCommand } from '../../src/cli/learn.ts';
import { learnJsonSchema } from '../../src/cli/output/learnJson.ts';
import type { CliResult } from '../../src/cli/result.ts';
import { open } from '../support/lensShop.ts';
import { cleanup, makeRepo, type TestRepo } from '../support/repo.ts';

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;
const epic = (key: string, target: number, value: number | null) => `---
key: ${key}
title: Epic ${key}
type: feature
stage: review
outcome:
  statement: Guests pay without an account.
  benefits: [customer]
  measures:
    - name: cart abandonment
      unit: "%"
      baseline: 50
      target: ${target}
      by: 2026-10-01
${value === null ? '' : `      measured: [{ on: 2026-10-02, value: ${value} }]\n`}---
# Epic
`;

/** One hit, one missed by a target that was moved, one not measured, one without an outcome. */
function team(): TestRepo {
  const repo = makeRepo();
  const write = (day: string, files: Readonly<Record<string, string>>) => repo.commit(day, { at: at(day), files });
  write('2026-03-01', {
    'outcomes/PAY-1.md': epic('PAY-1', 40, 38),
    'outcomes/PAY-2.md': epic('PAY-2', 30, 38),
    'outcomes/PAY-3.md': epic('PAY-3', 40, null),
    'outcomes/PAY-10.md': '---\nkey: PAY-10\ntitle: Gift cards\n---\n# Gift cards\n',
  });
  write('2026-05-03', { 'outcomes/PAY-2.md': epic('PAY-2', 40, 38) });
  return repo;
}

async function learn(repo: TestRepo, ...args: readonly string[]): Promise<CliResult> {
  return learnCommand({
    repository: await open(repo),
    options: parseArguments(['learn', ...args]),
    terminal: true,
    progress: () => undefined,
    signal: new AbortController().signal,
  });
}

describe('outcome-lens learn', () => {
  afterEach(cleanup);

  it('prints what was not measured first, then each due measure, and why each epic counts', async () => {
    const { text, exit } = await learn(team());
    assert.equal(exit, 0);
    assert.match(
      text,
      /^Outcomes as of 18 Nov 2026\n\nDid the outcomes happen\?\n {2}1 of 3 due measures was not measured/,
    );
    assert.match(text, /PAY-1 {2}cart abandonment \(%\) {2}50 -> 38, target 40 {2}Hit +due 1 Oct 2026\n/);
    assert.match(
      text,
      /PAY-2 .* 50 -> 38, target 30 {2}Missed, right direction .*; target changed from 30 to 40 in the week of 27 Apr 2026/,
    );
    assert.match(text, /PAY-3 .* 50 -> \?, target 40 +Not measured/);
    assert.match(text, /PAY-10 {2}Gift cards +No outcome\n/);
    assert.match(text, /What the epic files tell of the leader’s questions/);
    assert.match(
      text,
      /--figure ID shows one in full: calibration, hitRate, statedConfidence,\sfeatureFactoryReasons$/,
    );
  });

  it('prints one document that its schema describes', async () => {
    const { json, exit } = await learn(team(), '--json');
    const document = learnJsonSchema.parse(JSON.parse(JSON.stringify(json)));
    assert.deepEqual(document, JSON.parse(JSON.stringify(json)), 'the schema describes all of it');
    assert.deepEqual(
      [exit, document.today, document.calibration.measured],
      [0, '2026-11-18', { count: 2, of: 3, share: 2 / 3 }],
    );
    assert.deepEqual(
      document.calibration.due.map(({ epic: key, result, foreseen }) => [key, result, foreseen.target]),
      [
        ['PAY-1', 'hit', 40],
        ['PAY-2', 'missed', 30],
        ['PAY-3', 'notMeasured', 40],
      ],
    );
    assert.deepEqual(document.featureFactoryRatio.ratio, { count: 1, of: 4, share: null });
    assert.deepEqual(document.questions.withoutOutcome, ['PAY-10']);
  });

  it('prints one figure in full, as text, Markdown or CSV', async () => {
    const repo = team();
    assert.match((await learn(repo, '--figure', 'calibration')).text, /How this is measured\n/);
    assert.match((await learn(repo, '--figure', 'calibration', '--format', 'markdown')).text, /^# Did the outcomes/);
    const csv = await learn(repo, '--figure', 'featureFactoryReasons', '--format', 'csv');
    assert.match(
      csv.text,
      /^Epic,Title,Stage,Counts,Reason\r\nPAY-10,Gift cards,,Yes,It has no anticipated outcome\.\r\n/,
    );
    assert.equal(csv.exit, 0);
  });

  it('prints a document of all of it', async () => {
    const { text } = await learn(team(), '--format', 'markdown');
    assert.match(text, /^# Outcomes as of 18 Nov 2026\n\n## Did the outcomes happen\?\n/);
    assert.match(text, /\| PAY-2 \| Epic PAY-2 \| Feature \| cart abandonment \(%\) \| 50 \| 30 \| 38 \|/);
    assert.match(text, /## The leader’s questions\n\n- \*\*Intent before execution\.\*\*/);
  });

  it('ends in 1 when there is nothing to learn from, and says why', async () => {
    const repo = makeRepo();
    repo.commit('Begin');
    const { text, exit } = await learn(repo);
    assert.deepEqual([exit, /There is no epic file/.test(text)], [1, true]);
    const none = await learn(team(), '--figure', 'hitRate', '--format', 'csv');
    assert.deepEqual([none.exit, none.text], [1, '']);
    assert.match(none.diagnostics[0] ?? '', /^No table: [A-Z].+: Not shown/);
  });

  it('refuses a figure that it does not have, and one in JSON', async () => {
    const repo = team();
    await assert.rejects(learn(repo, '--figure', 'throughput'), /--figure takes one of calibration, hitRate/);
    await assert.rejects(learn(repo, '--figure', 'calibration', '--json'), /does not go with JSON/);
  });

  it('names files that could not be read', async () => {
    const repo = team();
    repo.commit('Broken', { files: { 'outcomes/PAY-4.md': 'no front matter\n' } });
    const { diagnostics, text } = await learn(repo);
    assert.match(diagnostics.join('\n'), /^outcomes\/PAY-4\.md/m);
    assert.match(text, /Not readable, so in no count: outcomes\/PAY-4\.md\./);
  });
});
