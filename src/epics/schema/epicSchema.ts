import * as z from 'zod/mini';
import { EPIC_TYPES } from '../../model/epic.ts';
import { BENEFITS, VERDICTS } from '../../model/outcome.ts';
import { STAGES } from '../../model/stage.ts';
import { day, described, key, number, percent, text } from './parts.ts';

const measurement = z.looseObject({
  on: day('The day it was measured.'),
  value: number('What was measured, in the unit of the measure.'),
});

const measure = z.looseObject({
  name: text('What you look at, for example "cart abandonment".'),
  unit: z.optional(text('The unit, for example "%" or "minutes".')),
  baseline: z.optional(number('The value today, before the work.')),
  target: z.optional(number('The value you hope for. More or less is better: that follows from baseline and target.')),
  by: z.optional(day('The day by which you expect it.')),
  confidence: z.optional(percent('How sure the team is, in percent. Never filled in for you.')),
  tolerance: z.optional(
    number('The smallest change that counts. Where the target is the baseline: how far it may move.'),
  ),
  measured: z.optional(described('What was measured since.', z.array(measurement))),
});

const earlySign = described(
  'Something you would see soon if the bet works.',
  z.union([
    z.string().check(z.minLength(1)),
    z.looseObject({
      sign: text('What you would see.'),
      by: z.optional(day('The day by which you would see it.')),
      seen: z.optional(day('The day on which it was seen.')),
    }),
  ]),
);

const actual = z.looseObject({
  verdict: described('Did the outcome happen?', z.enum(VERDICTS)),
  on: z.optional(day('The day of the verdict.')),
  note: z.optional(text('What is worth knowing about it.')),
});

const outcome = z.looseObject({
  statement: z.optional(
    described('One or two sentences: what will be different, and for whom? An intention, not a promise.', z.string()),
  ),
  benefits: z.optional(described('Who is better off.', z.array(z.enum(BENEFITS)))),
  measures: z.optional(described('How you would see it.', z.array(measure))),
  earlySigns: z.optional(described('What would tell you early that the bet works.', z.array(earlySign))),
  reviews: z.optional(
    described('The days on which the team looks at the outcome again.', z.array(day('A day to look at it again.'))),
  ),
  actual: z.optional(described('What became of it.', actual)),
});

const belief = z.looseObject({
  belief: text('Something the bet rests on.'),
  confidence: z.optional(percent('How sure the team is, in percent.')),
  wouldChangeOurMind: z.optional(text('What you would have to see to give it up.')),
  disagreement: z.optional(text('Where views in the team differ.')),
  review: z.optional(day('The day to look at it again.')),
});

const dependency = z.looseObject({
  team: text('The team you wait for.'),
  for: z.optional(text('What you need from it.')),
  since: z.optional(day('Waiting since.')),
  until: z.optional(day('Promised for, or delivered on.')),
});

/** The front matter of an epic file, in the order in which it is written. Keys that are not listed here are kept and never touched. */
export const epicSchema = described(
  'Front matter of an epic of Outcome Lens.',
  z.looseObject({
    key: key("The tracker's key (PAY-100), or any unique id."),
    title: z.optional(text('A few words. Without it, the first heading counts.')),
    type: z.optional(described('The kind of work.', z.enum(EPIC_TYPES))),
    stage: z.optional(described('Where the epic is. Each stage has its own checklists.', z.enum(STAGES))),
    launched: z.optional(day('The day it went live.')),
    outcome: z.optional(described('The change you hope for in the world, written before the work.', outcome)),
    beliefs: z.optional(described('What the bet rests on.', z.array(belief))),
    keyResult: z.optional(key('The id of a key result in value-tree.yaml. Welcome, never demanded.')),
    tickets: z.optional(
      described("Tickets under this epic, where no tracker tells. Quote keys like '#12'.", z.array(key('A ticket.'))),
    ),
    commitment: z.optional(
      described(
        'A date that somebody counts on.',
        z.looseObject({ on: day('The date.'), confidence: z.optional(percent('How sure, in percent.')) }),
      ),
    ),
    debt: z.optional(
      described(
        'For type debt: what paying it would buy.',
        z.looseObject({
          impacts: z.optional(
            described(
              'For example reliability, scalability, risk, customer experience, volume, cost.',
              z.array(text('One impact.')),
            ),
          ),
          paths: z.optional(described('Where the debt is, as globs.', z.array(text('A glob, like src/checkout/**.')))),
        }),
      ),
    ),
    dependsOn: z.optional(described('Other teams this waits for.', z.array(dependency))),
  }),
);
