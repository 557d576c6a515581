import { namesOnlyTasks } from '../prose/tasksOnly.ts';
import { writtenOutcome, type Rule } from '../rule.ts';

/** The sentence names a thing to build or a task, and no effect on anybody. */
export const outputNotOutcome: Rule = {
  id: 'outcome/output-not-outcome',
  severity: 'hint',
  reads: 'outcome',
  find({ epic }) {
    const outcome = writtenOutcome(epic);
    return outcome !== null && namesOnlyTasks(outcome.statement) ? [{ at: ['outcome.statement'] }] : [];
  },
};
