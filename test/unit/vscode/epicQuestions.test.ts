import assert from 'node:assert/strict';
import { OUTCOME_PLACEHOLDER } from '../../../src/model/outcome.ts';
import { LINT_RULES, type LintRule } from '../../../src/model/lint.ts';
import { gateHints } from '../../../src/vscode/views/gateHints.ts';
import { fileText, lintFile, measured, outcome, type Around } from '../answers/learn/outcomeLint/linted.ts';
import { read } from '../epics/read.ts';
import { shown } from './made.ts';

interface Sample {
  readonly front: string;
  readonly body?: string;
  readonly around?: Around;
}

const READY = '\n## Ready to build\n\n- [ ] Edge cases are listed\n- [ ] Dependencies are identified\n';
const MET = READY.replaceAll('[ ]', '[x]');
const promised = `stage: build\n${outcome()}\ncommitment: { on: 2026-12-10 }`;
const landing: Around = { context: { commitsLand: true } };
const done = '\n## Definition of done\n\n- [x] Tested [run](docs/gone.md)\n';
const claimed = '\n## Definition of done\n\n- [x] Tested\n';
const checked = (proof: string) => `\n## Outcome review\n\n- [ ] Told <!-- proof: ${proof} -->\n`;
const waived = (day: string) => `\n## Outcome review\n\n- [ ] Told waived until ${day}: not yet\n`;
const demanding: Around = { team: { evidenceRequired: ['Definition of done'] } };
const complete = measured('name: cart abandonment, unit: "%", baseline: 31, target: 26');
const easier = outcome({ statement: 'A change there takes us a day, not a week.' });

/** For each hint a file where it is asked, and one that differs in what it is about. */
const HINTS: Readonly<Record<LintRule, { readonly asked: Sample; readonly silent: Sample }>> = {
  'outcome/missing': { asked: { front: 'title: x' }, silent: { front: outcome() } },
  'outcome/template-left': {
    asked: { front: measured('name: TBD, baseline: 1, target: 2') },
    silent: { front: complete },
  },
  'outcome/output-not-outcome': {
    asked: { front: outcome({ statement: 'Refactor the billing module' }) },
    silent: { front: outcome() },
  },
  'outcome/no-beneficiary': { asked: { front: outcome({ benefits: '[]' }) }, silent: { front: outcome() } },
  'measure/missing': { asked: { front: outcome({ measures: '[]' }) }, silent: { front: outcome() } },
  'measure/no-baseline': {
    asked: { front: measured('name: cart abandonment, target: 26') },
    silent: { front: complete },
  },
  'measure/no-target': {
    asked: { front: measured('name: cart abandonment, baseline: 31') },
    silent: { front: complete },
  },
  'measure/no-date': { asked: { front: outcome({ reviews: '[]' }) }, silent: { front: outcome() } },
  'measure/vanity': {
    asked: { front: measured('name: lines of code, baseline: 1, target: 2') },
    silent: { front: complete },
  },
  'measure/target-is-flow-metric': {
    asked: { front: measured('name: cycle time, baseline: 5, target: 3') },
    silent: { front: complete },
  },
  'debt/no-impact': {
    asked: { front: `type: debt\n${easier}` },
    silent: { front: `type: debt\n${easier}\ndebt: { impacts: [risk] }` },
  },
  'commitment/premature': { asked: { front: promised, body: READY }, silent: { front: promised, body: MET } },
  'review/overdue': {
    asked: { front: `stage: review\nlaunched: 2026-10-01\n${outcome({ reviews: '[2026-11-01]' })}` },
    silent: { front: `stage: review\nlaunched: 2026-10-01\n${outcome({ reviews: '[2026-12-01]' })}` },
  },
  'gate/expect-churn': {
    asked: { front: `stage: build\n${outcome()}`, body: READY, around: landing },
    silent: { front: `stage: build\n${outcome()}`, body: MET, around: landing },
  },
  'gate/claimed-without-evidence': {
    asked: { front: `stage: qa\n${outcome()}`, body: claimed, around: demanding },
    silent: { front: `stage: qa\n${outcome()}`, body: claimed },
  },
  'gate/near-miss': {
    asked: { front: outcome(), body: '\n## Redy to build\n' },
    silent: { front: outcome(), body: '\n## Background\n' },
  },
  'proof/not-understood': {
    asked: { front: outcome(), body: checked('frob x') },
    silent: { front: outcome(), body: checked('file a.md') },
  },
  'waiver/no-such-day': {
    asked: { front: outcome(), body: waived('2026-02-31') },
    silent: { front: outcome(), body: waived('2026-12-31') },
  },
  'key/near-miss': { asked: { front: `${outcome()}\ntpye: risk` }, silent: { front: `${outcome()}\nowner: x` } },
  'evidence/broken': {
    asked: { front: `stage: qa\n${outcome()}`, body: done },
    silent: { front: `stage: qa\n${outcome()}`, body: claimed },
  },
  'epic/unknown-key-result': { asked: { front: `${outcome()}\nkeyResult: KR-9` }, silent: { front: outcome() } },
};

