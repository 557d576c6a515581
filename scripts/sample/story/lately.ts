import { bump, merge, release, squash, trunk, type StoryEvent } from './change.ts';

/** The last five weeks: several outcomes in flight, one page that nobody knows the reason of. */
export const lately: readonly StoryEvent[] = [
  trunk('confirmation-epic', 'PAY-150 start the confirmation page', -34),
  trunk('wallets-thirty', 'PAY-80 thirty days of numbers on wallets', -32),
  merge('feat', 'PAY-151', 'confirmation-layout', 'New layout for the confirmation page', [
    'feat(checkout): headline and order number',
    'feat(checkout): a map',
  ]),
  merge(
    'fix',
    'PAY-122',
    'redact-addresses',
    'Strip addresses before logging',
    ['fix(telemetry): take places and mail addresses out', 'test(telemetry): an address and a guest'],
    { rebased: true },
  ),
  release('1.23.0'),
  merge('docs', 'PAY-107', 'guest-launch-plan', 'Plan the launch of guest checkout', [
    'docs: how guest checkout is launched',
    'docs(outcomes): PAY-100 support and rollout are ready',
  ]),
  squash('stolen-card', 'fix(payments): never retry a stolen card', 'PAY-115'),
  trunk('gift-cards', 'PAY-160 gift cards: notes of the first talk, and what we try this month', -27),
  merge('feat', 'PAY-105', 'guest-receipt', 'Send guests their receipt', [
    'feat(checkout): a link to the order on the receipt',
    'feat(checkout): the link opens without an account',
  ]),
  merge('fix', 'PAY-115', 'retry-jitter', 'Spread retries apart', [
    'fix(payments): shops that failed together do not come back together',
    'test(payments): waits are spread around the policy',
  ]),
  bump('bump-zod-again', 'Bump zod from 4.1.8 to 4.1.12'),
  release('1.24.0'),
  merge('refactor', 'PAY-142', 'wallet-retry', 'Wallet payments follow the retry policy', [
    'refactor(payments): the wallet asks again like the card',
    'refactor(payments): a policy that fits a sheet of ten seconds',
    'test(payments): give up before the sheet closes',
  ]),
  merge('feat', 'PAY-152', 'next-steps', 'Say what happens next on the confirmation page', [
    'feat(checkout): what happens next',
  ]),
  trunk('retry-numbers', 'PAY-140 first numbers since the policy has a name', -18),
  squash('guest-events-docs', 'docs(analytics): events of guest checkout', 'PAY-107'),
  merge('feat', 'PAY-123', 'nightly-scan', 'Scan the logs for card numbers each night', [
    'feat(telemetry): count the lines that would leak',
    'docs(runbook): a card number in the logs',
    'docs(outcomes): PAY-120 is ready for launch',
  ]),
  merge('test', 'PAY-116', 'wallet-journeys', 'Journeys for wallets', ['test(checkout): a shopper with a wallet']),
  release('1.25.0', -13),
  trunk('probe-again', 'PAY-117 ring after two failed probes'),
  trunk('clean-logs-golive', 'PAY-120 go-live list, one item waived', -10),
  merge('fix', 'PAY-118', 'refund-twice', 'Refuse a second refund of the same line', [
    'fix(payments): a line comes back once',
    'test(payments): refused the second time',
  ]),
  squash('touch-targets', 'feat(checkout): bigger touch targets for the steps', 'PAY-110'),
  merge(
    'feat',
    'PAY-106',
    'guest-account',
    "Join a guest's orders when they sign up",
    [
      'feat(checkout): the orders of a proven address',
      'fix(checkout): people type their address in any case',
      'test(checkout): only orders of the proven address move',
    ],
    { waited: 23 },
  ),
  merge('chore', 'PAY-119', 'pin-npm', 'Pin the package manager', ['chore: the same npm for everybody']),
  trunk('guests-test', 'PAY-100 accounts for testing, risk areas, first numbers', -5.5),
  release('1.26.0', -5),
  merge('fix', 'PAY-125', 'amount-fallback', 'Fall back to English amounts', [
    'fix(money): a browser may send anything as its language',
  ]),
  merge('docs', 'PAY-126', 'guest-runbook', 'Runbook for guest checkout', ['docs(runbook): roll back guest checkout'], {
    day: -0.8,
  }),
];
