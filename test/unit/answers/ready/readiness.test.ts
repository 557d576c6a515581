import assert from 'node:assert/strict';
import { readinessOf } from '../../../../src/answers/ready/readiness.ts';
import { questionsOf, type RepositoryEvidence } from '../../../../src/answers/ready/repositoryFacts.ts';
import type { ChecklistItem, EvidenceLink, ItemState, Proof } from '../../../../src/model/checklist.ts';
import { NOW, createEpicFile, createGate, createItem } from '../../../support/factories.ts';

const NOTHING: RepositoryEvidence = {
  paths: new Set(),
  texts: new Map(),
  tooLarge: new Set(),
  tracked: new Set(),
  shallow: false,
  commits: new Set(),
  tags: [],
  tickets: new Set(),
  changed: new Map(),
  absent: new Map(),
  changedSinceTick: new Map(),
};

function link(target: string, overrides: Partial<EvidenceLink> = {}): EvidenceLink {
  return { kind: 'path', target, anchor: null, label: target, range: { start: 0, end: 1 }, ...overrides };
}

function ready(
  items: readonly ChecklistItem[],
  evidence: Partial<RepositoryEvidence> = {},
  more: Partial<Parameters<typeof readinessOf>[0]> = {},
) {
  return readinessOf({
    file: createEpicFile({ gates: [createGate(items)] }),
    evidence: { ...NOTHING, ...evidence },
    today: '2026-11-20',
    gate: null,
    evidenceRequired: [],
    now: NOW,
    ...more,
  });
}

function state(
  item: Partial<ChecklistItem>,
  evidence: Partial<RepositoryEvidence> = {},
): { state: ItemState; met: boolean } {
  const judged = ready([createItem(item)], evidence).value?.gates[0]?.items[0];
  assert.ok(judged);
  return { state: judged.state, met: judged.met };
}

