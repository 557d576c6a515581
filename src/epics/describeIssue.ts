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

/** One sentence about an issue, without the file's own words: `stage: expected one of discovery, build`. */
export function describeIssue(issue: Issue, missing: boolean): string {
  const path = issue.path.map(String).join('.');
  if (missing) return `${path} is missing`;
  return path === '' ? expectation(issue) : `${path}: ${expectation(issue)}`;
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
