import * as z from 'zod/mini';
import { day, described, key, number, text } from './parts.ts';

const keyResult = z.looseObject({
  id: key('Unique, for example KR-2.1; epics name it in keyResult.'),
  title: z.optional(text('The result in a few words.')),
  unit: z.optional(text('The unit, for example "%".')),
  baseline: z.optional(number('The value at the start.')),
  target: z.optional(number('The value you hope for.')),
  by: z.optional(day('The day by which you hope for it.')),
});

const objective = z.looseObject({
  id: key('Unique, for example O-1.'),
  title: z.optional(text('The objective in a few words.')),
  keyResults: z.optional(described('How you would see that it is reached.', z.array(keyResult))),
});

/** `value-tree.yaml`: what the epics serve. */
export const valueTreeSchema = described(
  'Value tree of Outcome Lens: objectives and their key results.',
  z.looseObject({ objectives: z.optional(described('What the epics serve.', z.array(objective))) }),
);
