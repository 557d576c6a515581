import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { appendEntry, clearField, setField } from '../../../src/epics/editFields.ts';
import type { FieldPath, FieldValue } from '../../../src/epics/fieldEdits.ts';
import { fieldOrder } from '../../../src/epics/fieldOrder.ts';
import { newEpic } from '../../../src/epics/template.ts';
import { applyEdits, type TextEdit } from '../../../src/model/textRange.ts';

const file = (yaml: string): string => `---\n${yaml}\n---\n# Epic\n\nstage: prose\n`;

function edited(text: string, edit: TextEdit | null): string {
  assert.ok(edit !== null);
  return applyEdits(text, [edit]);
}
const set = (yaml: string, path: FieldPath, value: FieldValue): string =>
  edited(file(yaml), setField(file(yaml), path, value));
const append = (yaml: string, path: FieldPath, entry: FieldValue): string =>
  edited(file(yaml), appendEntry(file(yaml), path, entry));

describe('setting a field of the front matter', () => {
  for (const [name, path, value, before, after] of [
    ['a plain value', ['stage'], 'qa', 'stage: build # soon\nkey: A', 'stage: qa # soon\nkey: A'],
    ['a quoted value', ['stage'], 'qa', "stage: 'build'", 'stage: qa'],
    [
      'a block text',
      ['outcome', 'statement'],
      'New.',
      'outcome:\n  statement: >\n    Old\n    text.\n  benefits: []\nkey: A',
      'outcome:\n  statement: "New."\n  benefits: []\nkey: A',
    ],
    ['a key without a value', ['stage'], 'qa', 'stage: # none\nkey: A', 'stage: qa # none\nkey: A'],
    [
      'a key that is missing',
      ['launched'],
      '2026-12-01',
      'key: A\nstage: qa # c',
      'key: A\nstage: qa # c\nlaunched: 2026-12-01',
    ],
    [
      'a key inside a map',
      ['outcome', 'actual'],
      { verdict: 'partly', note: 'mobile: only' },
      'outcome:\n  statement: x\n  measures:\n    - name: a\nkey: A',
      'outcome:\n  statement: x\n  measures:\n    - name: a\n  actual: { verdict: partly, note: "mobile: only" }\nkey: A',
    ],
    [
      'a long map, a line for each key',
      ['outcome', 'actual'],
      { verdict: 'partly', note: 'On the phone it worked; on shared computers it scared people, who signed out.' },
      'outcome:\n  statement: x\nkey: A',
      'outcome:\n  statement: x\n  actual:\n    verdict: partly\n    note: "On the phone it worked; on shared computers it scared people, who signed out."\nkey: A',
    ],
    [
      'a key inside braces',
      ['commitment', 'confidence'],
      80,
      'commitment: { on: 2026-12-01 }',
      'commitment: { on: 2026-12-01, confidence: 80 }',
    ],
    [
      'a key inside empty braces',
      ['commitment', 'on'],
      '2026-12-01',
      'commitment: {}',
      'commitment: { on: 2026-12-01 }',
    ],
    ['a map that is missing', ['outcome', 'statement'], 'x', 'key: A', 'key: A\noutcome: { statement: x }'],
    [
      'a key of an entry',
      ['outcome', 'earlySigns', 1, 'seen'],
      '2026-12-01',
      'outcome:\n  earlySigns:\n    - sign: a\n    - sign: b\n      by: 2026-11-01\nkey: A',
      'outcome:\n  earlySigns:\n    - sign: a\n    - sign: b\n      by: 2026-11-01\n      seen: 2026-12-01\nkey: A',
    ],
  ] as const)
    it(`changes ${name}, and nothing else`, () => {
      assert.equal(set(before, path, value), file(after));
    });

  it('keeps a file’s own line endings', () => {
    const text = '---\r\nkey: A\r\n---\r\n# x\r\n';
    assert.equal(edited(text, setField(text, ['stage'], 'qa')), '---\r\nkey: A\r\nstage: qa\r\n---\r\n# x\r\n');
  });

  it('writes the first field of an empty front matter', () => {
    const text = '---\n---\n# x\n';
    assert.equal(edited(text, setField(text, ['stage'], 'qa')), '---\nstage: qa\n---\n# x\n');
  });

  it('is refused where no plain edit does it', () => {
    for (const yaml of [
      'stage: [',
      'stage: a\nstage: b',
      'base: &b build\nstage: *b',
      'stage: *nothing',
      '- a list',
      'just words',
    ])
      assert.equal(setField(file(yaml), ['stage'], 'qa'), null, yaml);
    assert.equal(setField('# no front matter\n', ['stage'], 'qa'), null);
    assert.equal(setField('---\nkey: A\n# unclosed\n', ['stage'], 'qa'), null);
    assert.equal(setField(file('outcome: text'), ['outcome', 'statement'], 'x'), null);
    assert.equal(setField(file('list: [a]'), ['list', 3], 'x'), null);
  });
});

