import type { Epic } from '../model/epic.ts';
import { applyEdits, type TextEdit } from '../model/textRange.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { endingAt, endOfLine, gapAfter } from './lineEnds.ts';
import { parseMarkdown, type MarkdownTree } from './markdownTree.ts';
import { parseEpic } from './parseEpic.ts';
import { nameOf, sectionsOf } from './sections.ts';

/**
 * The edit that links a document from an epic: behind the last entry of its section *Documents*, which is made at the end of
 * the file where there is none. `target` is a plain path as seen from the epic file. null when no plain edit does it, because
 * the file's end lies in a code block for example.
 */
export function linkDocument(text: string, label: string, target: string): TextEdit | null {
  const before = epicOf(text);
  const edit = linkEdit(text, parseMarkdown(text, splitFrontMatter(text).body), `[${label}](${target})`);
  // The new text is read again: an edit that does anything else than link this document is not made.
  const after = epicOf(applyEdits(text, [edit]));
  if (before === null || after === null) return null;
  const targets = (epic: Epic) => epic.documents.map(document => document.target);
  const isLinked = JSON.stringify(targets(after)) === JSON.stringify([...targets(before), target]);
  return isLinked && rest(before) === rest(after) ? edit : null;
}

function linkEdit(text: string, tree: MarkdownTree, link: string): TextEdit {
  const section = sectionsOf(tree, heading => (nameOf(heading) === 'documents' ? heading : null)).at(-1);
  if (section === undefined) {
    const ending = endingAt(text, text.length);
    const written = `${gapAfter(text, ending)}## Documents${ending}${ending}- ${link}${ending}`;
    return { start: text.length, end: text.length, text: written };
  }
  const last = section.content.at(-1) ?? section.heading;
  const entry = last.type === 'list' && last.ordered !== true ? last.children.at(-1) : undefined;
  const place = endOfLine(text, tree.rangeOf(last).end);
  const ending = endingAt(text, place);
  const begin = entry === undefined ? `${ending}- ` : textBefore(text, tree.rangeOf(entry).start);
  return { start: place, end: place, text: ending + begin + link };
}

/** What stands before the words of an entry: its indentation, its marker, one blank. */
function textBefore(text: string, marker: number): string {
  const lineStart = text.lastIndexOf('\n', marker - 1) + 1;
  return `${text.slice(lineStart, marker + 1)} `;
}

/** All that a link must not change. Places move. */
function rest(epic: Epic): string {
  const gates = epic.gates.map(({ name, items }) => [name, items.map(item => [item.text, item.ticked])]);
  return JSON.stringify({ ...epic, documents: null, gates });
}

function epicOf(text: string): Epic | null {
  return parseEpic({ path: '', text, origin: 'file', unsaved: false }).epic;
}
