import type { OpenBranch, StoryEvent } from './change.ts';
import { doubleCharge } from './doubleCharge.ts';
import { guests } from './guests.ts';
import { helpfulDeclines } from './helpfulDeclines.ts';
import { lately } from './lately.ts';
import { wallets } from './wallets.ts';

/** Everything that landed on main, in order, with the releases between. */
export const STORY: readonly StoryEvent[] = [...helpfulDeclines, ...wallets, ...doubleCharge, ...guests, ...lately];

/** The branch that is checked out: it starts the guest checkout's form, three commits ahead of main. */
export const CURRENT_BRANCH: OpenBranch = {
  id: 'guest-form',
  name: 'feature/PAY-101-guest-form',
  from: -3,
  steps: [
    { day: -2.4, subject: 'feat(checkout): PAY-101 a form that says all that is wrong at once' },
    { day: -1.2, subject: 'feat(telemetry): PAY-101 count guests who start and who pay' },
    { day: -0.15, subject: 'test(checkout): PAY-101 expected behaviour, field by field' },
  ],
};

/** Work in flight beside it. */
export const OPEN_BRANCHES: readonly OpenBranch[] = [
  CURRENT_BRANCH,
  {
    // Its epic has no anticipated outcome.
    id: 'gift-card-balance',
    name: 'feature/PAY-160-gift-card-balance',
    from: -8,
    steps: [
      { day: -6.5, subject: 'feat(checkout): the balance of a gift card' },
      { day: -4.2, subject: 'feat(checkout): tell two gift cards apart' },
    ],
  },
  {
    id: 'audit-export',
    name: 'feature/PAY-124-audit-export',
    from: -13,
    steps: [
      { day: -12, subject: 'feat(telemetry): a row for each night' },
      { day: -9.3, subject: 'feat(telemetry): rows as a table' },
      { day: -2.1, subject: 'test(telemetry): a night is a row' },
    ],
  },
  {
    // No key: why it exists cannot be told.
    id: 'retry-ideas',
    name: 'spike/new-retry-ideas',
    from: -11,
    steps: [
      { day: -10, subject: 'what if we asked how the provider feels' },
      { day: -8.6, subject: 'a breaker, roughly' },
    ],
  },
  {
    // Stale: nothing has happened here for seven weeks.
    id: 'split-card-client',
    name: 'refactor/PAY-143-split-card-client',
    from: -53,
    steps: [
      { day: -52, subject: 'refactor(payments): a client that knows nothing of orders' },
      { day: -50, subject: 'refactor(payments): refunds through the client' },
    ],
  },
  {
    // A key that no epic file lists.
    id: 'double-receipt',
    name: 'fix/PAY-999-double-receipt',
    from: -4,
    steps: [{ day: -3.2, subject: 'fix(checkout): send the receipt once' }],
  },
];
