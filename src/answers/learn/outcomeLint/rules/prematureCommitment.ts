import type { Rule } from '../rule.ts';
import { isBeforeTest, openToBuild } from './readyToBuild.ts';

/** A day is promised while Ready to build is open. */
export const prematureCommitment: Rule = {
  id: 'commitment/premature',
  severity: 'warning',
  reads: 'commitment',
  find({ epic }, { readiness, today }) {
    const open = openToBuild(readiness);
    if (!isBeforeTest(epic.stage) || open === 0) return [];
    const promised = epic.commitment?.on ?? null;
    if (promised !== null) return [{ at: ['commitment.on', 'commitment'], data: { day: promised, open } }];
    const launch = epic.launched ?? '';
    return launch > today ? [{ at: ['launched'], data: { day: launch, open } }] : [];
  },
};
