import assert from 'node:assert/strict';
import { epicOf, itemOf, problemsOf, read } from './read.ts';

/** Text and targets of the evidence of one item. */
function evidenceOf(task: string): [string, string[]] {
  const { text, evidence } = itemOf(task);
  return [
    text,
    evidence.map(({ kind, target, anchor }) => `${kind} ${target}${anchor === null ? '' : ` # ${anchor}`}`),
  ];
}

describe('the text of an item', () => {
  for (const [task, text] of [
    ['- [ ]   The  problem\n  is explicit  ', 'The problem is explicit'],
    ['- [ ] **Rollback** is _agreed_ for `src/**/*.ts` and `a/*.ts`', 'Rollback is agreed for src/**/*.ts and a/*.ts'],
    ['- [ ] a \\* b &amp; c <kbd>x</kbd>', 'a * b & c <kbd>x</kbd>'],
    ['- [ ] a <!-- note --> b', 'a b'],
    ['- [ ] a [ref] and [b][ref]\n\n[ref]: docs/a.md', 'a ref and b'],
    ['- [ ] ends with a stop.', 'ends with a stop.'],
    ['- [ ] ~~old~~ new', '~~old~~ new'],
  ] as const)
    it(`of ${JSON.stringify(task)} is its words`, () => assert.equal(itemOf(task).text, text));
});

describe('evidence', () => {
  for (const [task, text, ...targets] of [
    ['- [x] Plan [runbook](docs/runbook.md)', 'Plan', 'path docs/runbook.md'],
    ['- [x] Plan ([runbook](docs/runbook.md#rollback)).', 'Plan', 'path docs/runbook.md # rollback'],
    ['- [x] Plan: [runbook](docs/runbook.md#L10)', 'Plan', 'path docs/runbook.md # L10'],
    ['- [x] Plan — [a](a.md), [b](b.md) and [c](c.md)', 'Plan', 'path a.md', 'path b.md', 'path c.md'],
    ['- [x] Plan (evidence: [a](a.md); [b](b.md))', 'Plan', 'path a.md', 'path b.md'],
    ['- [x] Plan is agreed. [a](a.md)', 'Plan is agreed.', 'path a.md'],
    ['- [x] Plan **[a](a.md)**', 'Plan', 'path a.md'],
    ['- [x] Plan\n  [a](a.md)', 'Plan', 'path a.md'],
    ['- [x] Plan (draft) [a](<docs/go live.md>)', 'Plan (draft)', 'path docs/go live.md'],
    ['- [x] Plan [a](docs/go%20live.md "title")', 'Plan', 'path docs/go%20live.md'],
    [
      '- [x] Plan <https://example.com/a> https://example.com/b(c).',
      'Plan',
      'url https://example.com/a',
      'url https://example.com/b(c)',
    ],
    ['- [x] Plan <tag:v2> <commit:ABCDEF1>', 'Plan', 'tag v2', 'commit abcdef1'],
    ['- [x] Seen ![screen](docs/a.png)', 'Seen', 'path docs/a.png'],
    ['- [x] Follow [the guide](a.md) closely', 'Follow the guide closely'],
    ['- [x] Follow [the guide](a.md) closely [b](b.md)', 'Follow the guide closely', 'path b.md'],
    ['- [x] See https://example.com for more', 'See https://example.com for more'],
    ['- [x] [Runbook](docs/runbook.md)', 'Runbook', 'path docs/runbook.md'],
    ['- [x] [a](a.md), [b](b.md)', 'a, b', 'path a.md', 'path b.md'],
    ['- [x] Written [above](#non-goals)', 'Written', 'path ./PAY-100-guest-checkout.md # non-goals'],
    ['- [x] `[a](a.md)` is code', '[a](a.md) is code'],
    ['- [x] a [b](b.md) <!-- note -->', 'a', 'path b.md'],
  ] as const)
    it(`of ${JSON.stringify(task)}`, () => assert.deepEqual(evidenceOf(task), [text, targets]));

  it('has its label and its place in the whole file', () => {
    const text =
      '---\r\nkey: PAY-1\r\n---\r\n## Ready to build\r\n\r\n> - [x] a & b\r\n>   [Run *book*](docs/a.md) https://example.com/x,\r\n';
    const [first, second] = epicOf(text).gates[0]?.items[0]?.evidence ?? [];
    assert.equal(first?.label, 'Run book');
    assert.equal(text.slice(first.range.start, first.range.end), '[Run *book*](docs/a.md)');
    assert.equal(second?.label, 'https://example.com/x');
    assert.equal(text.slice(second.range.start, second.range.end), 'https://example.com/x');
  });

  it('has a place also when the URL is written with entities', () => {
    const { evidence, range } = itemOf('- [x] a https://example.com/?a&amp;b');
    assert.equal(evidence[0]?.target, 'https://example.com/?a&b');
    assert.ok(evidence[0].range.start >= range.start && evidence[0].range.end <= range.end);
  });
});

describe('a waiver', () => {
  it('has a day and a reason', () => {
    for (const task of [
      '- [ ] Load test waived until 2027-01-31: no traffic yet',
      '- [ ] Load test, Waived until 2027-01-31 - no traffic yet',
      '- [ ] Load test (waived until 2027-01-31: no traffic yet)',
      '- [ ] Load test\n  waived until 2027-01-31:\n  no traffic yet <!-- proof: file a.md -->',
    ]) {
      const { text, waiver } = itemOf(task);
      assert.deepEqual([text, waiver], ['Load test', { until: '2027-01-31', reason: 'no traffic yet' }], task);
    }
  });

  it('goes together with evidence before and behind it', () => {
    const { text, waiver, evidence } = itemOf('- [ ] Load test [a](a.md) waived until 2027-01-31: see plan [b](b.md)');
    assert.equal(text, 'Load test');
    assert.deepEqual(waiver, { until: '2027-01-31', reason: 'see plan' });
    assert.deepEqual(
      evidence.map(({ target }) => target),
      ['a.md', 'b.md'],
    );
    assert.equal(itemOf('- [ ] a waived until 2027-01-31: [ADR 4](adr.md)').waiver?.reason, 'ADR 4');
  });

  it('without a reason, or until a day that does not exist, is none', () => {
    for (const words of [
      'waived until 2027-01-31',
      'waived until 2027-01-31:',
      'waived until 2027-02-30: x',
      'waived until soon: x',
    ]) {
      const { text, waiver } = itemOf(`- [ ] Load test ${words}`);
      assert.deepEqual([text, waiver], [`Load test ${words}`, null]);
    }
  });
});

describe('not applicable', () => {
  it('is what is struck through as a whole, with its reason', () => {
    for (const [task, text, reason] of [
      ['- [x] ~~Migrations tested~~ n/a: no schema change', 'Migrations tested', 'no schema change'],
      ['- [ ] ~~Migrations tested~~ N/A — no schema change', 'Migrations tested', 'no schema change'],
      ['- [x] ~~Migrations tested~~ n/a', 'Migrations tested', ''],
      ['- [x] ~~Migrations tested~~ n/a:', 'Migrations tested', ''],
      ['- [x] ~~Migrations tested~~', 'Migrations tested', ''],
      ['- [x] ~~Migrations tested~~ n/a: [ADR 4](adr.md)', 'Migrations tested', 'ADR 4'],
      ['- [x] ~~Migrations **tested**~~\n  n/a: no\n  change', 'Migrations tested', 'no change'],
    ] as const) {
      const item = itemOf(task);
      assert.deepEqual([item.text, item.notApplicable], [text, { reason }], task);
    }
  });

  it('keeps evidence and box', () => {
    const item = itemOf('- [x] ~~Migrations [a](a.md)~~ n/a: see [b](b.md)');
    assert.deepEqual(
      item.evidence.map(({ target }) => target),
      ['a.md', 'b.md'],
    );
    assert.equal(item.ticked, true);
    assert.equal(item.notApplicable?.reason, 'see');
  });

  it('is nothing else', () => {
    for (const task of [
      '- [x] ~~a~~ b',
      '- [x] a n/a: b',
      '- [x] ~~~~ n/a: b',
      '- [x] ~~a n/a: b',
      '- [x] ~~a~~ n/absolutely',
    ])
      assert.equal(itemOf(task).notApplicable, null, task);
  });
});

describe('a proof', () => {
  for (const [comment, proof] of [
    ['file docs/runbook.md', { kind: 'file', path: 'docs/runbook.md' }],
    ['file ./docs/runbook.md', { kind: 'file', path: 'docs/runbook.md' }],
    ['file ././/docs/runbook.md', { kind: 'file', path: 'docs/runbook.md' }],
    ['file ./', { kind: 'invalid', written: 'file ./' }],
    ['changed ./src/**', { kind: 'changed', glob: 'src/**' }],
    ['file "docs/run book.md"', { kind: 'file', path: 'docs/run book.md' }],
    ['text docs/runbook.md "roll  back"', { kind: 'text', path: 'docs/runbook.md', text: 'roll  back' }],
    ['text a.md "say \\"go\\" \\\\ n"', { kind: 'text', path: 'a.md', text: 'say "go" \\ n' }],
    ['changed src/telemetry/**', { kind: 'changed', glob: 'src/telemetry/**' }],
    ['tag v2.*', { kind: 'tag', glob: 'v2.*' }],
    ['ticket PAY-101 done', { kind: 'ticket', key: 'PAY-101', status: 'done' }],
    ['ticket pay-101 In Review', { kind: 'ticket', key: 'PAY-101', status: 'In Review' }],
    ['absent "FIXME(PAY-100)"', { kind: 'absent', text: 'FIXME(PAY-100)' }],
  ] as const)
    it(`is read: ${comment}`, () => {
      const item = itemOf(`- [ ] a <!-- proof: ${comment} -->`);
      assert.deepEqual(item.proof, proof);
      assert.equal(item.text, 'a');
    });

  for (const comment of [
    '',
    'file',
    'file a b',
    'file ""',
    'file "a',
    'text a',
    'text a b c',
    'changed',
    'tag a b',
    'ticket PAY-1',
    'ticket x done',
    'absent a b',
    'run rm',
    'FILE a',
    'file a"b"',
  ])
    it(`is invalid rather than half read: ${comment}`, () =>
      assert.deepEqual(itemOf(`- [x] a <!-- proof: ${comment} -->`).proof, { kind: 'invalid', written: comment }));

  it('may stand anywhere in the paragraph, or below it', () => {
    for (const task of [
      '- [ ] a <!--proof:file b--> c',
      '- [ ] <!-- PROOF : file b --> a c',
      '- [ ] a c\n  <!-- proof: file b -->',
      '- [ ] a c\n\n  <!-- proof:\n  file b -->',
      '- [ ] a c\n  - d\n\n  <!-- proof: file b -->',
    ])
      assert.deepEqual(itemOf(task), { ...itemOf(task), text: 'a c', proof: { kind: 'file', path: 'b' } }, task);
  });

  it('is invalid when there are two', () => {
    assert.deepEqual(itemOf('- [x] a <!-- proof: file b --> <!-- proof: file c -->').proof, {
      kind: 'invalid',
      written: 'file b; file c',
    });
  });

  it('is none in another comment, and none of the parent item', () => {
    assert.equal(itemOf('- [x] a <!-- proof of concept -->').proof, null);
    const items = epicOf('## Ready to test\n- [ ] a\n  - [ ] b <!-- proof: file c -->\n').gates[0]?.items;
    assert.deepEqual(
      items?.map(item => item.proof?.kind ?? null),
      [null, 'file'],
    );
  });

  it('of no item is a problem', () => {
    const file = read('---\nkey: PAY-1\n---\n## Ready to test\n\n- [x] a\n<!-- proof: file b -->\n');
    assert.deepEqual(problemsOf(file), ['schema/invalid <!-- proof: file b -->']);
  });
});
