import type { TextRange } from '../model/textRange.ts';
import { fileKind, partsOf, type LanguageDocument } from './document.ts';
import { outlineMarkdown } from './markdown/outline.ts';

/** What folds: the front matter with its two `---`, and each gate with its items. */
export function foldsOf({ path, text }: LanguageDocument, folder: string): readonly TextRange[] {
  const kind = fileKind(path, folder);
  if (kind === null) return [];
  const { front, body } = partsOf(text, kind);
  if (front === null || body === null) return [];
  const matter = front.state === 'closed' ? [{ start: front.fence.start, end: trimmed(text, body) }] : [];
  const gates = outlineMarkdown(text, body)
    .headings.filter(({ gate }) => gate !== null)
    .map(({ range, end }) => ({ start: range.start, end: trimmed(text, end) }));
  return [...matter, ...gates].filter(({ start, end }) => text.slice(start, end).includes('\n'));
}

/** Empty lines at the end stay visible. */
function trimmed(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
