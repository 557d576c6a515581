import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { git } from '../../../scripts/sample/git.ts';
import { commits, DAY, NOW, removeSamples, sampleAt } from './sampleHistory.ts';

interface FrontMatter {
  readonly key: string;
  readonly type: string;
  readonly stage: string;
  readonly launched?: string;
  readonly outcome?: {
    readonly statement: string;
    readonly measures: readonly { baseline: number; target: number; measured?: readonly { on: string }[] }[];
    readonly reviews?: readonly string[];
    readonly actual?: { readonly verdict: string };
  };
  readonly beliefs?: readonly { readonly review?: string }[];
  readonly keyResult?: string;
  readonly tickets: readonly string[];
  readonly debt?: { readonly impacts: readonly string[]; readonly paths: readonly string[] };
}

interface SampleEpic {
  readonly file: string;
  readonly text: string;
  readonly data: FrontMatter;
}

const GATES = [
  'Problem worth solving',
  'Ready to build',
  'Ready to test',
  'Definition of done',
  'Go-live readiness',
  'Outcome review',
];

describe('outcomes of the sample repository', () => {
  let folder = '';
  const epics: SampleEpic[] = [];
  const epic = (key: string): SampleEpic => epics.find(({ data }) => data.key === key)!;
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

  before(async () => {
    folder = await sampleAt(NOW);
    for (const name of readdirSync(path.join(folder, 'outcomes')).filter(file => file.endsWith('.md'))) {
      const text = read(`outcomes/${name}`);
      const data = parse(/^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? '') as FrontMatter;
      epics.push({ file: `outcomes/${name}`, text, data });
    }
  });
  after(removeSamples);

  it('are seven epics in different places of their lives', () => {
    const found = epics.map(({ data }) => `${data.key} ${data.type} ${data.stage}`).sort();
    assert.deepEqual(found, [
      'PAY-100 feature build',
      'PAY-120 risk launch',
      'PAY-140 debt build',
      'PAY-150 feature build',
      'PAY-160 feature discovery',
      'PAY-60 feature closed',
      'PAY-80 feature review',
    ]);
    for (const { file, data } of epics) {
      assert.ok(file.startsWith(`outcomes/${data.key}-`));
      assert.ok(data.tickets.length > 0, data.key);
    }
    assert.deepEqual(epic('PAY-140').data.debt?.paths, ['src/payments/**']);
  });

  it('are anticipated in all but two: one has no outcome, one an empty statement', () => {
    const without = epics.filter(({ data }) => (data.outcome?.statement ?? '') === '');
    assert.deepEqual(without.map(({ data }) => data.key).sort(), ['PAY-150', 'PAY-160']);
    assert.equal(epic('PAY-150').data.outcome, undefined);
    assert.equal(epic('PAY-160').data.outcome?.statement, '');
    for (const { data } of epics.filter(other => !without.includes(other))) {
      const { outcome } = data;
      assert.ok((outcome?.measures.length ?? 0) > 0 && (outcome?.reviews?.length ?? 0) > 0, data.key);
      for (const measure of outcome?.measures ?? []) assert.notEqual(measure.baseline, measure.target);
    }
  });

  it('are measured where they were launched, and never in the future', () => {
    const today = day(0);
    for (const { data } of epics)
      for (const { on } of data.outcome?.measures.flatMap(measure => measure.measured ?? []) ?? [])
        assert.ok(on <= today);
    const review = epic('PAY-80').data;
    assert.ok(review.outcome?.measures.every(measure => (measure.measured?.length ?? 0) >= 3));
    assert.deepEqual(review.outcome?.reviews, [day(-33), day(-3), day(27)]);
    assert.equal(epic('PAY-60').data.outcome?.actual?.verdict, 'partly');
  });

  it('rest on beliefs, of which one is due for a look', () => {
    const reviews = epics.flatMap(({ data }) => (data.beliefs ?? []).map(({ review }) => review));
    assert.equal(reviews.length, 3);
    assert.deepEqual(
      reviews.filter(review => review !== undefined && review <= day(0)),
      [day(-4)],
    );
  });

  it('hang on a value tree of two objectives and four key results, where they hang on anything', () => {
    const tree = parse(read('outcomes/value-tree.yaml')) as { objectives: { keyResults: { id: string }[] }[] };
    const known = tree.objectives.flatMap(objective => objective.keyResults.map(result => result.id));
    assert.deepEqual([tree.objectives.length, known.length], [2, 4]);
    assert.deepEqual(
      new Set(epics.flatMap(({ data }) => data.keyResult ?? [])),
      new Set(['KR-1.1', 'KR-1.2', 'KR-2.1', 'KR-2.2']),
    );
  });

  it('belong to a team that names keys, releases and one intervention, and nobody', () => {
    const team = parse(read('outcomes/team.yaml')) as Record<string, unknown>;
    assert.equal(team['team'], 'Payments');
    assert.equal(team['mainBranch'], 'main');
    assert.deepEqual(team['tickets'], { keys: ['PAY'] });
    assert.deepEqual(team['releases'], { tags: 'v*', hotfix: 'v*.*.[1-9]*' });
    assert.deepEqual(team['interventions'], [{ on: day(-77), label: 'Preview shop for every pull request' }]);
    assert.doesNotMatch(read('outcomes/team.yaml'), /contributor/i);
  });

  it('use the built-in gates, and every kind of item', () => {
    for (const { text, data } of epics) {
      const gates = [...text.matchAll(/^## (.+)\n\n- \[[ x]\]/gm)].map(match => match[1] ?? '');
      assert.ok(gates.length > 0, data.key);
      for (const gate of gates) assert.ok(GATES.includes(gate), `${data.key}: ${gate}`);
    }
    const all = epics.map(({ text }) => text).join('\n');
    for (const kind of ['file', 'text', 'changed', 'tag', 'ticket', 'absent'])
      assert.match(all, new RegExp(`<!-- proof: ${kind} .+ -->`));
    assert.match(epic('PAY-120').text, new RegExp(`^- \\[ \\] .+ waived until ${day(21)}: .+`, 'm'));
    assert.match(all, /^- \[x\] ~~.+~~ n\/a: .+/m);
  });

  it('point to evidence that is there, except once', () => {
    const missing = epics.flatMap(({ file, text }) =>
      [...text.matchAll(/\]\((\.\.[^)#]+)/g)]
        .map(match => match[1] ?? '')
        .filter(target => !existsSync(path.join(folder, path.dirname(file), target))),
    );
    assert.deepEqual(missing, ['../docs/launch/clean-logs-rollback.md']);
  });

  it('were ticked over time, by different people, and one tick has gone stale', async () => {
    const { file } = epic('PAY-100');
    const changes = await commits(folder, '--', file);
    assert.ok(changes.length >= 4);
    assert.ok(new Set(changes.map(change => change.name)).size >= 3);
    const ticked = (await commits(folder, '--reverse', '-S[x] The pain is a behaviour', '--', file))[0];
    const later = await commits(folder, `${ticked?.hash ?? ''}..HEAD`, '--', 'docs/research/guest-checkout.md');
    assert.equal(later.length, 1);
  });

  it('are mirrored in the code: marked debt, and a change in telemetry on the branch', async () => {
    assert.match(read('src/payments/refunds.ts'), /\/\/ DEBT\(PAY-140\): /);
    const markers = await git(folder, 'grep', '-hoE', '(TODO|FIXME|DEBT)(\\(PAY-[0-9]+\\))?:', '--', 'src');
    for (const marker of ['TODO', 'FIXME', 'DEBT']) assert.ok(markers.includes(marker), marker);
    assert.match(await git(folder, 'diff', '--name-only', 'main...HEAD'), /^src\/telemetry\//m);
  });

  function day(offset: number): string {
    return new Date((NOW + offset * DAY) * 1000).toISOString().slice(0, 10);
  }
});
