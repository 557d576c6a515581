/**
 * Words that stand before the colon of a conventional title (conventionalcommits.org, Angular's list and what teams add to
 * it). Any other word there may be somebody's name, unless the team file says what it means.
 */
export const CONVENTIONS: readonly string[] = (
  'feat feature perf fix bugfix hotfix bug revert security sec refactor chore build ci test tests docs doc style deps dep ' +
  'improvement enhancement ops infra release config cleanup typo lint merge wip init i18n a11y ui ux api db types polish tooling'
).split(' ');
