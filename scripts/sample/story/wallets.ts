import { bump, merge, release, squash, trunk, type StoryEvent } from './change.ts';

/** Wallets for phones are built, while the rest of the shop goes on. */
export const wallets: readonly StoryEvent[] = [
  trunk('wallets-outcome', 'PAY-80 write down what wallets should change', -149),
  merge('fix', 'PAY-65', 'yen', 'Show yen without decimals', [
    'fix(money): know how many digits a currency has',
    'fix(money): write as many',
  ]),
  squash('ci-cache', 'chore(ci): keep the package cache between runs'),
  release('1.10.0'),
  merge('feat', 'PAY-66', 'order-number', 'Give each order a number people can read out', [
    'feat(checkout): order numbers without letters that sound alike',
    'feat(checkout): use them on the receipt',
    'test(checkout): six letters that cannot be misheard',
  ]),
  bump('bump-eslint', 'Bump eslint from 9.35.0 to 9.36.0'),
  merge('fix', 'PAY-67', 'flat-number', 'Keep the flat number in the address', [
    'fix(checkout): a field for flat, floor or entrance',
  ]),
  merge(
    'feat',
    'PAY-81',
    'wallet-provider',
    'Take wallet payments behind a flag',
    [
      'feat(payments): a wallet is a provider',
      'feat(payments): charge it',
      'feat(checkout): a flag for wallets',
      'feat(checkout): offer the wallet where the flag is on',
      'feat(telemetry): count wallet charges',
      'test(payments): the wallet is a provider like the card',
    ],
    { waited: 16 },
  ),
  squash('voucher-once', 'fix(checkout): do not ask for the voucher twice', 'PAY-59'),
  release('1.11.0'),
  merge('refactor', 'PAY-68', 'totals', 'One function for the totals', [
    'refactor(checkout): make all sums in one place',
    'refactor(checkout): use them to pay',
    'test(checkout): VAT of what is left after the voucher',
  ]),
  trunk('declines-thirty-days', 'PAY-60 thirty days of numbers on declines', -131),
  trunk('request-id', "PAY-69 keep the provider's request id"),
  merge('feat', 'PAY-82', 'wallet-sheet', 'Open the wallet sheet on phones', [
    'feat(payments): ask for a session for the sheet',
    'feat(checkout): open the sheet on the tap itself',
    'feat(payments): offer the wallet after a declined card',
  ]),
  merge('test', 'PAY-70', 'journeys', 'Test the checkout by journey', [
    'test(checkout): a shopper without a voucher',
    'test(checkout): a shopper whose card is declined',
  ]),
  merge(
    'fix',
    'PAY-71',
    'silent-provider',
    'Time out a silent card provider',
    ['fix(payments): wait eight seconds, not for ever', 'fix(payments): a silent provider is no decline'],
    { rebased: true },
  ),
  merge('docs', 'PAY-72', 'on-call', 'Say who is paged, and when', ['docs(runbook): who is paged, and when']),
  release('1.12.0'),
  merge('feat', 'PAY-83', 'wallet-receipt', 'Name the wallet on the receipt', [
    'feat(checkout): say on the receipt how it was paid',
    'feat(payments): the word that is on the statement',
  ]),
  squash('local-amounts', 'feat(money): write amounts the way the shopper reads them', 'PAY-45'),
  trunk('wallets-ready', 'PAY-80 ready to build, edge cases still open', -122),
  merge('chore', 'PAY-73', 'floating-promises', 'Fail the build on floating promises', [
    'chore: no warnings in lint',
    'fix(payments): wait for a notice to be settled',
  ]),
  merge('fix', 'PAY-74', 'duplicate-webhooks', 'Answer duplicate webhooks with 200', [
    'fix(payments): say that a duplicate did arrive',
  ]),
  merge('refactor', 'PAY-75', 'retry-module', 'Move retries out of the card provider', [
    'refactor(payments): a function for asking again',
    'refactor(payments): the card provider uses it',
    'test(payments): an answer that is fine is not asked for twice',
  ]),
  release('1.13.0'),
  trunk('health-probe', 'PAY-76 probe the provider every thirty seconds'),
  merge('feat', 'PAY-77', 'partial-refund', 'Refund part of an order', [
    'feat(payments): a refund may be for one line',
    'feat(payments): know what is left of a payment',
    'test(payments): never refund more than was paid',
    'docs(runbook): refund line by line',
  ]),
  merge('feat', 'PAY-84', 'wallet-share', 'Roll wallets out by share of shoppers', [
    'feat(checkout): a cart always falls on the same side',
    'test(checkout): nobody at 0, everybody at 100',
    'docs: how wallets are launched, and taken back',
  ]),
  release('1.14.0'),
];
