export const STAGES = ['discovery', 'build', 'qa', 'launch', 'review', 'closed', 'stopped'] as const;
export type Stage = (typeof STAGES)[number];

/** Closed or stopped: nobody waits for anything of the epic any more. */
export function isOver(stage: Stage | null): boolean {
  return stage === 'closed' || stage === 'stopped';
}

/** Where an epic goes from a stage; null where it ends. */
export function stageAfter(stage: Stage): Stage | null {
  if (stage === 'stopped') return null;
  const next = STAGES[STAGES.indexOf(stage) + 1];
  return next === undefined || next === 'stopped' ? null : next;
}

/** The built-in gates by heading; each must be met to leave its stage. */
export const BUILT_IN_GATES: readonly { readonly name: string; readonly stage: Stage }[] = [
  { name: 'Problem worth solving', stage: 'discovery' },
  { name: 'Ready to build', stage: 'discovery' },
  { name: 'Ready to test', stage: 'build' },
  { name: 'Definition of done', stage: 'qa' },
  { name: 'Go-live readiness', stage: 'launch' },
  { name: 'Outcome review', stage: 'review' },
];
