import * as z from 'zod/mini';
import { EPIC_TYPES } from '../../model/epic.ts';
import { FOCUS_METRICS } from '../../model/flow/focus.ts';
import { LINT_RULES } from '../../model/lint.ts';
import { day, described, number, text } from './parts.ts';

const TRACKERS = ['github', 'jira', 'gitlab', 'azure', 'linear', 'redmine'] as const;

const texts = (description: string, each: string) => described(description, z.array(text(each)));
const statuses = (description: string) => z.optional(texts(description, "A status, by the tracker's name or id."));

/** Why an output is not pinned. */
const OUTPUT_REFUSED = 'a result that is watched becomes a target, so only what a team can change directly is pinned';

/** True for a time zone that this machine can reckon with. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A branch name that git could have: nothing that could pass for an option or a revision range. */
function isBranchName(name: string): boolean {
  return /^(?![-/.])[^\s~^:?*[\\\p{Cc}]+(?<![/.])$/u.test(name) && !/\.\.|@\{|\/\//.test(name);
}

/** `team.yaml`: how this team links and measures. Never a list of people. */
export const teamSchema = described(
  'Team file of Outcome Lens.',
  z.looseObject({
    team: z.optional(text('The name of the team.')),
    paths: z.optional(texts('What this team owns in a shared repository.', 'A glob, like services/checkout/**.')),
    tickets: z.optional(
      described(
        'What counts as a ticket.',
        z.looseObject({
          keys: z.optional(texts('Project keys that count as tickets; then nothing else does.', 'PAY in PAY-101.')),
          ignore: z.optional(texts('Look-alikes that are no tickets.', 'For example UTF-8.')),
          tracker: z.optional(
            described(
              'A suggestion: a person confirms it before any token is sent.',
              z.looseObject({
                kind: described('The kind of tracker.', z.enum(TRACKERS)),
                origin: z.optional(text('Where it is, for example https://example.atlassian.net.')),
              }),
            ),
          ),
        }),
      ),
    ),
    workTypes: z.optional(
      described("The tracker's types as kinds of work.", z.record(z.string(), z.enum([...EPIC_TYPES, 'other']))),
    ),
    statuses: z.optional(
      described(
        "What the tracker's statuses mean.",
        z.looseObject({
          active: statuses('Somebody works on it.'),
          queue: statuses('It waits for somebody.'),
          approval: statuses('It waits for a review or a decision.'),
          blocked: statuses('It cannot go on.'),
          done: statuses('It is finished.'),
        }),
      ),
    ),
    releases: z.optional(
      described(
        'How releases are tagged.',
        z.looseObject({
          tags: z.optional(text('Tags that are releases, as a glob: v*.')),
          hotfix: z.optional(text('Those of them that mend a release: v*.*.[1-9]*.')),
        }),
      ),
    ),
    mainBranch: z.optional(
      described(
        'The branch that work lands on.',
        z.string().check(z.refine(isBranchName, { error: 'expected the name of a branch, like main' })),
      ),
    ),
    timeZone: z.optional(
      described(
        'The time zone in which days and weeks are counted. Default UTC.',
        z.string().check(z.refine(isTimeZone, { error: 'expected a time zone, like Europe/Berlin' })),
      ),
    ),
    gates: z.optional(
      described(
        'What a gate demands, by its name.',
        z.record(
          z.string(),
          z.looseObject({
            evidence: z.optional(
              described('"required": a tick without evidence does not count.', z.enum(['required', 'optional'])),
            ),
          }),
        ),
      ),
    ),
    lint: z.optional(
      described(
        'The linter of epic files.',
        z.looseObject({
          off: z.optional(described('Rules that this team does not want.', z.array(z.enum(LINT_RULES)))),
        }),
      ),
    ),
    focus: z.optional(
      described('Input metrics to look at, five at most.', z.array(z.enum(FOCUS_METRICS, { error: OUTPUT_REFUSED }))),
    ),
    debtMarkers: z.optional(texts('Words that mark debt in code, beside TODO and FIXME.', 'For example KLUDGE.')),
    interventions: z.optional(
      described(
        'Changes in how the team works.',
        z.array(z.looseObject({ on: day('Since when.'), label: text('What changed.') })),
      ),
    ),
    tries: z.optional(
      described(
        'What the team decided to try.',
        z.array(
          z.looseObject({
            on: day('Since when.'),
            text: text('What you try.'),
            outcome: z.optional(text('What became of it.')),
          }),
        ),
      ),
    ),
    signals: z.optional(
      described(
        'Series from elsewhere, of the whole team only.',
        z.array(
          z.looseObject({
            name: text('What it shows.'),
            unit: z.optional(text('The unit, for example 1-5.')),
            file: text('A CSV file with the columns date, value, responses.'),
            minimumGroup: z.optional(number('Rows with fewer responses are not shown.')),
          }),
        ),
      ),
    ),
  }),
);
