import assert from 'node:assert/strict';
import { problemText } from '../../../src/wording/problems.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { epicOf, problemsOf, read, withFrontMatter } from './read.ts';

const complete = readFileSync(path.join(import.meta.dirname, '../../fixtures/epics/complete.md'), 'utf8');

describe('an epic file', () => {
  it('is read completely', () => {
    const { epic, problems } = read(complete);
    assert.deepEqual(problems, []);
    const { gates, ...rest } = epic ?? assert.fail();
    assert.deepEqual(rest, {
      key: 'PAY-100',
      title: 'Guest checkout',
      type: 'feature',
      stage: 'build',
      outcome: {
        statement: 'Guests pay without an account, so fewer carts are abandoned.',
        benefits: ['customer', 'business'],
        measures: [
          {
            name: 'cart abandonment',
            unit: '%',
            baseline: 31,
            target: 26,
            by: '2026-12-01',
            confidence: 70,
            tolerance: 1,
            measured: [
              { on: '2026-10-01', value: 30.2 },
              { on: '2026-11-01', value: 28 },
            ],
          },
        ],
        earlySigns: [
          { sign: 'a fifth of checkouts use the guest button in week one', by: null, seen: null },
          { sign: 'fewer password resets', by: '2026-10-15', seen: '2026-10-12' },
        ],
        reviews: ['2026-12-01', '2027-01-01', '2027-02-01'],
        actual: { verdict: 'partly', on: '2027-02-01', note: 'mobile only' },
      },
      keyResult: 'KR-2.1',
      tickets: ['PAY-101', 'PAY-102', '#12', '#34'],
      commitment: { on: '2026-12-10', confidence: 85 },
      launched: '2026-11-20',
      dependsOn: [{ team: 'Ledger', what: 'refunds', since: '2026-09-01', until: '2026-10-01' }],
      debt: { impacts: ['reliability', 'risk'], paths: ['src/checkout/**'] },
      nonGoals: ['Saved cards', 'Loyalty points for guests'],
      decisions: ['One page, not a wizard: see ADR 4'],
      openQuestions: ['Do we need an e-mail address?'],
      documents: [],
      beliefs: [
        {
          belief: 'Guests come back',
          confidence: 60,
          wouldChangeOurMind: 'fewer than one in ten within a month',
          disagreement: 'support expects more calls',
          review: '2026-12-01',
        },
      ],
    });
    assert.deepEqual(
      gates.map(gate => [gate.name, gate.stage, gate.items.length]),
      [
        ['Ready to build', 'discovery', 2],
        ['Legal check', 'launch', 1],
      ],
    );
  });

  it('has a belief of which only the sentence is written', () => {
    const { epic, problems } = withFrontMatter('beliefs: [{ belief: Guests come back }]');
    assert.deepEqual(problems, []);
    assert.deepEqual(epic?.beliefs, [
      { belief: 'Guests come back', confidence: null, wouldChangeOurMind: null, disagreement: null, review: null },
    ]);
  });

  it('lists the documents that it links, files and pages', () => {
    const text = `# Epic

[Not](elsewhere.md)

## Documents

- [Risks](documents/PAY-100-risks.md#first), looked at each month
* [Plan](https://example.org/plan)
- no link
- [A ticket](PAY-101)
  - [Nested](nested.md)

## Notes

- [Other](other.md)
`;
    assert.deepEqual(
      epicOf(`---\nkey: A\n---\n${text}`).documents.map(({ kind, label, target, anchor }) => [
        kind,
        label,
        target,
        anchor,
      ]),
      [
        ['path', 'Risks', 'documents/PAY-100-risks.md', 'first'],
        ['url', 'Plan', 'https://example.org/plan', null],
      ],
    );
  });

  it('tells where each value is', () => {
    const { ranges } = read(complete);
    const at = (name: string) => {
      const range = ranges.get(name) ?? assert.fail(name);
      return complete.slice(range.start, range.end);
    };
    assert.equal(at('key'), 'PAY-100');
    assert.equal(at('outcome.statement'), 'Guests pay without an account, so fewer carts are abandoned.');
    assert.equal(at('outcome.measures.0.measured.1.value'), '28');
    assert.equal(at('tickets.2'), '"#12"');
  });

  it('has ranges for keys that are still empty', () => {
    const file = withFrontMatter('outcome:\n  statement:\n  benefits:');
    assert.deepEqual(file.problems, []);
    assert.equal(file.text.slice(0, file.ranges.get('outcome.statement')?.start).endsWith('statement:'), true);
    assert.equal(file.epic?.outcome?.statement, '');
  });
});

