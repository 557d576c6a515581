import type { ListItem, Nodes, Root } from 'mdast';
import { fromMarkdown, type Extension } from 'mdast-util-from-markdown';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { TextRange } from '../model/textRange.ts';
import { readableLength } from './readableLength.ts';

/** A file's Markdown, with places in the whole file. */
export interface MarkdownTree {
  readonly root: Root;
  readonly text: string;
  /** Place of a node in the whole file. */
  rangeOf(node: Nodes): TextRange;
  /** Offset of the character between an item's brackets; null for items that are no tasks. */
  boxOf(item: ListItem): number | null;
  /** What follows the readable part; null when all was read. */
  readonly unread: TextRange | null;
}

/** Parses the Markdown that begins at `body`, as far as that is possible in bounded time. */
export function parseMarkdown(text: string, body: number): MarkdownTree {
  const base = text.startsWith('\uFEFF', body) ? body + 1 : body;
  const markdown = text.slice(base);
  const readable = readableLength(markdown);
  const boxes = new WeakMap<ListItem, number>();
  const root = fromMarkdown(markdown.slice(0, readable), {
    extensions: [gfmTaskListItem()],
    mdastExtensions: [boxFinder(boxes)],
  });
  return {
    root,
    text,
    rangeOf(node) {
      const start = node.position?.start.offset ?? 0;
      return { start: base + start, end: base + (node.position?.end.offset ?? start) };
    },
    boxOf(item) {
      const offset = boxes.get(item);
      // The parser also takes a tab or a line ending for an open box; forges render only these three.
      return offset !== undefined && /[ xX]/.test(markdown.charAt(offset)) ? base + offset : null;
    },
    unread: readable === markdown.length ? null : { start: base + readable, end: text.length },
  };
}

/** Notes the place of each task's box while the tree is built. */
function boxFinder(boxes: WeakMap<ListItem, number>): Extension {
  const note: NonNullable<Extension['exit']>[string] = function (token) {
    // A box stands in the first paragraph of its list item.
    const item = this.stack.at(-2);
    if (item?.type === 'listItem') boxes.set(item, token.start.offset);
  };
  return { exit: { taskListCheckValueChecked: note, taskListCheckValueUnchecked: note } };
}
