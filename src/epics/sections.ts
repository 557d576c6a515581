import type { Heading, Html, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { MarkdownTree } from './markdownTree.ts';

/** A heading that means something, and what stands below it. */
export interface Section<Subject> {
  readonly subject: Subject;
  readonly heading: Heading;
  readonly content: readonly RootContent[];
}

/**
 * The sections that `subjectOf` knows. A section ends at the next heading of its rank or above; a known heading of a lower
 * rank begins a section of its own inside it, an unknown one does not. `comments` are the HTML blocks right below a heading.
 */
export function sectionsOf<Subject>(
  tree: MarkdownTree,
  subjectOf: (heading: Heading, comments: readonly Html[]) => Subject | null,
): readonly Section<Subject>[] {
  const found: { subject: Subject; heading: Heading; content: RootContent[] }[] = [];
  let open: typeof found = [];
  const { children } = tree.root;
  for (const [index, node] of children.entries()) {
    if (node.type !== 'heading') {
      open.at(-1)?.content.push(node);
      continue;
    }
    open = open.filter(section => section.heading.depth < node.depth);
    const subject = subjectOf(node, htmlFrom(children, index + 1));
    if (subject === null) continue;
    const section = { subject, heading: node, content: [] };
    found.push(section);
    open.push(section);
  }
  return found;
}

function htmlFrom(children: readonly RootContent[], start: number): Html[] {
  const found: Html[] = [];
  for (let at = start; ; at++) {
    const node = children[at];
    if (node?.type !== 'html') return found;
    found.push(node);
  }
}

/** The words of a heading or paragraph: comments left out, blanks joined. */
export function wordsOf(content: readonly PhrasingContent[]): string {
  return content.map(words).join('').replace(/\s+/g, ' ').trim();
}

function words(node: PhrasingContent): string {
  if (node.type === 'html') return isComment(node.value) ? '' : node.value;
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(words).join('') : ' ';
}

/** True for an HTML comment, as opposed to other HTML in the text. */
export function isComment(html: string): boolean {
  return html.startsWith('<!--');
}

/** A heading's words, in lower case, to compare. */
export function nameOf(heading: Heading): string {
  return wordsOf(heading.children).toLowerCase();
}

/** What the items of the outermost lists say, one text an item. */
export function listTexts(content: readonly RootContent[]): readonly string[] {
  return content
    .flatMap(node => (node.type === 'list' ? node.children : []))
    .map(item => item.children[0])
    .map(first => (first?.type === 'paragraph' ? wordsOf(first.children) : ''))
    .filter(text => text !== '');
}

/** All tasks in the order of the text, however deep in lists and quotes. */
export function tasksIn(content: readonly RootContent[], tree: MarkdownTree): readonly ListItem[] {
  const tasks: ListItem[] = [];
  const ahead: Nodes[] = [...content].reverse();
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (node.type === 'listItem' && tree.boxOf(node) !== null) tasks.push(node);
    if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote')
      for (const child of [...node.children].reverse()) ahead.push(child);
  }
  return tasks;
}
