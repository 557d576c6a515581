import { bump, merge, release, squash, trunk, type StoryEvent } from './change.ts';

/** The first weeks: the code gets a repository of its own, and declined cards get words that help. */
export const helpfulDeclines: readonly StoryEvent[] = [
  trunk('start', 'Move payments and checkout into a repository of their own', -198),
  release('1.4.0', -194),
  merge(
    'feat',
    'PAY-61',
    'decline-reasons',
    'Know why a card was declined',
    [
      'feat(payments): give the codes of banks a reason',
      'feat(payments): a reason that accuses nobody for new codes',
      'test(payments): the codes we see most',
    ],
    { day: -189 },
  ),
  squash('half-cent', 'fix(money): round half a cent to even', 'PAY-43'),
  merge('fix', 'PAY-44', 'empty-cart', 'Stop the checkout of an empty cart', [
    'fix(checkout): refuse to add up nothing',
    'test(checkout): an empty cart cannot be paid',
  ]),
  release('1.5.0'),
  bump('bump-zod', 'Bump zod from 4.1.5 to 4.1.8'),
  trunk('declines-ready', 'PAY-60 ready to build: the numbers behind declined cards'),
  merge('feat', 'PAY-62', 'decline-words', 'Say what to do next when a card is declined', [
    'feat(payments): a headline and a next step for each reason',
    'feat(checkout): answer a decline with advice, not with an error',
    'docs(support): what the page says, and what to say',
    'test(payments): never use the word stolen',
  ]),
  merge('refactor', 'PAY-46', 'immutable-cart', 'Keep cart lines immutable', [
    'refactor(checkout): cart lines are readonly',
    'refactor(checkout): adding a line makes a new cart',
  ]),
  merge('chore', 'PAY-47', 'node-22', 'Run on Node 22', [
    'chore: ask for Node 22',
    'chore(ci): run the pipeline on it',
  ]),
  release('1.6.0'),
  merge('feat', 'PAY-48', 'stack-vouchers', 'Let two vouchers stack', [
    'feat(checkout): vouchers may say that they stack',
    'feat(checkout): take off all that stack, or the best one',
    'test(checkout): two that stack and one that does not',
  ]),
  squash('refund-by-hand', 'docs(runbook): how to refund by hand'),
  merge('fix', 'PAY-49', 'postcode-spaces', 'Accept postcodes with spaces', [
    'fix(checkout): tidy a postcode before judging it',
  ]),
  merge('feat', 'PAY-63', 'decline-counts', 'Count declines by reason', [
    'feat(telemetry): an event for declines',
    'feat(payments): send it with the reason',
  ]),
  trunk('webhook-timeout', 'PAY-50 give webhooks ten seconds'),
  release('1.7.0'),
  merge('test', 'PAY-51', 'odd-amounts', 'Test money with odd amounts', [
    'test(money): tax on amounts nobody thinks of',
  ]),
  squash('event-names', 'refactor(telemetry): one place for the names of events'),
  merge(
    'fix',
    'PAY-52',
    'lost-cent',
    'Refund the cent that went missing',
    ['fix(money): split an amount without losing a cent', 'test(money): three parcels, ten euros'],
    { rebased: true },
  ),
  merge('feat', 'PAY-64', 'second-attempt', 'Offer another way to pay after a decline', [
    'feat(checkout): answer a decline with the other methods',
    'feat(payments): order them, easiest first',
    'feat(telemetry): count second attempts',
    'test(payments): there is always another way',
  ]),
  trunk('declines-launch', 'PAY-60 live: go-live list for the new words', -163),
  release('1.8.0'),
  bump('bump-typescript', 'Bump typescript from 5.9.2 to 5.9.3'),
  merge('chore', 'PAY-53', 'strict-nulls', 'Turn on strict null checks', [
    'chore: strict mode',
    'refactor(checkout): a cart with lines has a first one',
    'refactor(checkout): a country may have no postcodes',
  ]),
  merge('fix', 'PAY-54', 'voucher-before-vat', 'Take vouchers off before VAT', [
    'fix(checkout): VAT is due on what is paid, not on what was asked',
  ]),
  squash('provider-health', 'feat(telemetry): watch the card provider every minute', 'PAY-58'),
  merge('docs', 'PAY-55', 'declines-support', 'Help support explain declines', [
    'docs(support): what we do not know and never guess',
  ]),
  release('1.9.0'),
  merge('refactor', 'PAY-56', 'provider-interface', 'One interface for payment providers', [
    'refactor(payments): say what a provider is',
    'refactor(payments): the card provider is one',
    'refactor(checkout): pay with any provider',
  ]),
  merge('fix', 'PAY-57', 'webhook-replay', 'Ignore a webhook we have already seen', [
    'fix(payments): remember the notices that came',
    'test(payments): a notice settles a payment once',
  ]),
];
