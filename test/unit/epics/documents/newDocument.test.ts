import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/model/textRange.ts';
import { documents, NO_EPIC, VALUES } from './made.ts';

const made = (template: string, values = VALUES) => documents.newDocument('risks', values, template);

describe('a document from a team’s template', () => {
  it('fills the placeholders and keeps everything else', () => {
    assert.equal(
      made('# {{title}} ({{key}})\r\n\r\n{{epic}}, {{date}}: {{outcome}} {{other}} {{ key }}\r\n'),
      '# Guest checkout (PAY-100)\r\n\r\n[PAY-100 Guest checkout](../PAY-100-guest-checkout.md), 2026-11-20: ' +
        'Guests pay without an account, so fewer carts are abandoned. {{other}} {{ key }}\r\n',
    );
  });

  it('does not fill placeholders that a value brings, and lets no value open HTML', () => {
    const values = { ...VALUES, title: '{{key}} $& <!-- x', key: 'a]b' };
    assert.equal(
      made('{{title}} {{epic}}\n', values),
      '{{key}} $& &lt;!-- x [a\\]b {{key}} $& &lt;!-- x](../PAY-100-guest-checkout.md)\n',
    );
  });

  it('links an epic file whatever its name', () => {
    const values = { ...VALUES, epicPath: '../my epic (2).md' };
    assert.equal(made('{{epic}}\n', values), '[PAY-100 Guest checkout](../my%20epic%20%282%29.md)\n');
  });

  it('leaves out only lines that would say nothing', () => {
    const template =
      '# Risks of {{title}}\n\n**{{key}}**: {{title}}\n\n> {{outcome}}\n\nFrom {{date}}\n\n{{unknown}}\n';
    assert.equal(made(template, NO_EPIC), '# Risks of \n\nFrom 2026-11-20\n\n{{unknown}}\n');
  });
});

describe('the measures in a document', () => {
  const table =
    '| measure | baseline | target | by | last measured |\n' +
    '|---|---|---|---|---|\n' +
    '| cart abandonment | 31 % | 26 % | 2026-11-01 | 28.5 % (2026-11-10) |\n' +
    '| paid as a guest | – | – | – | – |\n';

  it('are a table: today’s value, the hoped for one, and the newest measurement with its day', () => {
    assert.equal(made('{{launched}}\n\n{{measures}}\n{{Measures}}\n'), `2026-10-01\n\n${table}{{Measures}}\n`);
    assert.equal(made('A\r\n{{measures}}\r\n'), `A\r\n${table}`.replace(/\r?\n/g, '\r\n'));
  });

  it('stand in the post-launch review from the start', () => {
    const text = documents.newDocument('post-launch-review', VALUES, null);
    assert.ok(
      text.includes(`\nLaunched: 2026-10-01\n\n## What we hoped for, and what happened\n\n${table}\n<!-- `),
      text,
    );
    const bare = documents.newDocument('post-launch-review', { ...VALUES, measures: [], launched: '' }, null);
    assert.ok(bare.includes('\nLaunched: –\n\n## What we hoped for, and what happened\n\n<!-- '), bare);
  });

  it('leave a line out that has none to show', () => {
    assert.equal(made('A\n\n{{measures}}\n\n{{launched}}\n\nB\n', NO_EPIC), 'A\n\nB\n');
  });

  it('never break the table or open HTML, whatever their words', () => {
    const words = fc.string({ unit: fc.constantFrom('a', '|', '\\', '\n', '\r', '\u2028', '<', '`', '{{key}}') });
    fc.assert(
      fc.property(words, words, words, (name, unit, by) => {
        const [measure] = VALUES.measures;
        assert.ok(measure !== undefined);
        const measures = [{ ...measure, name, unit, by }];
        const rows = made('{{measures}}\n', { ...VALUES, measures }).split(/[\n\r\u2028]/);
        assert.deepEqual([rows.length, rows[3]], [4, '']);
        // A pipe behind an odd number of backslashes is a character; the others part cells.
        const bars = (rows[2] ?? '').match(/\\[\s\S]|\|/g)?.filter(mark => mark === '|');
        assert.equal(bars?.length, 6, rows[2]);
        assert.ok(!rows[2]?.includes('<'));
      }),
    );
  });
});

describe('a new entry of a decision log', () => {
  const log = documents.newDocument('decision-log', VALUES, null);

  it('is the dated part of the template, at the end', () => {
    const values = { ...VALUES, date: '2026-12-03' };
    const after = applyEdits(log, [documents.appendDecision(log, values, null)]);
    assert.ok(after.startsWith(log));
    const entry = after.slice(log.length);
    assert.match(entry, /^\n## 2026-12-03: …\n\n<!-- Behind the date: what did we decide/);
    assert.equal(entry.trimStart(), log.slice(log.indexOf('## 2026-11-20')).replace('2026-11-20', '2026-12-03'));
  });

  it('follows the team’s template, with a bare heading where that dates no entry', () => {
    const added = (text: string, template: string) => {
      const { start, end, text: entry } = documents.appendDecision(text, VALUES, template);
      assert.deepEqual([start, end], [text.length, text.length]);
      return entry;
    };
    assert.equal(
      added('# Log\n', '# Log\n\n## About\n\n## On {{date}}: what\n\n- why\n'),
      '\n## On 2026-11-20: what\n\n- why\n',
    );
    assert.equal(added('# Log\n\n', '# Log {{date}}\n'), '## 2026-11-20\n');
  });

  it('stands apart from what is there, with the log’s line endings', () => {
    for (const [text, gap] of [
      ['', ''],
      ['# Log', '\n\n'],
      ['# Log\n', '\n'],
      ['# Log\n\n', ''],
      ['# Log\r\n\r\nWords\r\n', '\r\n'],
      ['# Log\r\nWords', '\r\n\r\n'],
    ] as const) {
      const ending = text.includes('\r') ? '\r\n' : '\n';
      assert.equal(documents.appendDecision(text, VALUES, '## {{date}}\n').text, `${gap}## 2026-11-20${ending}`);
    }
  });

  it('only ever adds, to any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '#', ' ', '\n', '\r\n', '`', '<!--') }), text => {
        const edit = documents.appendDecision(text, VALUES, null);
        const after = applyEdits(text, [edit]);
        assert.ok(after.startsWith(text));
        assert.match(after.slice(text.length), /^\s*## 2026-11-20: …\r?\n/);
      }),
    );
  });
});
