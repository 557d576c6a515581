import type { FocusMetric } from '../model/flow/focus.ts';

/** What a pinned input metric is called, and the question that a team asks itself about it. */
export const FOCUS_TEXT: Readonly<Record<FocusMetric, { readonly label: string; readonly reflection: string }>> = {
  wip: {
    label: 'Work in progress',
    reflection: 'What did we start before something else was finished, and what made that the easier way?',
  },
  age: {
    label: 'Work item age',
    reflection: 'Which of the oldest open items would we still begin today? What does the next step of each wait for?',
  },
  reviewWait: {
    label: 'Wait after the last commit',
    reflection: 'What happens between the last commit and the landing, and who would notice if it took an hour less?',
  },
  batchSize: {
    label: 'Batch size',
    reflection: 'Which large change of last month could have landed in two steps? What kept us from it?',
  },
  stageWait: {
    label: 'Time in stage',
    reflection: 'Where did work stand still the longest, and what could we try there first?',
  },
  linkedToOutcome: {
    label: 'Work linked to an outcome',
    reflection: 'Of the work without an outcome: which would we be glad to explain, and which surprises us?',
  },
  readyToBuildOpen: {
    label: 'Open questions at the start of building',
    reflection: 'Which open item of "Ready to build" came back to us later? What would have closed it earlier?',
  },
};
