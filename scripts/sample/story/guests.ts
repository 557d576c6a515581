import { bump, merge, release, squash, trunk, type StoryEvent } from './change.ts';

/** Guest checkout begins, logs get clean, and the debt of three retry loops gets an outcome. */
export const guests: readonly StoryEvent[] = [
  trunk('guests-outcome', 'PAY-100 write down why guests matter', -69),
  trunk('clean-logs-outcome', 'PAY-120 what clean logs would change', -66),
  merge('feat', 'PAY-102', 'guest-cart', "Keep a guest's cart for a week", [
    'feat(checkout): a guest is a mail address and a cart',
    'feat(checkout): keep the cart for a week',
    "test(checkout): a guest's cart lives for a week",
  ]),
  trunk('wallets-live', 'PAY-80 live for everybody', -63),
  release('1.19.0', -62.8),
  squash('trailing-space', 'fix(money): no trailing space in amounts', 'PAY-98'),
  merge('fix', 'PAY-121', 'redact-cards', 'Strip card numbers before logging', [
    'fix(telemetry): take card numbers out of a line',
    'fix(telemetry): redact where a line leaves us',
    'test(telemetry): however a card is written (PAY-120 ready to build)',
  ]),
  trunk('tidy-retry', 'PAY-131 tidy retry'),
  merge('docs', 'PAY-109', 'guest-interviews', 'Write down what guests told us', [
    'docs(research): eleven conversations about the account step',
  ]),
  merge('fix', 'PAY-108', 'street-emoji', 'Refuse emoji in the street', [
    'fix(checkout): the label printer cannot print them',
  ]),
  trunk('tidy-retry-tests', 'PAY-131 cover the tidied retry'),
  trunk('guests-ready', 'PAY-100 ready to build: what we know, and one thing we do not', -57),
  release('1.20.0'),
  merge('refactor', 'PAY-110', 'step-list', 'Checkout steps as a list, not as flags', [
    'refactor(checkout): the steps in a list',
    'refactor(checkout): the next step is the first that is not done',
    'test(checkout): journeys ask for steps by name',
    'refactor(checkout): drop the flags',
  ]),
  trunk('retry-epic', 'PAY-140 the outcome that one retry policy would buy', -54),
  merge('fix', 'PAY-111', 'export-vat', 'No VAT outside the union', [
    'fix(checkout): goods that leave the union carry no VAT',
    'test(checkout): an order to Switzerland',
  ]),
  squash('journeys-first', 'chore(ci): run the journeys first'),
  merge('feat', 'PAY-103', 'guest-mail', 'Check a mail address kindly', [
    'feat(checkout): refuse only what cannot be an address',
    'feat(checkout): offer a better spelling for common slips',
    'test(checkout): slips get a question',
  ]),
  release('1.21.0'),
  merge('fix', 'PAY-112', 'retry-after', "Respect the provider's retry-after", [
    'fix(payments): not before the provider wants to be asked',
    'fix(payments): read retry-after',
  ]),
  bump('bump-tsx', 'Bump tsx from 4.20.5 to 4.20.6'),
  merge('refactor', 'PAY-141', 'retry-policy', 'Name the retry policy', [
    'refactor(payments): a policy is a value with a name',
    'refactor(payments): retry takes a policy',
    'refactor(payments): the policy of cards',
    'test(payments): a time-out under a policy',
    'docs(outcomes): PAY-140 starts, cards first',
  ]),
  merge('feat', 'PAY-104', 'guest-minimum', 'Ask guests for what we need only', [
    'feat(checkout): terms, and nothing that is ticked for you',
    'feat(checkout): no telephone number',
  ]),
  squash('step-times', 'feat(telemetry): time each checkout step', 'PAY-99'),
  release('1.22.0'),
  merge('fix', 'PAY-113', 'stale-rate', 'Refresh exchange rates every hour', [
    'fix(money): a rate is an hour old at most',
  ]),
  trunk('readme-typo', 'Fix a typo in the readme'),
];
