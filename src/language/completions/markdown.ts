import { BUILT_IN_GATES } from '../../model/stage.ts';
import { lineAt, type LanguageContext, type LanguageDocument } from '../document.ts';
import { outlineMarkdown, type MarkdownOutline } from '../markdown/outline.ts';
import { completion, type Completion } from './completion.ts';
import { itemEndCompletions, newItemCompletions } from './items.ts';
import { epicProposals, ticketProposals } from './known.ts';
import { pathProposals } from './paths.ts';
import { proofCompletions } from './proofs.ts';

/** So much of a line is looked at: nobody writes further in one. */
const MAX_LINE = 2000;

/** What may be written at a place of the Markdown. `asked`: the person asked, rather than typed. */
export async function markdownCompletions(
  document: LanguageDocument,
  body: number,
  offset: number,
  context: LanguageContext,
  asked: boolean,
): Promise<readonly Completion[]> {
  const { text } = document;
  const line = lineAt(text, offset);
  const before = text.slice(Math.max(line.start, offset - MAX_LINE), offset);
  const target = /\]\(([^()\s<>]*)$/.exec(before)?.[1];
  if (target !== undefined) return evidenceCompletions(document, target, offset, context);
  const proof = await proofCompletions(document, before, offset, context);
  if (proof !== null) return proof;
  const heading = /^#{1,6}[ \t]+(.*)$/.exec(before)?.[1];
  const outline = outlineMarkdown(text, body);
  if (heading !== undefined) return headingCompletions(outline, heading, offset, line.start);
  return asked ? taskCompletions(text, outline, offset, context.today) : [];
}

/** Paths of the repository, ticket keys and epic keys, inside the brackets of a link. */
async function evidenceCompletions(
  { path }: LanguageDocument,
  typed: string,
  offset: number,
  context: LanguageContext,
): Promise<readonly Completion[]> {
  const range = { start: offset - typed.length, end: offset };
  const paths = await pathProposals(decoded(typed), path, context);
  const links = paths.map(proposal => {
    const insert = encodeURI(proposal.insert ?? proposal.label).replace(/[()]/g, mark =>
      mark === '(' ? '%28' : '%29',
    );
    return { ...proposal, insert, filter: insert };
  });
  const keys = typed.includes('/') ? [] : [...(await ticketProposals(context)), ...epicProposals(context, path)];
  return [...links, ...keys].map(proposal => completion(proposal, range));
}

function decoded(typed: string): string {
  try {
    return decodeURIComponent(typed);
  } catch {
    return typed;
  }
}

/** Names of the built-in gates that the file does not have yet. */
function headingCompletions(
  { headings }: MarkdownOutline,
  typed: string,
  offset: number,
  line: number,
): readonly Completion[] {
  const there = new Set(headings.filter(({ range }) => range.start !== line).map(({ text }) => text.toLowerCase()));
  return BUILT_IN_GATES.filter(({ name }) => !there.has(name.toLowerCase())).map(({ name, stage }) =>
    completion(
      {
        label: name,
        kind: 'gate',
        detail: `gate of ${stage}`,
        documentation: `Must be met to leave the stage ${stage}.`,
      },
      { start: offset - typed.length, end: offset },
    ),
  );
}

function taskCompletions(
  text: string,
  { headings, tasks }: MarkdownOutline,
  offset: number,
  today: string,
): readonly Completion[] {
  const task = tasks.find(({ gate, range }) => gate !== -1 && offset >= range.start && offset <= range.end);
  if (task !== undefined)
    return text.slice(offset, task.range.end).trim() === '' ? itemEndCompletions(text, task, offset, today) : [];
  const line = lineAt(text, offset);
  const written = text.slice(line.start, offset);
  const above = headings.findLast(({ range }) => range.end < line.start);
  const isInGate = above !== undefined && above.owner !== -1;
  return isInGate && /^[ \t]*(?:-[ \t]*(?:\[[ \t]?)?)?$/.test(written) && text.slice(offset, line.end).trim() === ''
    ? newItemCompletions(written, offset, today)
    : [];
}
