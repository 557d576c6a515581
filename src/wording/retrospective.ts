/** The leader's questions that only people can answer; what can be computed stands in the figures. */
export const ASKED_QUESTIONS: readonly { readonly about: string; readonly question: string }[] = [
  {
    about: 'Strategic connection',
    question: 'Where no business reason is written down: are we at ease asking for it?',
  },
  {
    about: 'Awareness in the team',
    question:
      'Would a developer, a tester and a designer describe the purpose of our current work alike? Could we say what success looks like beyond "delivered"?',
  },
  {
    about: 'Product empowerment',
    question:
      'Was the problem framed together with the product person, or handed over as a solution? If they seem far away: what upstream makes it so?',
  },
  {
    about: 'Culture',
    question: 'Do we ask for outcomes to focus, not to control? When we met resistance: were we curious first?',
  },
];

/** How to read the figures together, before any of them. */
export const READING_RULES: readonly string[] = [
  'First ask what the team saw; then look at the figures. They describe the system of work, not anybody in it.',
  'This team is compared with its own past only. No figure here is a target, and none belongs in anybody’s review.',
  'Every figure goes up and down from week to week. As long as it stays within its limits, that alone is no change to look into.',
];

/** Why a number here may be another one than on the screen. */
export const FLOOR_RULE =
  'A file needs five people behind every figure and the screen three, so some numbers are hidden here, or others than on the screen.';

/** What to do where nothing is pinned. */
export const NO_FOCUS =
  'Nothing is pinned yet. Pin up to five inputs from a figure’s menu in Insights (“Pin to Focus”), or name them under `focus` in `team.yaml`, and they stand here with a question each.';

/** Where no series departs from its past. */
export const NO_CHANGE = 'Nothing stands out: no series leaves what this team’s own past leads to expect.';
