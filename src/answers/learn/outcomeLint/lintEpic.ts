import type { EpicFile } from '../../../model/epic.ts';
import type { Finding } from '../../../model/lint.ts';
import type { ProblemCode } from '../../../model/problem.ts';
import { placesIn, type Place, type TextRange } from '../../../model/textRange.ts';
import type { Found, LintContext, Rule } from './rule.ts';
import { brokenEvidence } from './rules/brokenEvidence.ts';
import { claimedItems } from './rules/claimedItems.ts';
import { debtImpact } from './rules/debtImpact.ts';
import { expectChurn } from './rules/expectChurn.ts';
import { flowMetricTarget } from './rules/flowMetricTarget.ts';
import { gateNearMiss } from './rules/gateNearMiss.ts';
import { keyNearMiss } from './rules/keyNearMiss.ts';
import { measureBaseline } from './rules/measureBaseline.ts';
import { measureDate } from './rules/measureDate.ts';
import { measureMissing } from './rules/measureMissing.ts';
import { measureTarget } from './rules/measureTarget.ts';
import { measureVanity } from './rules/measureVanity.ts';
import { noBeneficiary } from './rules/noBeneficiary.ts';
import { outcomeMissing } from './rules/outcomeMissing.ts';
import { outcomeTemplateLeft } from './rules/outcomeTemplateLeft.ts';
import { outputNotOutcome } from './rules/outputNotOutcome.ts';
import { overdueReview } from './rules/overdueReview.ts';
import { prematureCommitment } from './rules/prematureCommitment.ts';
import { proofNotUnderstood } from './rules/proofNotUnderstood.ts';
import { unknownKeyResult } from './rules/unknownKeyResult.ts';
import { waiverDay } from './rules/waiverDay.ts';

const RULES: readonly Rule[] = [
  outcomeMissing,
  outcomeTemplateLeft,
  outputNotOutcome,
  noBeneficiary,
  measureMissing,
  measureBaseline,
  measureTarget,
  measureDate,
  measureVanity,
  flowMetricTarget,
  debtImpact,
  prematureCommitment,
  expectChurn,
  overdueReview,
  claimedItems,
  gateNearMiss,
  brokenEvidence,
  proofNotUnderstood,
  waiverDay,
  keyNearMiss,
  unknownKeyResult,
];

/** Where the file as a whole is not understood, what seems to be missing may well be there. */
const UNREAD: ReadonlySet<ProblemCode> = new Set([
  'yaml/invalid',
  'file/conflict',
  'front-matter/missing',
  'file/unreadable',
  'file/too-large',
]);

/**
 * What is worth a look in an epic file, in the order of its text, without the rules that the team switched off. Careful:
 * nothing is said of what could not be read, nor of what no longer matters to a closed or stopped epic.
 */
export function lintEpic(file: EpicFile, context: LintContext): readonly Finding[] {
  const { epic } = file;
  if (epic === null) return [];
  const isUnread = file.problems.some(({ code }) => UNREAD.has(code));
  const off = new Set(context.outcomes.team.lintOff);
  const asked = RULES.filter(rule => {
    if (off.has(rule.id)) return false;
    if (isUnread || epic.stage === 'stopped' || isBroken(file, 'stage') || isBroken(file, rule.reads)) return false;
    return epic.stage !== 'closed' || rule.ofClosed === true;
  });
  const places = placesIn(file.text);
  return asked
    .flatMap(rule => rule.find({ file, epic }, context).map(found => findingOf(file, rule, found, places)))
    .sort((a, b) => a.range.start - b.range.start);
}

/** A value of this key was left out because it does not fit. */
function isBroken(file: EpicFile, key: string): boolean {
  const whole = file.ranges.get(key);
  if (whole === undefined) return false;
  return file.problems.some(
    ({ code, range }) =>
      code === 'schema/invalid' && range !== undefined && range.start >= whole.start && range.end <= whole.end,
  );
}

function findingOf(
  file: EpicFile,
  { id, severity }: Rule,
  { at, data = {}, fixes = [] }: Found,
  places: (offset: number) => Place,
): Finding {
  const range = placeOf(file, at);
  return { rule: id, file: file.path, range, line: places(range.start).line, severity, data, fixes };
}

/** On one line: a mark under half a file marks nothing. An empty value is marked with its whole line. */
function placeOf({ text, ranges }: EpicFile, at: Found['at']): TextRange {
  const { start, end } = 'start' in at ? at : firstOf(ranges, at);
  const newline = indexOfBreak(text, start);
  if (Math.min(end, newline) > start) return { start, end: Math.min(end, newline) };
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return { start: start === 0 ? 0 : lineStart, end: newline };
}

function firstOf(ranges: EpicFile['ranges'], paths: readonly string[]): TextRange {
  const path = paths.find(candidate => ranges.has(candidate));
  return (path === undefined ? undefined : ranges.get(path)) ?? { start: 0, end: 0 };
}

function indexOfBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}