/** Everything that the Outcome view says of the file, and what the linter found in it. */
function saidOf({ front, body = '', around = {} }: Sample) {
  const file = read(fileText(front, body));
  const findings = lintFile(file, around);
  const state = shown(file, findings);
  const { questions = [] } = state.epic ?? {};
  return { file, findings, state, questions };
}

/** The words with which the view asks: as a question, in the gap, or in a notice. */
const ELSEWHERE: Readonly<Partial<Record<LintRule, RegExp>>> = {
  'outcome/missing': /^No anticipated outcome$/,
  'epic/unknown-key-result': /^KR-9 is not in value-tree\.yaml\. Is it another one\?$/,
};

describe('the hints of the Outcome view', () => {
  for (const rule of LINT_RULES) {
    const { asked, silent } = HINTS[rule];
    const elsewhere = ELSEWHERE[rule];

    it(`ask about ${rule}, and are silent where there is nothing to ask`, () => {
      const texts = (sample: Sample) => {
        const { state, questions } = saidOf(sample);
        return [...questions.map(({ text }) => text), state.gap?.title ?? '', ...state.notices.map(({ text }) => text)];
      };
      const own = texts(asked).filter(text => !texts(silent).includes(text));
      assert.equal(own.length, 1, own.join(' | '));
      assert.match(own[0] ?? '', elsewhere ?? /\?/);
      // The linter says the same, so that no hint is made up by the view.
      if (elsewhere === undefined) {
        assert.ok(saidOf(asked).findings.some(finding => finding.rule === rule));
        assert.ok(!saidOf(silent).findings.some(finding => finding.rule === rule));
      }
    });
  }

  it('stand in nobody’s way: nothing of the view but themselves changes', () => {
    for (const rule of LINT_RULES) {
      const { file, state } = saidOf(HINTS[rule].asked);
      const without = shown(file);
      assert.deepEqual({ ...state, epic: { ...state.epic, questions: [] } }, without, rule);
    }
  });

  it('lead to their place, those about a contradiction first', () => {
    const { file, questions } = saidOf({
      front: promised.replace('benefits: [customer]', 'benefits: []'),
      body: READY,
      around: landing,
    });
    const lineOf = (text: string) => file.text.slice(0, file.text.indexOf(text)).split('\n').length;
    assert.deepEqual(
      questions.map(({ text, open }) => [text.split(/[?.]/)[0], open.argument]),
      [
        ['10 Dec 2026 is promised while 2 items of Ready to build are open', `${file.path}#L${lineOf('2026-12-10')}`],
        ['Who is better off: the customer, the business or the platform', `${file.path}#L${lineOf('benefits')}`],
        ['Commits land while 2 items of Ready to build are open', `${file.path}#L${lineOf('## Ready to build')}`],
      ],
    );
  });

  it('do not repeat the gap: a template’s sentence is no outcome yet', () => {
    const { state, questions } = saidOf({ front: outcome({ statement: JSON.stringify(OUTCOME_PLACEHOLDER) }) });
    assert.equal(state.gap?.title, 'No anticipated outcome');
    assert.deepEqual(questions, []);
  });
});

describe('the hints of the Readiness view', () => {
  const notesOf = (sample: Sample) => {
    const { file, findings } = saidOf(sample);
    return (file.epic?.gates ?? []).map(gate => [gate.name, gateHints(gate, findings)] as const);
  };

  it('stand beside Ready to build, with the question in full', () => {
    const body = `${READY}\n## Ready to test\n\n- [ ] Summary\n`;
    assert.deepEqual(notesOf({ front: promised, body, around: landing }), [
      [
        'Ready to build',
        [
          {
            note: 'too early for a date?',
            question: '10 Dec 2026 is promised while 2 items of Ready to build are open. Is it too early for a date?',
          },
          {
            note: 'expect churn?',
            question:
              'Commits land while 2 items of Ready to build are open. Which of them could change what is being built?',
          },
        ],
      ],
      ['Ready to test', []],
    ]);
  });

  it('are absent where the gate is met, nothing is promised and nothing lands', () => {
    assert.deepEqual(notesOf({ front: promised, body: MET, around: landing }), [['Ready to build', []]]);
    assert.deepEqual(notesOf({ front: `stage: build\n${outcome()}`, body: READY }), [['Ready to build', []]]);
  });
});
