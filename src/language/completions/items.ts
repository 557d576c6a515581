import { dayAfter } from '../../model/calendarDay.ts';
import type { TextRange } from '../../model/textRange.ts';
import type { TaskLine } from '../markdown/outline.ts';
import { PROOF_KINDS } from '../markdown/proofKinds.ts';
import { completion, literal, type Completion, type Proposal } from './completion.ts';

const EVIDENCE = '[${1:label}](${2:path})';
const PROOF = `<!-- proof: \${1|${Object.keys(PROOF_KINDS).join(',')}|} $2 -->`;

/** What may be added behind the words of an item, while the cursor is at their end. */
export function itemEndCompletions(text: string, task: TaskLine, offset: number, today: string): readonly Completion[] {
  const word = /\S*$/.exec(text.slice(task.range.start, offset))?.[0] ?? '';
  const place = { start: offset - word.length, end: offset };
  const all = { start: text[task.range.start] === ' ' ? task.range.start + 1 : task.range.start, end: offset };
  const words = text.slice(all.start, all.end);
  const gap = word === '' ? '' : ' ';
  const after = (proposal: Proposal): Completion =>
    completion(
      { ...proposal, insert: literal(word) + gap + (proposal.insert ?? ''), filter: word + proposal.label },
      place,
    );
  const added = forms(today).map(after);
  // A proposal replaces a part of one line, and these words may go on from the line before.
  return words.trim() === '' || words.includes('\n') ? added : [...added, notApplicable(words, all)];
}

function forms(today: string): readonly Proposal[] {
  return [
    { label: 'evidence', documentation: 'A link to what shows it.', insert: EVIDENCE },
    { label: 'proof', documentation: 'A check that the repository answers.', insert: PROOF },
    {
      label: 'waiver',
      documentation: 'Counts as met until that day.',
      insert: `waived until \${1:${dayAfter(today, 30)}}: \${2:reason}`,
    },
  ].map(form => ({ ...form, kind: 'snippet', snippet: true }));
}

function notApplicable(words: string, range: TextRange): Completion {
  return completion(
    {
      label: 'not applicable',
      kind: 'snippet',
      documentation: 'Strikes the item through; the reason makes it count as met.',
      insert: `~~${literal(words.trim())}~~ n/a: \${1:reason}`,
      snippet: true,
      filter: `${words} not applicable`,
    },
    range,
  );
}

/** Whole items, where a line of a gate has nothing but blanks, a dash or the beginning of one. */
export function newItemCompletions(written: string, offset: number, today: string): readonly Completion[] {
  const start = /^\s*/.exec(written)?.[0].length ?? 0;
  const range = { start: offset - written.length + start, end: offset };
  const item = (label: string, documentation: string, rest: string): Completion =>
    completion({ label, kind: 'snippet', documentation, insert: rest, snippet: true, filter: `- ${label}` }, range);
  const shift = (form: string) =>
    form.replace(/\$(\{?)(\d)/g, (_all, brace: string, at: string) => `$${brace}${Number(at) + 1}`);
  return [
    item('gate item', 'Something that must be true.', '- [ ] $0'),
    ...forms(today).map(({ label, documentation, insert }) =>
      item(`gate item with ${label}`, documentation ?? '', `- [ ] \${1:what must be true} ${shift(insert ?? '')}`),
    ),
    item(
      'gate item, not applicable',
      'Struck through; the reason makes it count as met.',
      '- [x] ~~${1:what must be true}~~ n/a: ${2:reason}',
    ),
  ];
}