describe('state of an item', () => {
  const runbook = [link('docs/runbook.md')];

  it('is open until ticked, and a claim when nothing shows it', () => {
    assert.deepEqual(state({}), { state: 'open', met: false });
    assert.deepEqual(state({ ticked: true }), { state: 'claimed', met: true });
  });

  it('is evidenced when what it points to exists, else broken', () => {
    assert.deepEqual(state({ ticked: true, evidence: runbook }, { paths: new Set(['docs/runbook.md']) }), {
      state: 'evidenced',
      met: true,
    });
    assert.deepEqual(state({ ticked: true, evidence: runbook }), { state: 'broken', met: false });
    assert.deepEqual(
      state({ ticked: true, evidence: [...runbook, link('gone.md')] }, { paths: new Set(['docs/runbook.md']) }),
      { state: 'broken', met: false },
    );
  });

  it('finds a path from the root or from the file’s own folder', () => {
    const evidence = [link('notes/test.md')];
    assert.equal(state({ ticked: true, evidence }, { paths: new Set(['outcomes/notes/test.md']) }).state, 'evidenced');
    assert.equal(
      state({ ticked: true, evidence: [link('../docs/a.md')] }, { paths: new Set(['docs/a.md']) }).state,
      'evidenced',
    );
  });

  for (const target of ['/etc/passwd', '../../outside.md', 'C:\\x', 'a/../../../b', '%2Fetc/passwd'])
    it(`takes ${target} for broken: it leaves the repository`, () => {
      assert.equal(
        state({ ticked: true, evidence: [link(target)] }, { paths: new Set(['etc/passwd', 'outside.md', 'b']) }).state,
        'broken',
      );
    });

  it('takes a path that begins with a dot from the root, and nothing of git’s own folder', () => {
    const paths = new Set(['.github/workflows/ci.yml', '.git/config']);
    const at = (target: string) => state({ ticked: true, evidence: [link(target)] }, { paths }).state;
    assert.equal(at('.github/workflows/ci.yml'), 'evidenced');
    assert.equal(at('../.git/config'), 'broken');
    const proof: Proof = { kind: 'file', path: '.github/workflows/ci.yml' };
    assert.equal(state({ proof }, { paths }).state, 'proved');
  });

  it('looks for the heading or line behind a #', () => {
    const texts = new Map([['docs/runbook.md', '# Runbook\n\n## Roll back!\n']]);
    const paths = new Set(['docs/runbook.md']);
    const at = (anchor: string) =>
      state({ ticked: true, evidence: [link('docs/runbook.md', { anchor })] }, { paths, texts }).state;
    assert.equal(at('roll-back'), 'evidenced');
    assert.equal(at('gone'), 'broken');
    assert.equal(at('L3'), 'evidenced');
    assert.equal(at('L30'), 'broken');
  });

  it('knows commits, tags and tickets; an unknown ticket and a page are claims, never broken', () => {
    const with_ = (kind: EvidenceLink['kind'], evidence: Partial<RepositoryEvidence> = {}) =>
      state({ ticked: true, evidence: [link('x1', { kind })] }, evidence).state;
    assert.equal(with_('commit', { commits: new Set(['x1']) }), 'evidenced');
    assert.equal(with_('commit'), 'broken');
    assert.equal(with_('tag', { tags: ['x1'] }), 'evidenced');
    assert.equal(with_('tag'), 'broken');
    assert.equal(with_('ticket', { tickets: new Set(['x1']) }), 'evidenced');
    assert.equal(with_('ticket'), 'claimed');
    assert.equal(with_('url'), 'claimed');
  });

  it('is not applicable only with a reason', () => {
    assert.deepEqual(state({ notApplicable: { reason: 'no copy changes' } }), { state: 'notApplicable', met: true });
    assert.deepEqual(state({ ticked: true, notApplicable: { reason: ' ' } }), { state: 'open', met: false });
  });

  it('is waived until its day, inclusive', () => {
    const waived = (until: string) => state({ waiver: { until, reason: 'pilot only' } });
    assert.deepEqual(waived('2026-11-20'), { state: 'waived', met: true });
    assert.deepEqual(waived('2026-11-19'), { state: 'open', met: false });
  });

  it('is proved or disproved by the repository, whatever the box says', () => {
    const proof: Proof = { kind: 'text', path: 'docs/runbook.md', text: 'rollback' };
    const there = {
      paths: new Set(['docs/runbook.md']),
      texts: new Map([['docs/runbook.md', 'how to rollback']]),
      tracked: new Set(['docs/runbook.md']),
    };
    assert.deepEqual(state({ proof }, there), { state: 'proved', met: true });
    assert.deepEqual(state({ proof, ticked: true }), { state: 'disproved', met: false });
    assert.deepEqual(state({ proof }), { state: 'open', met: false });
    assert.equal(state({ proof: { kind: 'file', path: 'a.md' } }, { paths: new Set(['a.md']) }).state, 'proved');
    assert.equal(state({ proof: { kind: 'file', path: '../a.md' } }, { paths: new Set(['a.md']) }).state, 'open');
    assert.equal(state({ proof: { kind: 'tag', glob: 'v2.*' } }, { tags: ['v2.1'] }).state, 'proved');
    assert.equal(
      state({ proof: { kind: 'changed', glob: 'src/**' } }, { changed: new Map([['src/**', true]]) }).state,
      'proved',
    );
  });

  it('says of a check in git’s own folder, or outside, why it never holds', () => {
    const reason = (proof: Proof, there: Partial<RepositoryEvidence> = {}) => {
      const judged = ready([createItem({ proof })], there).value?.gates[0]?.items[0];
      return judged?.reasons.map(({ code }) => code);
    };
    assert.deepEqual(reason({ kind: 'file', path: '.git/config' }, { paths: new Set(['.git/config']) }), [
      'proofInGitFolder',
    ]);
    assert.deepEqual(reason({ kind: 'text', path: 'a/.git/config', text: 'x' }), ['proofInGitFolder']);
    assert.deepEqual(reason({ kind: 'file', path: '../a.md' }), ['proofOutside']);
    assert.deepEqual(reason({ kind: 'file', path: 'a.md' }), ['proofFails']);
  });

  it('is not proved by a text that only an untracked file holds', () => {
    const proof: Proof = { kind: 'text', path: 'docs/runbook.md', text: 'rollback' };
    const there = { paths: new Set(['docs/runbook.md']), texts: new Map([['docs/runbook.md', 'how to rollback']]) };
    const judged = ready([createItem({ proof })], there).value?.gates[0]?.items[0];
    assert.equal(judged?.state, 'open');
    assert.equal(judged.reasons[0]?.code, 'proofNotTracked');
  });

  it('is stale, and still met, when its evidence changed after the tick', () => {
    const item = createItem({ ticked: true, evidence: runbook });
    const paths = new Set(['docs/runbook.md']);
    const since = (start: number, path = 'docs/runbook.md') => ({
      paths,
      changedSinceTick: new Map([[start, [path]]]),
    });
    assert.deepEqual(state(item, since(item.box.start)), { state: 'stale', met: true });
    assert.equal(state(item, since(item.box.start + 1)).state, 'evidenced');
    // A link may mean several paths; only the one that is there was looked at.
    assert.equal(state(item, since(item.box.start, 'outcomes/docs/runbook.md')).state, 'evidenced');
    const strict = ready([item], since(item.box.start), { evidenceRequired: ['go-live readiness'] });
    assert.equal(strict.value?.gates[0]?.met, 0);
    assert.equal(strict.value.gates[0].stale, 1);
  });

  it('is unknown where a proof cannot be evaluated', () => {
    assert.deepEqual(state({ ticked: true, proof: { kind: 'ticket', key: 'PAY-1', status: 'done' } }), {
      state: 'unknown',
      met: false,
    });
    assert.deepEqual(state({ ticked: true, proof: { kind: 'invalid', written: 'run x' } }), {
      state: 'unknown',
      met: false,
    });
  });
});

