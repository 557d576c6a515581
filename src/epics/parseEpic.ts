import type { Epic, EpicFile } from '../model/epic.ts';
import type { Problem } from '../model/problem.ts';
import type { EpicSource } from '../model/ports/epicsPort.ts';
import { readEpicFields, type EpicFields } from './epicFields.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { readGates } from './gates.ts';
import { mergeConflict } from './mergeConflict.ts';
import { parseMarkdown, type MarkdownTree } from './markdownTree.ts';
import { rangesOf } from './readBySchema.ts';
import { listTexts, nameOf, sectionsOf, wordsOf } from './sections.ts';
import { createSourceText, MAX_PROBLEMS } from './sourceText.ts';

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
  if (conflict !== null)
    problems.push(source.problem('file/conflict', conflict, 'both sides of a merge stand in the file'));
  const parts = splitFrontMatter(text);
  if (parts.state !== 'closed') {
    const detail = parts.state === 'none' ? 'there is no front matter' : 'the line --- that ends it is missing';
    problems.push(source.problem('front-matter/missing', parts.fence, detail));
  }
  const { fields, root } = readEpicFields(source, parts, problems);
  const tree = parseMarkdown(text, parts.body);
  const gates = readGates(tree, source, problems);
  if (tree.unread !== null)
    problems.push(source.problem('file/too-large', tree.unread, 'the Markdown from here on is too intricate to read'));
  const epic = fields === null && gates.length === 0 ? null : epicOf(fields, path, tree, gates);
  return { path, origin, text, unsaved, epic, problems: problems.slice(0, MAX_PROBLEMS), ranges: rangesOf(root) };
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
    ...fields,
    key,
    title: fields?.title ?? titleFromHeading(tree) ?? key,
    ...lists,
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
