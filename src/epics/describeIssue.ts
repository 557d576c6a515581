import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
};

/** One of each list, as people say it. */
const ENTRIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    beliefs: 'belief',
    benefits: 'benefit',
    dependsOn: 'dependency',
    earlySigns: 'early sign',
    impacts: 'impact',
    interventions: 'intervention',
    keyResults: 'key result',
    keys: 'key',
    measured: 'measurement',
    measures: 'measure',
    objectives: 'objective',
    paths: 'path',
    reviews: 'review',
    signals: 'signal',
    tickets: 'ticket',
    tries: 'try',
  }),
);

/**
 * One sentence about an issue, without the file's own words: `stage: expected one of discovery, build`. `steps` is where it is,
 * with the places in lists as they stand in the file, from 0.
 */
export function describeIssue(issue: Issue, steps: readonly (string | number)[], missing: boolean): string {
  const path = placeText(steps);
  if (missing) return `${path} is missing`;
  return path === '' ? expectation(issue) : `${path}: ${expectation(issue)}`;
}

/** `outcome, measure 1, baseline`: lists are counted from 1, as people do. */
function placeText(steps: readonly (string | number)[]): string {
  const parts: string[] = [];
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    if (typeof step === 'number') continue;
    if (typeof next !== 'number') parts.push(step);
    else parts.push(`${ENTRIES.get(step) ?? `${step}, entry`} ${next + 1}`);
  }
  return parts.join(', ');
}

/** What the schema itself says about it; zod's own words are left out. */
function ownWords({ message }: Issue): string {
  return message.startsWith('Invalid') ? '' : `: ${message}`;
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected one of ${issue.values.map(String).join(', ')}${ownWords(issue)}`;
    case 'invalid_format':
      return 'expected a day that exists, like 2026-12-01';
    case 'too_small':
      return issue.origin === 'string' ? 'expected some text' : `expected at least ${String(issue.minimum)}`;
    case 'too_big':
      return `expected at most ${String(issue.maximum)}`;
    case 'custom':
      return issue.message;
    default:
      return 'expected another kind of value';
  }
}