describe('readiness', () => {
  const done = createItem({ ticked: true });
  const open = createItem();
  const undecided = createItem({ proof: { kind: 'ticket', key: 'PAY-1', status: 'done' } });

  it('answers yes, no, or unknown when only what cannot be checked stands in the way', () => {
    assert.equal(ready([done]).value?.verdict, 'yes');
    assert.equal(ready([done, open, undecided]).value?.verdict, 'no');
    assert.equal(ready([done, undecided]).value?.verdict, 'unknown');
  });

  it('counts claims, and does not accept them where evidence is required', () => {
    assert.equal(ready([done]).value?.asked[0]?.claimed, 1);
    assert.equal(ready([done], {}, { evidenceRequired: ['go-live readiness'] }).value?.verdict, 'no');
  });

  it('asks the gates of the stage, and lists what earlier ones left open', () => {
    const gates = [
      createGate([open], { name: 'Ready to build', stage: 'discovery' }),
      createGate([done], { name: 'Definition of done', stage: 'qa' }),
      createGate([done]),
      createGate([open], { name: 'Outcome review', stage: 'review' }),
    ];
    const answer = ready([], {}, { file: createEpicFile({ gates }) }).value;
    assert.deepEqual(
      answer?.asked.map(({ gate }) => gate.name),
      ['Go-live readiness'],
    );
    assert.deepEqual(
      answer.earlierOpen.map(({ gate }) => gate.name),
      ['Ready to build'],
    );
    assert.equal(answer.verdict, 'yes');
  });

  it('asks a named gate, case ignored, and says when there is none of that name', () => {
    assert.equal(ready([open], {}, { gate: 'GO-LIVE readiness' }).value?.verdict, 'no');
    const unknown = ready([done], {}, { gate: 'Ready to fly' });
    assert.deepEqual([unknown.missing, unknown.value?.verdict], [['gate/notFound'], 'unknown']);
  });

  it('asks every gate of an epic without a stage, and none of a closed one', () => {
    const gates = [createGate([open]), createGate([open], { name: 'Outcome review', stage: 'review' })];
    assert.equal(ready([], {}, { file: createEpicFile({ gates, stage: null }) }).value?.asked.length, 2);
    const closed = ready([], {}, { file: createEpicFile({ gates, stage: 'closed' }) });
    assert.equal(closed.value?.verdict, 'yes');
    assert.deepEqual(closed.missing, ['stage/closed']);
    const without = ready([], {}, { file: createEpicFile({ gates: [], stage: 'closed' }) });
    assert.deepEqual([without.value?.verdict, without.missing], ['yes', ['stage/closed']]);
  });

  it('asks a gate of a closed epic when it is named', () => {
    const file = createEpicFile({ gates: [createGate([open])], stage: 'closed' });
    const named = ready([], {}, { file, gate: 'Go-live readiness' });
    assert.deepEqual([named.value?.verdict, named.missing], ['no', []]);
    assert.equal(ready([], {}, { file, gate: 'Ready to fly' }).value?.verdict, 'unknown');
  });

  it('never calls a stopped epic ready, whatever is asked', () => {
    const file = createEpicFile({ gates: [createGate([done])], stage: 'stopped' });
    for (const gate of [null, 'Go-live readiness']) {
      const { value, missing } = ready([], {}, { file, gate });
      assert.deepEqual([value?.verdict, value?.asked, missing], ['unknown', [], ['stage/stopped']]);
    }
  });

  it('never takes a missing or misspelt gate for a met one', () => {
    const gates = [createGate([done], { name: 'Definition of done', stage: 'qa' })];
    const answer = ready([], {}, { file: createEpicFile({ gates, stage: 'launch' }) });
    assert.deepEqual([answer.missing, answer.value?.verdict], [['stage/hasNoGate'], 'unknown']);
    assert.equal(ready([], {}, { file: createEpicFile({ gates: [] }) }).value?.verdict, 'unknown');
    assert.equal(ready([]).value?.verdict, 'unknown', 'a gate without items');
  });

  it('does not call a commit or tag broken in a shallow clone', () => {
    const item = createItem({ ticked: true, evidence: [link('abc1234', { kind: 'commit' })] });
    assert.equal(ready([item], { shallow: true }).value?.verdict, 'unknown');
    assert.equal(ready([item]).value?.verdict, 'no');
  });

  it('judges nothing of a file with an unresolved merge conflict', () => {
    const file = createEpicFile({ gates: [createGate([done])] }, { problems: [{ code: 'file/conflict' }] });
    const answer = ready([], {}, { file });
    assert.deepEqual([answer.missing, answer.value?.verdict], [['epic/conflict'], 'unknown']);
  });

  it('says that a file has no gate or could not be read', () => {
    assert.deepEqual(ready([], {}, { file: createEpicFile({ gates: [] }) }).missing, ['gates/none']);
    assert.deepEqual(ready([], {}, { file: createEpicFile(null) }).missing, ['epic/unreadable']);
  });
});

describe('questions about the repository', () => {
  it('are exactly what the items need', () => {
    const file = createEpicFile({
      gates: [
        createGate([
          createItem({ evidence: [link('docs/a.md', { anchor: 'x' }), link('abc1234', { kind: 'commit' })] }),
          createItem({ proof: { kind: 'text', path: 'docs/b.md', text: 'y' } }),
          createItem({ proof: { kind: 'tag', glob: 'v*' } }),
        ]),
      ],
    });
    const questions = questionsOf(file);
    assert.deepEqual([...questions.paths], ['docs/a.md', 'outcomes/docs/a.md', 'docs/b.md']);
    assert.deepEqual([...questions.texts], ['docs/a.md', 'outcomes/docs/a.md', 'docs/b.md']);
    assert.deepEqual([...questions.commits], ['abc1234']);
    assert.equal(questions.tags, true);
  });
});
