/** The keys of an epic's front matter, and those below `outcome`; the schema has the same. */
export const EPIC_KEYS = [
  'key',
  'title',
  'type',
  'stage',
  'launched',
  'outcome',
  'beliefs',
  'keyResult',
  'tickets',
  'commitment',
  'debt',
  'dependsOn',
] as const;
export const OUTCOME_KEYS = ['statement', 'benefits', 'measures', 'earlySigns', 'reviews', 'actual'] as const;