describe('adding an entry to a list of the front matter', () => {
  for (const [name, before, after] of [
    [
      'a list in brackets',
      'measured: [{ on: 2026-01-01, value: 1 }] # c',
      'measured: [{ on: 2026-01-01, value: 1 }, { on: 2026-02-01, value: 2 }] # c',
    ],
    ['an empty list', 'measured: []', 'measured: [{ on: 2026-02-01, value: 2 }]'],
    [
      'a list of lines',
      'measured:\n  - { on: 2026-01-01, value: 1 } # first\n\nkey: A',
      'measured:\n  - { on: 2026-01-01, value: 1 } # first\n  - { on: 2026-02-01, value: 2 }\n\nkey: A',
    ],
    [
      'a list that is not indented',
      'measured:\n- on: 2026-01-01\n  value: 1\nkey: A',
      'measured:\n- on: 2026-01-01\n  value: 1\n- { on: 2026-02-01, value: 2 }\nkey: A',
    ],
    ['a list that is missing', 'key: A', 'key: A\nmeasured: [{ on: 2026-02-01, value: 2 }]'],
    ['a key without a value', 'measured:\nkey: A', 'measured: [{ on: 2026-02-01, value: 2 }]\nkey: A'],
  ] as const)
    it(`goes on ${name}`, () => {
      assert.equal(append(before, ['measured'], { on: '2026-02-01', value: 2 }), file(after));
    });

  it('finds the list of one measure of several', () => {
    const before =
      'outcome:\n  measures:\n    - name: a\n      measured:\n        - { on: 2026-01-01, value: 1 }\n    - name: b # second\n      unit: "%"';
    const after = append(before, ['outcome', 'measures', 1, 'measured'], { on: '2026-02-01', value: 2 });
    assert.equal(after, file(`${before}\n      measured: [{ on: 2026-02-01, value: 2 }]`));
  });

  it('is refused where the value is no list', () => {
    assert.equal(appendEntry(file('measured: 3'), ['measured'], 'x'), null);
    assert.equal(appendEntry(file('measured: { a: 1 }'), ['measured'], 'x'), null);
  });
});

const word = fc.constantFrom(
  'a',
  'stage',
  'outcome',
  'name',
  'on',
  'x y',
  'no',
  '12',
  'PAY-1',
  '#4',
  ': odd',
  '- dash',
  'é',
);
const leaf = fc.oneof(word, fc.integer({ min: -5, max: 99 }), fc.constant(null), fc.boolean());
const { value: anyValue } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'stage', 'outcome', 'measured', 'b'), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));
const anyYaml = fc
  .tuple(
    fc.dictionary(fc.constantFrom('key', 'stage', 'outcome', 'tickets'), anyValue, {
      minKeys: 1,
      noNullPrototype: true,
    }),
    fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    fc.boolean(),
  )
  .map(([data, collectionStyle, indentSeq]) => stringify(data, { collectionStyle, indentSeq }));

describe('edits of any front matter', () => {
  it('hold just the change that was asked for, or are not made', () => {
    const path = fc.constantFrom<FieldPath>(
      ['stage'],
      ['outcome', 'stage'],
      ['outcome', 'a', 'b'],
      ['tickets', 0],
      ['outcome', 'measured', 1, 'a'],
    );
    let made = 0;
    fc.assert(
      fc.property(anyYaml, path, word, fc.boolean(), (yaml, where, value, appends) => {
        const text = `---\n${yaml}---\nbody\n`;
        const edit = appends ? appendEntry(text, where, value) : setField(text, where, value);
        if (edit === null) return;
        made++;
        const after = applyEdits(text, [edit]);
        assert.ok(after.endsWith('---\nbody\n'));
        const now: unknown = parse(after.slice(4, after.indexOf('\n---\n', 3) + 1));
        const at = (data: unknown): unknown =>
          where.reduce<unknown>((held, step) => (held as Record<string | number, unknown> | null)?.[step], data);
        const [was, is] = [at(parse(yaml)), at(now)];
        assert.deepEqual(is, appends ? [...(Array.isArray(was) ? (was as unknown[]) : []), value] : value);
      }),
      { numRuns: 400 },
    );
    assert.ok(made > 100, `only ${made} edits were made`);
  });
});