describe('the front matter', () => {
  const body = '# Guest checkout\n\n## Ready to build\n\n- [ ] a\n';

  for (const [name, text] of [
    ['a byte order mark', `\uFEFF---\nkey: PAY-1\n---\n${body}`],
    ['CRLF', `---\nkey: PAY-1\n---\n${body}`.replaceAll('\n', '\r\n')],
    ['blanks behind the dashes', `---  \nkey: PAY-1\n---\t\n${body}`],
    ['nothing behind it', '---\nkey: PAY-1\n---'],
  ] as const)
    it(`is found with ${name}`, () => {
      const { epic, problems } = read(text);
      assert.equal(epic?.key, 'PAY-1');
      assert.deepEqual(problems, []);
    });

  it('may be absent: the gates are read all the same', () => {
    for (const mark of ['', '\uFEFF']) {
      const { epic, problems } = read(mark + body);
      assert.deepEqual(
        problems.map(({ code, line }) => [code, line]),
        [['front-matter/missing', 1]],
      );
      assert.equal(epic?.key, 'PAY-100');
      assert.equal(epic.title, 'Guest checkout');
      assert.equal(epic.gates[0]?.items.length, 1);
    }
  });

  it('without its last line ends at the first empty line', () => {
    const { epic, problems } = read(`---\nkey: PAY-1\ntitle: Pay\n\n${body}`);
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['front-matter/missing', 1]],
    );
    assert.equal(epic?.key, 'PAY-1');
    assert.equal(epic.title, 'Pay');
    assert.equal(epic.gates.length, 1);
  });

  it('does not end inside a value', () => {
    const { epic } = withFrontMatter('outcome:\n  statement: |\n    one\n    ---\n    two');
    assert.equal(epic?.outcome?.statement, 'one\n---\ntwo');
  });

  it('is missing in an empty file, which is no epic', () => {
    for (const text of ['', '\uFEFF', '---', 'Some notes.\n']) {
      const { epic, problems } = read(text);
      assert.equal(epic, null);
      assert.equal(problems[0]?.code, 'front-matter/missing');
    }
    assert.equal(read('---\n---\n').epic, null);
    assert.equal(read('---\nother: 1\n---\n').epic, null);
  });

  it('must hold keys and values', () => {
    const file = read('---\n- a\n- b\n---\n## Ready to build\n\n- [ ] a\n');
    assert.equal(file.problems[0]?.code, 'schema/invalid');
    assert.equal(file.epic?.gates.length, 1);
  });
});

describe('a value that does not fit', () => {
  for (const [yaml, place] of [
    ['stage: bild', 'bild'],
    ['type: [feature]', '[feature]'],
    ['launched: 2026-02-30', '2026-02-30'],
    ['outcome: better sales', 'better sales'],
    ['outcome:\n  benefits: [customer, everyone]', 'everyone'],
    ['outcome:\n  reviews: [2026-12-01, soon]', 'soon'],
    ['outcome:\n  measures: [{ name: a, target: "26" }]', '"26"'],
    ['outcome:\n  measures: [{ name: a, confidence: 170 }]', '170'],
    ['outcome:\n  measures: [{ name: a, baseline: .nan }]', '.nan'],
    ['outcome:\n  measures: [{ unit: "%" }]', '{ unit: "%" }'],
    ['outcome:\n  earlySigns: [{ sign: a, by: 2026-13-01 }]', '2026-13-01'],
    ['outcome:\n  actual: { verdict: great, note: b }', 'great'],
    ['commitment: { on: later, confidence: 80 }', 'later'],
    ['tickets: PAY-101', 'PAY-101'],
    ['dependsOn: [{ team: Ledger, since: 2026-02-29 }]', '2026-02-29'],
    ['beliefs: [{ belief: a, confidence: -1 }]', '-1'],
    ['title: ""', '""'],
  ] as const)
    it(`is a problem at its place: ${yaml}`, () => {
      const file = withFrontMatter(yaml);
      const first = file.problems[0];
      assert.equal(first?.code, 'schema/invalid');
      assert.equal(file.text.slice(first.range?.start, first.range?.end), place);
      assert.equal(first.line, file.text.slice(0, first.range?.start).split('\n').length);
      assert.equal(file.epic?.key, 'PAY-100');
    });

  it('leaves its neighbours alone', () => {
    const { epic } = withFrontMatter(
      'outcome:\n  statement: s\n  benefits: [customer, everyone]\n  measures:\n    - { name: a, target: x, baseline: 3 }\n    - { unit: b }\n    - { name: c }',
    );
    assert.deepEqual(epic?.outcome?.benefits, ['customer']);
    assert.deepEqual(
      epic.outcome.measures.map(({ name, baseline, target }) => [name, baseline, target]),
      [
        ['a', 3, null],
        ['c', null, null],
      ],
    );
  });

  it('takes an entry with it only when that cannot do without', () => {
    const { epic } = withFrontMatter('outcome:\n  actual: { verdict: great }\ncommitment: { on: soon }');
    assert.equal(epic?.outcome?.actual, null);
    assert.equal(epic.commitment, null);
  });

  it('keeps its range, for jumping there', () => {
    const file = withFrontMatter('stage: bild');
    assert.equal(file.text.slice(file.ranges.get('stage')?.start, file.ranges.get('stage')?.end), 'bild');
  });

  it('is described without the words of the file', () => {
    const details = withFrontMatter('stage: secret\noutcome:\n  measures: [{ name: a, target: secret }]').problems;
    assert.deepEqual(
      details.map(({ detail }) => detail),
      [
        'stage: expected one of discovery, build, qa, launch, review, closed, stopped',
        'outcome, measure 1, target: expected a number',
      ],
    );
  });
});

