import type { ListItem } from 'mdast';
import type { ChecklistItem, EvidenceLink, Proof } from '../model/checklist.ts';
import { isCalendarDay } from '../model/calendarDay.ts';
import { itemText, type ItemText } from './itemText.ts';
import type { MarkdownTree } from './markdownTree.ts';
import { parseProof, proofWritten } from './proof.ts';

/** What stands between a text and its links, and behind them. */
const SEPARATORS = /[\s.,;:·|()[\]&+–—-]+/g;
const JOINTS = /[\s,;:·|([&+–—-]/;

/**
 * Reads one task:
 *
 *     - [x] TEXT EVIDENCE… waived until YYYY-MM-DD: REASON <!-- proof: … -->
 *     - [x] ~~TEXT~~ n/a: REASON
 *
 * - Evidence are the links at the end of the text (or of the reason), with nothing but punctuation, "and" or the word
 *   "evidence" around them. A link in the middle of a sentence is part of the sentence. An item that is nothing but links has
 *   their labels as its text.
 * - A waiver needs a day that exists and a reason; else its words stay in the text, where they can be seen.
 * - Only an item that is struck through as a whole is not applicable; the reason follows `n/a`.
 * - A proof may stand anywhere in the paragraph or in a comment of its own below it, indented like it. Two proofs are one too many:
 *   that is invalid, so that none is passed over in silence.
 */
export function checklistItem(item: ListItem, box: number, tree: MarkdownTree, file: string): ChecklistItem | null {
  const paragraph = item.children.find(child => child.type === 'paragraph');
  if (paragraph === undefined) return null;
  const flat = itemText(paragraph, tree, file);
  const below = item.children.filter(child => child.type === 'html').map(child => child.value);
  return {
    ...readWords(flat),
    ticked: tree.text.charAt(box) !== ' ',
    box: { start: box, end: box + 1 },
    range: { start: box - 1, end: tree.rangeOf(paragraph).end },
    proof: readProof([...flat.comments, ...below]),
  };
}

function readProof(comments: readonly string[]): Proof | null {
  const proofs = comments.map(proofWritten).filter(written => written !== null);
  const [first] = proofs;
  if (first === undefined) return null;
  return proofs.length === 1 ? parseProof(first) : { kind: 'invalid', written: proofs.join('; ') };
}

type Words = Pick<ChecklistItem, 'text' | 'evidence' | 'waiver' | 'notApplicable'>;

function readWords(flat: ItemText): Words {
  const { text, evidence } = part(flat, 0, flat.text.length);
  return readStruck(flat) ?? readWaived(flat) ?? { text, evidence, waiver: null, notApplicable: null };
}

function readStruck(flat: ItemText): Words | null {
  const opening = /^\s*~~/.exec(flat.text)?.[0].length;
  const closing = opening === undefined ? -1 : flat.text.indexOf('~~', opening);
  if (opening === undefined || closing <= opening) return null;
  const after = closing + 2;
  const mark = /^[\s,;:–—-]*n\/a(?![\p{L}\p{N}])[\s:,;–—-]*/iu.exec(flat.text.slice(after));
  const head = part(flat, opening, closing);
  const tail = part(flat, after + (mark?.[0].length ?? 0), flat.text.length);
  if (mark === null && tail.text !== '' && !tail.onlyLinks) return null;
  return {
    text: head.text,
    evidence: [...head.evidence, ...tail.evidence],
    waiver: null,
    notApplicable: { reason: mark === null ? '' : tail.text },
  };
}

function readWaived(flat: ItemText): Words | null {
  const mark = /(?<![\p{L}\p{N}])waived\s+until\s+(\d{4}-\d{2}-\d{2})(?![\p{L}\p{N}])[\s:,;–—-]*/iu.exec(flat.text);
  const until = mark?.[1];
  if (mark === null || until === undefined || !isCalendarDay(until)) return null;
  const before = withoutJoints(flat.text.slice(0, mark.index)).length;
  const head = part(flat, 0, before);
  const tail = part(flat, mark.index + mark[0].length, flat.text.length);
  if (tail.text === '') return null;
  const bracketed = flat.text.slice(before, mark.index).includes('(');
  const reason = bracketed ? tail.text.replace(/\)$/, '') : tail.text;
  return {
    text: head.text,
    evidence: [...head.evidence, ...tail.evidence],
    waiver: { until, reason },
    notApplicable: null,
  };
}

interface Part {
  readonly text: string;
  readonly evidence: readonly EvidenceLink[];
  readonly onlyLinks: boolean;
}

/** Parts a stretch of the text into words and the evidence at its end. */
function part({ text, links }: ItemText, from: number, to: number): Part {
  const evidence: EvidenceLink[] = [];
  let end = to;
  for (const link of [...links].reverse()) {
    if (link.from < from || link.to > end) continue;
    if (!isJoint(text.slice(link.to, end))) break;
    evidence.unshift(link.link);
    end = link.from;
  }
  if (evidence.length === 0) return { text: clean(text.slice(from, to)), evidence, onlyLinks: false };
  const words = clean(withoutLeadIn(text.slice(from, end)));
  return words === ''
    ? { text: clean(text.slice(from, to)), evidence, onlyLinks: true }
    : { text: words, evidence, onlyLinks: false };
}

function isJoint(between: string): boolean {
  const rest = between.replace(SEPARATORS, '');
  return rest === '' || rest.toLowerCase() === 'and';
}

/** "Plan agreed (evidence: " and "Plan agreed and " -> "Plan agreed". */
function withoutLeadIn(text: string): string {
  const joint = withoutJoints(withoutJoints(text).replace(/\sand$/i, ''));
  const word = /(?<=^|[\s(])(?:evidence|see|proof)$/i.exec(joint);
  return word === null || !text.slice(joint.length).includes(':') ? joint : withoutJoints(joint.slice(0, word.index));
}

/** A loop, because a pattern tied to the end starts anew at each character. */
function withoutJoints(text: string): string {
  let end = text.length;
  while (end > 0 && JOINTS.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
