import { bump, merge, reapply, release, revert, squash, trunk, type StoryEvent } from './change.ts';

/** A release takes money twice; the team takes it back, learns, and changes how it looks at its own work. */
export const doubleCharge: readonly StoryEvent[] = [
  squash('retry-decision', 'docs: write down when we ask a provider again'),
  trunk('declines-sixty', 'PAY-60 sixty days of numbers on declines', -104),
  merge('fix', 'PAY-78', 'two-tabs', 'Keep the newest cart when two tabs are open', [
    'fix(checkout): count the changes of a cart',
    'fix(checkout): the newer cart wins as a whole',
    'test(checkout): two tabs, one cart',
  ]),
  bump('bump-undici', 'Bump undici from 7.15.0 to 7.16.0'),
  trunk('wallets-done', 'PAY-80 definition of done: what six people did with the sheet', -100),
  merge(
    'feat',
    'PAY-88',
    'retry-timeouts',
    'Retry payments that timed out',
    [
      'feat(payments): a time-out is worth another attempt',
      'feat(payments): hand time-outs of the card provider on',
      'test(payments): a time-out is tried again',
    ],
    { day: -95 },
  ),
  merge('fix', 'PAY-79', 'zero-total', 'Skip payment when a voucher covers everything', [
    'fix(checkout): nothing due, nothing charged',
    'test(checkout): an order that a voucher covers',
  ]),
  release('1.15.0', -93),
  revert('retry-timeouts', -91.4),
  release('1.15.1', -91.3),
  merge(
    'fix',
    'PAY-89',
    'idempotency-key',
    'Send the same key with every attempt',
    [
      'fix(payments): a charge carries the key of its cart',
      'fix(payments): send it to the card provider and the wallet',
      'test(payments): two attempts with one key take the money once',
    ],
    { day: -87 },
  ),
  squash('replay-double-charge', 'test(payments): replay the hour of the double charge', 'PAY-89'),
  reapply('retry-timeouts'),
  release('1.16.0', -84),
  merge('docs', 'PAY-90', 'double-charge', 'What we learnt from the double charge', [
    'docs: what happened, and what we learnt',
    'docs(runbook): a charge without an order pages',
  ]),
  merge('feat', 'PAY-85', 'wallet-signals', 'See wallet payments on the first day', [
    'feat(telemetry): who is offered a wallet',
    'feat(telemetry): offered, opened, paid',
  ]),
  trunk('orphan-charges', 'PAY-91 ring when a charge has no order'),
  merge(
    'chore',
    'PAY-92',
    'preview-shop',
    'Preview shop for every pull request',
    ['chore(ci): a preview shop with play money', 'docs: where the preview shop is'],
    { day: -78 },
  ),
  trunk('preview-note', 'PAY-92 note the preview shop among our changes', -77),
  merge('fix', 'PAY-93', 'sheet-dismiss', 'Let shoppers close the wallet sheet', [
    'fix(payments): a sheet that is swiped away is no decline',
  ]),
  release('1.17.0'),
  merge('refactor', 'PAY-94', 'receipt-lines', 'Build the receipt from order lines', [
    'refactor(checkout): a receipt has lines',
    'feat(checkout): a rule above the total',
  ]),
  squash('last-address', 'feat(checkout): start with the last address goods were sent to', 'PAY-97'),
  merge('fix', 'PAY-95', 'negative-discount', 'Never discount below zero', [
    'fix(checkout): a voucher takes off no more than is there',
    'test(checkout): a voucher never makes us owe money',
  ]),
  merge(
    'feat',
    'PAY-86',
    'wallet-first',
    'Offer the wallet first on phones',
    ['feat(checkout): phones see the wallet first', 'docs: what the 25 % week said'],
    { waited: 19 },
  ),
  merge(
    'chore',
    'PAY-96',
    'legacy-gateway',
    'Remove the gateway nobody uses',
    ['chore(payments): remove the old gateway', 'chore(payments): and its interface'],
    { waited: 31 },
  ),
  trunk('declines-closed', 'PAY-60 close: most of what we hoped for', -72.5),
  release('1.18.0', -72),
];