describe('problems of a file', () => {
  it('count entries of lists from 1, as they stand in the file', () => {
    const { problems } = withFrontMatter(
      'outcome:\n  measures:\n    - { unit: a }\n    - { name: b, target: x }\n    - { name: c, measured: [{ on: 2026-11-01, value: 1 }, { on: soon, value: 2 }] }\ntickets: [PAY-1, true, [a]]\nbeliefs: [{ belief: a }, { confidence: 3 }]',
    );
    assert.deepEqual(
      problems.map(({ detail }) => detail),
      [
        'outcome, measure 1, name is missing',
        'outcome, measure 2, target: expected a number',
        'outcome, measure 3, measurement 2, on: expected a day that exists, like 2026-12-01',
        'ticket 3: expected a text',
        'belief 2, belief is missing',
      ],
    );
  });

  it('keep their count when entries before them were left out', () => {
    // The second entry falls in a later round, when the first one is gone.
    const { problems } = withFrontMatter('outcome:\n  measures:\n    - { unit: a }\n    - { name: [b] }\n');
    assert.deepEqual(
      problems.map(({ detail }) => detail?.split(':')[0]),
      ['outcome, measure 1, name is missing', 'outcome, measure 2, name'],
    );
  });

  it('stand in the order of the text', () => {
    const { problems } = read(
      '---\ntitle: a\nlaunched: soon\nstage: bild\n---\n## Ready to build\n<!-- gate: nowhere -->\n- [ ] a\n',
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [1, 3, 4, 7],
    );
  });

  it('are one where both sides of a merge stand in it', () => {
    const { problems, epic } = read(
      '---\nkey: PAY-1\n<<<<<<< ours\nstage: build\n=======\nstage: bild\n>>>>>>> theirs\nlaunched: soon\n---\n## Ready to build\n- [ ] a\n',
    );
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['file/conflict', 3]],
    );
    assert.equal(epic?.key, 'PAY-1');
  });

  it('say whether the front matter does not begin or does not end', () => {
    const said = (text: string) => read(text).problems.map(problem => problemText(problem).text)[0] ?? '';
    assert.match(said('# a\n'), /\.md does not begin with a block between two lines of ---\. Without it/);
    assert.match(said('---\nkey: PAY-1\n'), /\.md begins with a line of ---, but the block does not end: /);
  });
});

describe('leniency', () => {
  it('takes a number for a text where a text is meant', () => {
    const { epic, problems } = withFrontMatter('title: 404\noutcome:\n  measures: [{ name: 1.50, unit: 7 }]');
    assert.deepEqual(problems, []);
    assert.equal(epic?.title, '404');
    assert.equal(epic.outcome?.measures[0]?.name, '1.50');
  });

  it('names tickets as they are named elsewhere', () => {
    const { epic, problems } = withFrontMatter('tickets: [pay-101, 12, "#12", GH-13, "!14", checkout]');
    assert.deepEqual(problems, []);
    assert.deepEqual(epic?.tickets, ['PAY-101', '#12', '#13', '#14', 'checkout']);
  });

  it('takes a bare number as a key of the tracker', () => {
    assert.equal(epicOf('---\nkey: 123\n---\n').key, '#123');
    assert.equal(epicOf('---\nkey: "#123"\n---\n').key, '#123');
    assert.equal(epicOf('---\nkey: q3-2026\n---\n').key, 'q3-2026');
  });

  it('passes over unknown keys and empty entries', () => {
    const { problems, epic } = withFrontMatter('owner_role: lead\nx: { y: [1, { z: 2 }] }\ntickets:\n  - PAY-1\n  -');
    assert.deepEqual(problems, []);
    assert.deepEqual(epic?.tickets, ['PAY-1']);
  });
});

