import type { Rule } from '../rule.ts';
import { isBeforeTest, isReadyToBuild, openToBuild } from './readyToBuild.ts';

/** As many open questions as make it likely that what is built now is built again. */
const LEAST_OPEN = 2;

/** Commits land while several items of Ready to build are open. */
export const expectChurn: Rule = {
  id: 'gate/expect-churn',
  severity: 'hint',
  reads: 'stage',
  find({ epic }, { readiness, commitsLand }) {
    const open = openToBuild(readiness);
    if (!commitsLand || !isBeforeTest(epic.stage) || open < LEAST_OPEN) return [];
    const gate = epic.gates.find(isReadyToBuild);
    return [{ at: gate?.heading ?? ['stage'], data: { open } }];
  },
};
