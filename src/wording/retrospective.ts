import type { Problem } from '../model/problem.ts';
import { problemText } from './problems.ts';

/** How to read the figures together, before any of them. */
export const READING_RULES: readonly string[] = [
  'First ask what the team saw; then look at the figures. They describe the system of work, not anybody in it.',
  'This team is compared with its own past only. No figure here is a target, and none belongs in anybody’s review.',
  'Every figure goes up and down from week to week. As long as it stays within its limits, that alone is no change to look into.',
];

/** Why a number here may be another one than on the screen. */
export const FLOOR_RULE =
  'A file needs five people behind every figure and the screen three, so some numbers are hidden here, or others than on the screen. What is told of outcomes comes from the epic files, which are the team’s own words, and needs none.';

/** Where no figure asks anything. */
export const NO_PROMPT = 'No figure has a question this time.';

/** What to do where nothing is pinned. */
export const NO_FOCUS =
  'Nothing is pinned yet. Pin up to five inputs from a figure’s menu in Insights (“Pin to Focus”), or name them under `focus` in `team.yaml`, and they stand here with a question each.';

/** Where no series departs from its past. */
export const NO_CHANGE = 'Nothing stands out: no series leaves what this team’s own past leads to expect.';

/** Stands where the leader's questions would, when the epic files' past could not be read. */
export function leftOutText(problem: Problem): string {
  return `Left out: what became of outcomes, and what the epic files tell of these questions. Their past could not be read. ${problemText(problem).text}`;
}
