import type { Finding, FindingData, LintFix, LintRule } from '../model/lint.ts';
import { dayLabel } from './dates.ts';

/** What a finding says: one sentence, why it matters, and better words where an example helps. */
export interface FindingText {
  readonly message: string;
  readonly why: string;
  readonly example: string | null;
}

interface Wording {
  readonly message: (data: FindingData) => string;
  readonly why: string;
  readonly example: string | null;
}

const WORDINGS: Readonly<Record<LintRule, Wording>> = {
  'outcome/missing': {
    message: () => 'What will be different, and for whom? No anticipated outcome is written yet.',
    why: 'Without an outcome nobody can tell later whether the work was worth it. An intention is enough.',
    example: 'Guests pay without an account, so fewer carts are abandoned.',
  },
  'outcome/template-left': {
    message: () => 'The template’s words still stand here. What would you write instead?',
    why: 'A placeholder counts as no outcome, and a measure without a name measures nothing.',
    example: 'Guests pay without an account, so fewer carts are abandoned.',
  },
  'outcome/output-not-outcome': {
    message: () => 'This names what is built or done. What changes for somebody once it is there?',
    why: 'A thing can be delivered in full and change nothing. The effect is what the team can check and steer by.',
    example: '"Migrate to Kubernetes so that deploys take minutes, not hours" instead of "Migrate to Kubernetes".',
  },
  'outcome/no-beneficiary': {
    message: () => 'Who is better off: the customer, the business or the platform?',
    why: 'Knowing whom it is for settles most questions about scope.',
    example: 'benefits: [customer]',
  },
  'measure/missing': {
    message: () => 'How would you see that it happened? No measure is written yet.',
    why: 'One number that moves is enough to compare what was hoped for with what came.',
    example: '{ name: cart abandonment, unit: "%", baseline: 31, target: 26 }',
  },
  'measure/no-baseline': {
    message: ({ name }) => `What is "${name ?? ''}" today? Without a baseline no change can be seen.`,
    why: 'After the launch the value from before can often no longer be found.',
    example: 'baseline: 31',
  },
  'measure/no-target': {
    message: ({ name }) => `Which value of "${name ?? ''}" would you be glad to see?`,
    why: 'The target says which way is better and how large a change would be worth the work.',
    example: 'target: 26',
  },
  'measure/no-date': {
    message: () => 'When will you look at it again? Neither a review nor a day is written.',
    why: 'An outcome that is looked at on no day in particular is rarely looked at.',
    example: 'reviews: [2026-12-01, 2027-01-01, 2027-02-01]',
  },
  'measure/vanity': {
    message: ({ name }) => `Would anybody outside the team notice if "${name ?? ''}" changed?`,
    why: 'Counts of code, commits, points or tickets show motion. They can grow while nobody is better off.',
    example: '"days from sign-up to the first invoice" instead of "story points".',
  },
  'measure/target-is-flow-metric': {
    message: ({ name }) => `Is "${name ?? ''}" what should change for somebody, or a sign of how work flows?`,
    why: 'A flow metric with a target gets worked on instead of the flow. Watch it against its own past instead.',
    example: '"days until a customer has a fix" instead of "cycle time".',
  },
  'debt/no-impact': {
    message: () => 'What does this debt cost, and whom? Neither reliability, risk nor another impact is named.',
    why: 'Debt that names its cost can be weighed against a feature; debt that does not has to wait.',
    example: 'debt: { impacts: [reliability, customer experience] }',
  },
  'commitment/premature': {
    message: ({ day, open }) =>
      `${dayLabel(day ?? '')} is promised while ${items(open)} of Ready to build ${open === 1 ? 'is' : 'are'} open. Is it too early for a date?`,
    why: 'What is not understood yet moves dates later. A range, or a date after discovery, keeps more promises.',
    example: null,
  },
  'review/overdue': {
    message: ({ day }) => `The review of ${dayLabel(day ?? '')} has passed. What was measured, and what did you learn?`,
    why: 'The comparison of hope and result is where a team learns to foresee outcomes.',
    example: 'measured: [{ on: 2026-12-01, value: 28.4 }]',
  },
  'gate/expect-churn': {
    message: ({ open }) =>
      `Commits land while ${items(open)} of Ready to build ${open === 1 ? 'is' : 'are'} open. Which of them could change what is being built?`,
    why: 'What is built before its questions are answered is often built again. Some churn can be worth it, if it is expected.',
    example: null,
  },
  'gate/claimed-without-evidence': {
    message: ({ gate, name }) => `${gate ?? 'This gate'} asks for evidence. What shows "${name ?? ''}"?`,
    why: 'The team decided that a tick alone does not meet this gate. A page’s address is shown, but cannot be checked here.',
    example: '- [x] Support is briefed [notes](docs/support.md)',
  },
  'evidence/broken': {
    message: ({ target }) => `${target ?? 'The evidence'} is not in this repository. Has it moved?`,
    why: 'A tick whose evidence is gone does not count as met.',
    example: null,
  },
  'epic/duplicate-key': {
    message: ({ name, target }) => `${name ?? 'This key'} also stands in ${target ?? 'another file'}.`,
    why: 'Two epics with one key make every answer about it a coin toss.',
    example: null,
  },
  'epic/unknown-key-result': {
    message: ({ name }) => `The value tree has no key result ${name ?? ''}.`,
    why: 'The link from the work to what it serves ends here. A key result is welcome, and never demanded.',
    example: null,
  },
};

export function findingText({ rule, data }: Pick<Finding, 'rule' | 'data'>): FindingText {
  const { message, why, example } = WORDINGS[rule];
  return { message: message(data), why, example };
}

/** The title of a quick fix. */
export function lintFixTitle(fix: LintFix): string {
  switch (fix.kind) {
    case 'addStatement':
      return 'Add a line for the outcome, to be filled in';
    case 'addMeasure':
      return 'Add a measure, to be filled in';
    case 'addReviews':
      return `Look at it again on ${fix.reviews.map(dayLabel).join(', ')}`;
    case 'addBenefit':
      return `Say that the ${fix.benefit} is better off`;
    case 'addImpact':
      return `Name what it touches: ${fix.impact}`;
    case 'setKeyResult':
      return `Write ${fix.keyResult}`;
    case 'untick':
      return 'Untick it until there is evidence';
  }
}

/** Where `docs/linter.md` explains a rule: the fragment of its heading. `measure/no-date` gives `measureno-date`. */
export function lintRuleFragment(rule: LintRule): string {
  return rule.replace('/', '');
}

function items(count = 0): string {
  return count === 1 ? '1 item' : `${count} items`;
}