describe('the place of a new field', () => {
  it('is that of the template: behind what stands before it there, and behind its own comment', () => {
    const template = newEpic({ key: 'PAY-1', title: 'A', tickets: ['PAY-2'], reviews: [] }, null);
    const after = edited(template, setField(template, ['keyResult'], 'KR-1'));
    assert.equal(after, template.replace('# keyResult: KR-2.1\n', '# keyResult: KR-2.1\nkeyResult: KR-1\n'));
    assert.equal(set('key: A\ntickets: [B-1]', ['keyResult'], 'KR-1'), file('key: A\nkeyResult: KR-1\ntickets: [B-1]'));
    assert.equal(set('# who\ntickets: []', ['stage'], 'qa'), file('stage: qa\n# who\ntickets: []'));
    assert.equal(
      set('commitment: { confidence: 80 }', ['commitment', 'on'], '2026-12-01'),
      file('commitment: { on: 2026-12-01, confidence: 80 }'),
    );
  });

  it('is in the order of the schema wherever the others are, and moves no line', () => {
    const names = fieldOrder([]).filter(name => name !== 'outcome');
    const value = fc.constantFrom(
      'x',
      '[a, b]',
      '{ on: 2026-12-01 }',
      '\n  - a\n  - b',
      '|\n  text\n  # words',
      ' # why',
    );
    const fields = fc.uniqueArray(fc.tuple(fc.constantFrom(...names, 'ours', 'theirs'), value, fc.boolean()), {
      selector: ([name]) => name,
      minLength: 1,
    });
    let made = 0;
    fc.assert(
      fc.property(fields, fc.constantFrom(...names), fc.boolean(), (written, name, isInOrder) => {
        const rest = written.filter(([other]) => other !== name);
        const rank = (other: string) => (names.includes(other) ? names.indexOf(other) : names.length);
        const ordered = isInOrder ? [...rest].sort(([a], [b]) => rank(a) - rank(b)) : rest;
        if (ordered.length === 0) return;
        const lines = ordered.map(([other, held, told]) => `${told ? `# about ${other}\n` : ''}${other}: ${held}`);
        const before = file(lines.join('\n'));
        const edit = setField(before, [name], 'new') ?? assert.fail(before);
        made++;
        assert.deepEqual([edit.start, edit.text], [edit.end, `${name}: new\n`]);
        const after = applyEdits(before, [edit]);
        const known = Object.keys(parse(after.slice(4, after.indexOf('\n---\n', 3) + 1)) as object).filter(one =>
          names.includes(one),
        );
        const nearest = names.slice(0, names.indexOf(name)).findLast(one => known.includes(one));
        const at = known.indexOf(name);
        if (nearest !== undefined) assert.equal(known[at - 1], nearest, after);
        if (isInOrder)
          assert.deepEqual(
            known,
            [...known].sort((a, b) => rank(a) - rank(b)),
          );
      }),
    );
    assert.ok(made > 50, `only ${made} edits were made`);
  });
});

describe('taking a field of the front matter out', () => {
  const clear = (yaml: string, eol = '\n') => {
    const text = file(yaml).replaceAll('\n', eol);
    return edited(text, clearField(text, 'keyResult'));
  };

  for (const [name, before, after] of [
    ['takes its line', 'key: A\nkeyResult: KR-1\nstage: qa # c', 'key: A\nstage: qa # c'],
    ['takes the first and the last line', 'keyResult: KR-1\nkey: A', 'key: A'],
    ['takes the last line', 'key: A # c\nkeyResult: KR-1', 'key: A # c'],
    [
      'keeps a comment behind the value',
      'key: A\nkeyResult: KR-1   # welcome\nstage: qa',
      'key: A\nkeyResult:   # welcome\nstage: qa',
    ],
    ['keeps comments around it', '# a\nkeyResult: "KR-1"\n# b\nkey: A', '# a\n# b\nkey: A'],
    ['takes a value of several lines', 'keyResult: >\n  KR-1\n  x\nkey: A', 'key: A'],
    ['takes a value with a tag', 'key: A\nkeyResult: !!str KR-1\nstage: qa', 'key: A\nstage: qa'],
    ['takes a key without a value', 'key: A\nkeyResult:\nstage: qa', 'key: A\nstage: qa'],
    [
      'keeps a comment in a list before it',
      'tickets:\n  - A # x\nkeyResult: KR-1\nkey: A',
      'tickets:\n  - A # x\nkey: A',
    ],
  ] as const)
    it(name, () => {
      assert.equal(clear(before), file(after));
      assert.equal(clear(before, '\r\n'), file(after).replaceAll('\n', '\r\n'));
    });

  it('leaves alone what no plain edit does', () => {
    for (const yaml of [
      'key: A',
      '{ key: A, keyResult: KR-1 }',
      'key: A\nkeyResult: KR-1\nkeyResult: KR-2',
      'key: &k A\nkeyResult: &r KR-1\nother: *r',
      'key: [A\nkeyResult: KR-1',
      'outcome:\n  keyResult: KR-1',
    ])
      assert.equal(clearField(file(yaml), 'keyResult'), null, yaml);
    assert.equal(clearField('# No front matter\nkeyResult: x\n', 'keyResult'), null);
  });

  it('is what setting it takes back, and touches no other value', () => {
    const values = fc.dictionary(
      fc.constantFrom('key', 'title', 'stage', 'more'),
      fc.oneof(fc.string(), fc.integer(), fc.array(fc.string())),
    );
    fc.assert(
      fc.property(values, fc.constantFrom('KR-1', '2', 'a: b', '#x'), (known, keyResult) => {
        const yaml = stringify({ key: 'A', ...known, keyResult, last: 1 }).trimEnd();
        const text = file(yaml);
        const cleared = edited(text, clearField(text, 'keyResult'));
        assert.deepEqual(parse(cleared.split('---\n')[1] ?? ''), { key: 'A', ...known, last: 1 });
      }),
    );
  });
});
