/** Input metrics that a team may pin; an output is a result, and a result never becomes a target. */
export const FOCUS_METRICS = [
  'wip',
  'age',
  'reviewWait',
  'batchSize',
  'stageWait',
  'linkedToOutcome',
  'readyToBuildOpen',
] as const;
export type FocusMetric = (typeof FOCUS_METRICS)[number];
