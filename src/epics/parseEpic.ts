import type { Epic, EpicFile } from '../model/epic.ts';
import type { Problem } from '../model/problem.ts';
import type { EpicSource } from '../model/ports/epicsPort.ts';
import { readEpicFields, type EpicFields } from './epicFields.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { readGates } from './gates.ts';
import { itemText } from './itemText.ts';
import { mergeConflict } from './mergeConflict.ts';
import { parseMarkdown, type MarkdownTree } from './markdownTree.ts';
import { rangesOf } from './readBySchema.ts';
import { listTexts, nameOf, sectionsOf, wordsOf } from './sections.ts';
import { createSourceText, inOrder } from './sourceText.ts';

const LISTS = {
  'non-goals': 'nonGoals',
  'out of scope': 'nonGoals',
  decisions: 'decisions',
  'open questions': 'openQuestions',
} as const;
type ListName = (typeof LISTS)[keyof typeof LISTS];

/**
 * Reads an epic file. What can be read is used; what cannot is a problem with its place. A missing key is taken from the
 * file's name, a missing title from the first `# heading`, then from the key. `epic` is null when there is neither a key of
 * ours in the front matter nor a gate.
 */
export function parseEpic({ path, text, origin, unsaved }: EpicSource): EpicFile {
  const source = createSourceText(path, text);
  const problems: Problem[] = [];
  const conflict = mergeConflict(text);
  const parts = splitFrontMatter(text);
  if (parts.state !== 'closed') {
    const detail =
      parts.state === 'none'
        ? 'does not begin with a block between two lines of ---'
        : 'begins with a line of ---, but the block does not end: a second such line is missing';
    problems.push(source.problem('front-matter/missing', parts.fence, detail));
  }
  const { fields, root } = readEpicFields(source, parts, problems);
  const tree = parseMarkdown(text, parts.body);
  const gates = readGates(tree, source, problems);
  if (tree.unread !== null)
    problems.push(source.problem('file/too-large', tree.unread, 'the Markdown from here on is too intricate to read'));
  const epic = fields === null && gates.length === 0 ? null : epicOf(fields, path, tree, gates);
  // A conflict is one thing to mend; what else seems wrong may only be its marks.
  const told =
    conflict === null
      ? inOrder(problems)
      : [source.problem('file/conflict', conflict, 'both sides of a merge stand in the file')];
  return { path, origin, text, unsaved, epic, problems: told, ranges: rangesOf(root) };
}

function epicOf(fields: EpicFields | null, path: string, tree: MarkdownTree, gates: Epic['gates']): Epic {
  const key = fields?.key ?? keyFromFileName(path);
  const lists = readLists(tree);
  return {
    type: null,
    stage: null,
    outcome: null,
    keyResult: null,
    tickets: [],
    commitment: null,
    launched: null,
    debt: null,
    dependsOn: [],
    beliefs: [],
    ...fields,
    key,
    title: fields?.title ?? titleFromHeading(tree) ?? key,
    ...lists,
    documents: readDocuments(tree, path),
    gates,
  };
}

function readLists(tree: MarkdownTree): Record<ListName, readonly string[]> {
  const lists: Record<ListName, readonly string[]> = { nonGoals: [], decisions: [], openQuestions: [] };
  const known: ReadonlyMap<string, ListName> = new Map(Object.entries(LISTS));
  for (const { subject, content } of sectionsOf(tree, heading => known.get(nameOf(heading)) ?? null))
    lists[subject] = [...lists[subject], ...listTexts(content)];
  return lists;
}

/** What the lists below *Documents* link to, of what can be opened. */
function readDocuments(tree: MarkdownTree, path: string): Epic['documents'] {
  return sectionsOf(tree, heading => (nameOf(heading) === 'documents' ? heading : null))
    .flatMap(({ content }) => content.flatMap(node => (node.type === 'list' ? node.children : [])))
    .flatMap(({ children: [first] }) => (first?.type === 'paragraph' ? itemText(first, tree, path).links : []))
    .map(({ link }) => link)
    .filter(({ kind }) => kind === 'path' || kind === 'url');
}

function titleFromHeading(tree: MarkdownTree): string | null {
  for (const node of tree.root.children) {
    if (node.type !== 'heading' || node.depth !== 1) continue;
    const title = wordsOf(node.children);
    if (title !== '') return title;
  }
  return null;
}

/** `outcomes/PAY-100-guest-checkout.md` -> `PAY-100`; without a key, the name without its ending. */
function keyFromFileName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  return /^[A-Z][A-Z0-9_]*-[1-9]\d*(?=-|$)/.exec(name)?.[0] ?? name;
}
