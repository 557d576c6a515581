import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BUILT_IN_TEMPLATE } from '../../../src/epics/builtInTemplate.ts';
import { addTicket } from '../../../src/epics/edits.ts';
import { newEpic } from '../../../src/epics/template.ts';
import { hasAnticipatedOutcome, OUTCOME_PLACEHOLDER } from '../../../src/model/outcome.ts';
import type { NewEpic } from '../../../src/model/ports/epicsPort.ts';
import { BUILT_IN_GATES } from '../../../src/model/stage.ts';
import { read } from './read.ts';

const values: NewEpic = {
  key: 'PAY-100',
  title: 'Guest checkout',
  tickets: ['PAY-101', '#12'],
  reviews: ['2026-12-01'],
};

describe('a new epic from the built-in template', () => {
  const text = newEpic(values, null);
  const { epic, problems } = read(text);

  it('reads without a problem and holds what was asked for', () => {
    assert.deepEqual(problems, []);
    assert.equal(epic?.key, 'PAY-100');
    assert.equal(epic.title, 'Guest checkout');
    assert.equal(epic.stage, 'discovery');
    assert.deepEqual(epic.tickets, ['PAY-101', '#12']);
    assert.deepEqual(epic.outcome?.reviews, ['2026-12-01']);
    assert.deepEqual([epic.nonGoals, epic.decisions, epic.openQuestions], [[], [], []]);
    assert.doesNotMatch(text, /\{\{/);
  });

  it('has no anticipated outcome yet', () => {
    assert.equal(epic?.outcome?.statement, OUTCOME_PLACEHOLDER);
    assert.equal(hasAnticipatedOutcome(epic.outcome), false);
  });

  it('has the six gates, with five to twelve open items each', () => {
    assert.deepEqual(
      epic?.gates.map(({ name, stage }) => ({ name, stage })),
      BUILT_IN_GATES,
    );
    for (const { name, items } of epic.gates) {
      assert.ok(items.length >= 5 && items.length <= 12, name);
      for (const item of items) {
        assert.equal(item.ticked, false);
        assert.ok(item.text.length > 10 && item.text.length < 100, item.text);
        assert.deepEqual([item.evidence, item.proof, item.waiver, item.notApplicable], [[], null, null, null]);
      }
    }
  });

  it('has no line so long that a review would not show it', () => {
    for (const line of text.split('\n')) assert.ok(line.length <= 130, line);
  });

  it('takes tickets right away', () => {
    const empty = newEpic({ ...values, tickets: [], reviews: [] }, null);
    assert.deepEqual(read(empty).problems, []);
    assert.notEqual(addTicket(empty, 'PAY-9'), null);
  });
});

describe("a new epic from a team's template", () => {
  it('fills the placeholders and keeps everything else', () => {
    const template =
      '---\r\nkey: {{key}} # k\r\ntitle: "{{title}}"\r\ntickets: [{{tickets}}]\r\noutcome: { reviews: {{reviews}} }\r\nowner: {{owner}}\r\n---\r\n# {{key}}: {{title}}\r\n\r\n{{tickets}} · {{reviews}} · {{other}}\r\n';
    assert.equal(
      newEpic({ ...values, title: 'Pay: "now"' }, template),
      '---\r\nkey: PAY-100 # k\r\ntitle: "Pay: \\"now\\""\r\ntickets: [PAY-101, "#12"]\r\noutcome: { reviews: [2026-12-01] }\r\nowner: {{owner}}\r\n---\r\n# PAY-100: Pay: "now"\r\n\r\nPAY-101, #12 · 2026-12-01 · {{other}}\r\n',
    );
  });

  it('does not fill placeholders that a value brings', () => {
    const text = newEpic({ ...values, title: '{{key}} $& $1' }, '# {{title}} {{key}}\n');
    assert.equal(text, '# {{key}} $& $1 PAY-100\n');
  });

  it('leaves a title that could be HTML or hide something harmless', () => {
    const text = newEpic({ ...values, title: 'a <!-- b\u202Ec\nd' }, '---\ntitle: {{title}}\n---\n# {{title}}\n');
    assert.equal(text, '---\ntitle: "a <!-- b\\u202ec d"\n---\n# a &lt;!-- b c d\n');
  });
});

describe('every new epic', function () {
  this.timeout(60_000);
  const template = '---\nkey: {{key}}\ntitle: {{title}}\ntickets: {{tickets}}\n---\n# {{title}}\n\n## Ready to build\n';

  const title = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(
        ': ',
        ' #',
        '"',
        "'",
        '\\',
        '{{title}}',
        '---',
        '\n',
        '\r',
        '\t',
        '[',
        '- ',
        '&a',
        '*a',
        '!b',
        '|',
        '%',
        '@',
        '👩‍🚀',
        '\u202E',
        '\u2028',
        '\u0085',
        '\uFEFF',
        '\0',
        'true',
        '12',
        '2026-01-01',
        '<',
        '~~',
        '`',
        'a',
      ),
      maxLength: 8,
    }),
  );
  const key = fc.oneof(
    fc.constantFrom('PAY-100', '#123', 'true', '1.5', '0x10', 'null'),
    fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/),
  );

  it('reads back as what was asked for', () => {
    fc.assert(
      fc.property(title, key, fc.array(fc.stringMatching(/^(?:(?:PAY|X2)-|#)[1-9]\d{0,4}$/)), (words, id, tickets) => {
        const text = newEpic({ key: id, title: words, tickets, reviews: [] }, template);
        const { epic, problems } = read(text);
        assert.deepEqual(problems, []);
        assert.equal(epic?.key, id);
        assert.equal(epic.title, words.replace(/\s+/g, ' ').trim() || id);
        assert.deepEqual(epic.tickets, [...new Set(tickets)]);
        assert.equal(epic.gates.length, 1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the built-in template itself', () => {
  it('can be handed to a team as its own', () => {
    assert.equal(newEpic(values, BUILT_IN_TEMPLATE), newEpic(values, null));
  });
});
