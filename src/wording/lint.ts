import type { Finding, FindingData, LintFix, LintRule } from '../model/lint.ts';
import { neverKept } from '../model/text/pathInRepository.ts';
import { dayLabel } from './dates.ts';

/** What a finding says: one sentence, why it matters, and better words where an example helps. */
export interface FindingText {
  readonly message: string;
  readonly why: string;
  readonly example: string | null;
}

interface Wording {
  /** The rule in a few words, for lists of rules. */
  readonly title: string;
  readonly message: (data: FindingData) => string;
  readonly why: string;
  readonly example: string | null;
}

const WORDINGS: Readonly<Record<LintRule, Wording>> = {
  'outcome/missing': {
    title: 'No anticipated outcome',
    message: () => 'What will be different, and for whom? No anticipated outcome is written yet.',
    why: 'Without an outcome nobody can tell later whether the work was worth it. An intention is enough.',
    example: 'Guests pay without an account, so fewer carts are abandoned.',
  },
  'outcome/template-left': {
    title: 'The template’s words',
    message: () => 'The template’s words still stand here. What would you write instead?',
    why: 'A placeholder counts as no outcome, and a measure without a name measures nothing.',
    example: 'Guests pay without an account, so fewer carts are abandoned.',
  },
  'outcome/output-not-outcome': {
    title: 'What is built, not what changes',
    message: () => 'This names what is built or done. What changes for somebody once it is there?',
    why: 'A thing can be delivered in full and change nothing. The effect is what the team can check and steer by.',
    example: '"Migrate to Kubernetes so that deploys take minutes, not hours" instead of "Migrate to Kubernetes".',
  },
  'outcome/no-beneficiary': {
    title: 'Nobody named who is better off',
    message: () => 'Who is better off: the customer, the business or the platform?',
    why: 'Knowing whom it is for settles most questions about scope.',
    example: 'benefits: [customer]',
  },
  'measure/missing': {
    title: 'No measure',
    message: () => 'How would you see that it happened? No measure is written yet.',
    why: 'One number that moves is enough to compare what was hoped for with what came.',
    example: '{ name: cart abandonment, unit: "%", baseline: 31, target: 26 }',
  },
  'measure/no-baseline': {
    title: 'A measure without a baseline',
    message: ({ name }) => `What is "${name ?? ''}" today? Without a baseline no change can be seen.`,
    why: 'After the launch the value from before can often no longer be found.',
    example: 'baseline: 31',
  },
  'measure/no-target': {
    title: 'A measure without a target',
    message: ({ name }) => `Which value of "${name ?? ''}" would you be glad to see?`,
    why: 'The target says which way is better and how large a change would be worth the work.',
    example: 'target: 26',
  },
  'measure/no-date': {
    title: 'No day to look at it again',
    message: () => 'When will you look at it again? Neither a review nor a day is written.',
    why: 'An outcome that is looked at on no day in particular is rarely looked at.',
    example: 'reviews: [2026-12-01, 2027-01-01, 2027-02-01]',
  },
  'measure/vanity': {
    title: 'A measure that shows motion only',
    message: ({ name }) => `Would anybody outside the team notice if "${name ?? ''}" changed?`,
    why: 'Counts of code, commits, points or tickets show motion. They can grow while nobody is better off.',
    example: '"days from sign-up to the first invoice" instead of "story points".',
  },
  'measure/target-is-flow-metric': {
    title: 'A flow metric as a target',
    message: ({ name }) => `Is "${name ?? ''}" what should change for somebody, or a sign of how work flows?`,
    why: 'A flow metric with a target gets worked on instead of the flow. Watch it against its own past instead.',
    example: '"days until a customer has a fix" instead of "cycle time".',
  },
  'debt/no-impact': {
    title: 'Debt without its cost',
    message: () => 'What does this debt cost, and whom? Neither reliability, risk nor another impact is named.',
    why: 'Debt that names its cost can be weighed against a feature; debt that does not has to wait.',
    example: 'debt: { impacts: [reliability, customer experience] }',
  },
  'commitment/premature': {
    title: 'A date before its questions are answered',
    message: ({ day, open }) =>
      `${dayLabel(day ?? '')} is promised while ${items(open)} of Ready to build ${open === 1 ? 'is' : 'are'} open. Is it too early for a date?`,
    why: 'What is not understood yet moves dates later. A range, or a date after discovery, keeps more promises.',
    example: null,
  },
  'review/overdue': {
    title: 'A review that has passed',
    message: ({ day }) => `The review of ${dayLabel(day ?? '')} has passed. What was measured, and what did you learn?`,
    why: 'The comparison of hope and result is where a team learns to foresee outcomes.',
    example: 'measured: [{ on: 2026-12-01, value: 28.4 }]',
  },
  'gate/expect-churn': {
    title: 'Work before its questions are answered',
    message: ({ open }) =>
      `Commits land while ${items(open)} of Ready to build ${open === 1 ? 'is' : 'are'} open. Which of them could change what is being built?`,
    why: 'What is built before its questions are answered is often built again. Some churn can be worth it, if it is expected.',
    example: null,
  },
  'gate/claimed-without-evidence': {
    title: 'A tick without the evidence that its gate asks for',
    message: ({ gate, name }) => `${gate ?? 'This gate'} asks for evidence. What shows "${name ?? ''}"?`,
    why: 'The team decided that a tick alone does not meet this gate. A page’s address is shown, but cannot be checked here.',
    example: '- [x] Support is briefed [notes](docs/support.md)',
  },
  'gate/near-miss': {
    title: 'A heading that is nearly a gate',
    message: ({ name, target }) => `Is "${name ?? ''}" meant to be the gate "${target ?? ''}"?`,
    why: 'A heading is a gate by its exact words. Under another one its items are asked nowhere.',
    example: '## Go-live readiness',
  },
  'proof/not-understood': {
    title: 'A check that nothing can answer',
    message: ({ name, target }) =>
      target === undefined
        ? `Which check is meant by "${cut(name ?? '')}"? Known are file, text, changed, tag, ticket and absent.`
        : `Which file is meant by ${cut(target)}? It is ${neverKept(target) === 'gitFolder' ? 'in git’s own folder, of which a repository keeps nothing' : 'outside the repository'}, so this check cannot hold.`,
    why: 'A check wins over the box, so the item stays unmet until the check can be answered.',
    example: '<!-- proof: file docs/runbook.md -->',
  },
  'waiver/no-such-day': {
    title: 'A waiver until a day that does not exist',
    message: ({ day }) => `Which day is meant? There is no ${day ?? ''}, so nothing is waived.`,
    why: 'A waiver counts until its day. Without one its words are only part of the item.',
    example: 'waived until 2027-01-31: not needed before the launch',
  },
  'key/near-miss': {
    title: 'A key that nothing reads',
    message: ({ name, target }) => `Is "${name ?? ''}" meant to be "${target ?? ''}"? Nothing reads it as it stands.`,
    why: 'A key that is not known is kept and never used, so what stands behind it counts for nothing.',
    example: 'type: feature',
  },
  'evidence/broken': {
    title: 'Evidence that is not there',
    message: ({ target }) => `${target ?? 'The evidence'} is not in this repository. Has it moved?`,
    why: 'A tick whose evidence is gone does not count as met.',
    example: null,
  },
  'epic/unknown-key-result': {
    title: 'An unknown key result',
    message: ({ name }) => `The value tree has no key result ${name ?? ''}. Is it another one?`,
    why: 'The link from the work to what it serves ends here. A key result is welcome, and never demanded.',
    example: null,
  },
};

export function findingText({ rule, data }: Pick<Finding, 'rule' | 'data'>): FindingText {
  const { message, why, example } = WORDINGS[rule];
  return { message: message(data), why, example };
}

/** A rule in a few words, without a full stop. */
export function lintRuleTitle(rule: LintRule): string {
  return WORDINGS[rule].title;
}

/** Why a rule's findings matter, in sentences. */
export function lintRuleWhy(rule: LintRule): string {
  return WORDINGS[rule].why;
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

function cut(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

function items(count = 0): string {
  return count === 1 ? '1 item' : `${count} items`;
}