describe('a missing key', () => {
  it('is taken from the name of the file', () => {
    for (const [path, key] of [
      ['outcomes/PAY-100-guest-checkout.md', 'PAY-100'],
      ['outcomes/PAY-100.md', 'PAY-100'],
      ['outcomes/guest-checkout.md', 'guest-checkout'],
      ['PAY-1000x.md', 'PAY-1000x'],
    ] as const) {
      const { epic, problems } = read('---\ntitle: Guest checkout\n---\n', path);
      assert.equal(epic?.key, key);
      assert.deepEqual(
        problems.map(({ code, line, detail }) => [code, line, detail]),
        [['schema/invalid', 1, 'key is missing']],
      );
    }
  });

  it('is one problem, whatever stands there', () => {
    for (const yaml of ['key:', 'key: ""', 'key: [a]', 'key: ~'])
      assert.equal(read(`---\n${yaml}\ntitle: a\n---\n`).problems.length, 1, yaml);
  });
});

describe('a missing title', () => {
  it('is the first heading, then the key', () => {
    assert.equal(
      epicOf('---\nkey: PAY-1\n---\n## Not this\n\n# *Guest* checkout <!-- x -->\n').title,
      'Guest checkout',
    );
    assert.equal(epicOf('---\nkey: PAY-1\n---\n## Not this\n').title, 'PAY-1');
  });
});

describe('broken YAML', () => {
  it('costs only the key that it stands in', () => {
    for (const broken of [
      'title: "Guest',
      'title: [a',
      'title: {a: b',
      'title: @x',
      'title: a\n  b: c',
      'title: *x\n\t- y',
    ]) {
      const file = withFrontMatter(`${broken}\nstage: build\ntickets: [PAY-101]`);
      assert.equal(file.problems[0]?.code, 'yaml/invalid', broken);
      assert.equal(file.epic?.stage, 'build', broken);
      assert.deepEqual(file.epic.tickets, ['PAY-101'], broken);
    }
  });

  it('is told at its place, once', () => {
    const file = withFrontMatter('title: Guest: checkout\nstage: build');
    assert.deepEqual(
      file.problems.map(({ code, line }) => [code, line]),
      [['yaml/invalid', 3]],
    );
    assert.equal(file.epic?.title, 'Guest: checkout');
    assert.equal(file.epic.stage, 'build');
  });

  it('is also a key that is there twice: the first one counts', () => {
    const file = withFrontMatter('stage: build\nstage: qa');
    assert.deepEqual(problemsOf(file), ['yaml/invalid stage']);
    assert.equal(file.epic?.stage, 'build');
    assert.equal(file.problems[0]?.line, 4);
  });

  it('is also an alias of nothing', () => {
    const file = withFrontMatter('title: *nothing\nstage: build');
    assert.deepEqual(problemsOf(file), ['yaml/invalid *nothing']);
    assert.equal(file.epic?.stage, 'build');
  });
});

describe('aliases', () => {
  it('stand for what they name, at their own place', () => {
    const file = withFrontMatter('x: &list [PAY-101]\ntickets: *list');
    assert.deepEqual(file.problems, []);
    assert.deepEqual(file.epic?.tickets, ['PAY-101']);
    const range = file.ranges.get('tickets.0');
    assert.equal(file.text.slice(range?.start, range?.end), '*list');
  });

  it('that multiply each other are harmless', () => {
    const lines = ['a0: &a0 [lol, lol]'];
    for (let level = 1; level < 40; level++) lines.push(`a${level}: &a${level} [${`*a${level - 1},`.repeat(10)}]`);
    const file = withFrontMatter(lines.join('\n'));
    assert.ok(file.problems.some(({ code }) => code === 'yaml/invalid'));
    assert.equal(file.epic?.key, 'PAY-100');
  });

  it('of themselves are harmless', () => {
    assert.equal(withFrontMatter('tickets: &t [PAY-1, *t]').epic?.key, 'PAY-100');
  });

  it('cannot reach the prototype of an object', () => {
    const { epic } = withFrontMatter('__proto__: { stage: build }\nconstructor: 1');
    assert.equal(epic?.stage, null);
    assert.equal(Object.hasOwn(Object.prototype, 'stage'), false);
  });
});

describe('lists below headings', () => {
  it('are read by the heading, whatever its case and rank', () => {
    const epic = epicOf(
      '---\nkey: PAY-1\n---\n## OUT OF SCOPE\n\n* one\n* two <!-- x --> `code`\n  * nested\n\n### decisions\n\n1. [ADR](a.md) first\n\n' +
        'Open Questions\n---\n\n- [ ] **Who** decides?\n-\n\n## Other\n\n- not this\n',
    );
    assert.deepEqual(epic.nonGoals, ['one', 'two code']);
    assert.deepEqual(epic.decisions, ['ADR first']);
    assert.deepEqual(epic.openQuestions, ['Who decides?']);
  });
});
