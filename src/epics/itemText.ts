import type { Paragraph, PhrasingContent } from 'mdast';
import type { EvidenceLink } from '../model/checklist.ts';
import type { TextRange } from '../model/textRange.ts';
import { evidenceTarget } from './evidenceTarget.ts';
import type { MarkdownTree } from './markdownTree.ts';
import { isComment, wordsOf } from './sections.ts';

/** An item's paragraph as plain text. Links stand in it by their labels, comments not at all. */
export interface ItemText {
  readonly text: string;
  /** In the order of the text; `from` and `to` are offsets in `text`. */
  readonly links: readonly PlacedLink[];
  readonly comments: readonly string[];
}

export interface PlacedLink {
  readonly from: number;
  readonly to: number;
  readonly link: EvidenceLink;
}

/** Flattens a paragraph. `[label](target)`, `![alt](target)`, `<scheme:…>` and bare `https://…` are links; `[label][ref]` is text. */
export function itemText(paragraph: Paragraph, tree: MarkdownTree, file: string): ItemText {
  let text = '';
  const links: PlacedLink[] = [];
  const comments: string[] = [];

  function add(words: string, written: string, range: TextRange): void {
    const label = words === '' ? written : words;
    const from = text.length;
    text += label;
    links.push({ from, to: text.length, link: { ...evidenceTarget(written, file), label, range } });
  }

  function addText(value: string, range: TextRange): void {
    const source = tree.text.slice(range.start, range.end);
    let at = 0;
    let searchFrom = 0;
    for (const match of value.matchAll(/\bhttps?:\/\/[^\s<>]+/gi)) {
      const url = withoutPunctuation(match[0]);
      const found = source.indexOf(url, searchFrom);
      text += value.slice(at, match.index);
      // With escapes or entities inside, only the text as a whole is known to hold it.
      const start = range.start + found;
      add(url, url, found === -1 ? range : { start, end: start + url.length });
      if (found !== -1) searchFrom = found + url.length;
      at = match.index + url.length;
    }
    text += value.slice(at);
  }

  function walk(node: PhrasingContent): void {
    const range = tree.rangeOf(node);
    if (node.type === 'text') addText(node.value, range);
    else if (node.type === 'link') add(wordsOf(node.children), node.url, range);
    else if (node.type === 'image') add(node.alt ?? '', node.url, range);
    else if (node.type === 'html' && isComment(node.value)) comments.push(node.value);
    else if ('children' in node) node.children.forEach(walk);
    else text += wordsOf([node]);
  }

  paragraph.children.forEach(walk);
  return { text, links, comments };
}

/** As forges do: closing punctuation is not part of a bare URL, a closing bracket only if the URL opens one. */
function withoutPunctuation(url: string): string {
  let open = url.split('(').length - url.split(')').length;
  let end = url.length;
  for (; end > 0; end--) {
    const last = url.charAt(end - 1);
    if (last === ')' ? open >= 0 : !/[?!.,:;*_~'"]/.test(last)) break;
    if (last === ')') open++;
  }
  return url.slice(0, end);
}
