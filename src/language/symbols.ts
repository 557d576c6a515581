import type { TextRange } from '../model/textRange.ts';
import { fileKind, partsOf, type LanguageDocument } from './document.ts';
import { outlineMarkdown, type MarkdownOutline } from './markdown/outline.ts';
import { outlineYaml, type OutlineEntry } from './yaml/outline.ts';

export interface LanguageSymbol {
  readonly kind: 'field' | 'entry' | 'gate' | 'ticked' | 'open';
  readonly name: string;
  readonly detail: string;
  readonly range: TextRange;
  /** What is shown of it, inside `range`. */
  readonly selection: TextRange;
  readonly children: readonly LanguageSymbol[];
}

const MAX_WORDS = 80;

/** Fields of the front matter, and gates with their items and boxes; of a YAML file its keys. */
export function symbolsOf({ path, text }: LanguageDocument, folder: string): readonly LanguageSymbol[] {
  const kind = fileKind(path, folder);
  if (kind === null) return [];
  const { yaml, body } = partsOf(text, kind);
  const fields = fieldSymbols(text, outlineYaml(text, yaml).entries);
  return body === null ? fields : [...fields, ...gateSymbols(text, outlineMarkdown(text, body))];
}

type Growing = LanguageSymbol & { readonly children: LanguageSymbol[] };

function fieldSymbols(text: string, entries: readonly OutlineEntry[]): readonly LanguageSymbol[] {
  const roots: LanguageSymbol[] = [];
  const open: { readonly depth: number; readonly symbol: Growing }[] = [];
  for (const entry of entries) {
    while ((open.at(-1)?.depth ?? 0) >= entry.path.length) open.pop();
    const symbol = fieldSymbol(text, entry);
    (open.at(-1)?.symbol.children ?? roots).push(symbol);
    open.push({ depth: entry.path.length, symbol });
  }
  return roots;
}

function fieldSymbol(text: string, { path, key, value, end }: OutlineEntry): Growing {
  const step = path.at(-1) ?? '';
  const written = shortened(text.slice(value.start, value.end));
  const start = key?.start ?? value.start;
  const selection = key ?? { start, end: Math.max(start, value.end) };
  const range = { start, end: Math.max(end, selection.end) };
  const name = key === null ? written || `${Number(step) + 1}` : String(step) || '""';
  return {
    kind: key === null ? 'entry' : 'field',
    name,
    detail: key === null ? '' : written,
    range,
    selection,
    children: [],
  };
}

function gateSymbols(text: string, { headings, tasks }: MarkdownOutline): readonly LanguageSymbol[] {
  const gates = headings.map((heading, at): Growing | null =>
    heading.gate === null
      ? null
      : {
          kind: 'gate',
          name: heading.text || heading.gate,
          detail: heading.gate,
          range: { start: heading.range.start, end: at === heading.owner ? heading.end : heading.range.end },
          selection: heading.range,
          children: [],
        },
  );
  for (const { gate, box, range, ticked } of tasks) {
    const words = shortened(text.slice(range.start, range.end));
    const place = { start: box - 1, end: range.end };
    const item = {
      name: words || '…',
      detail: ticked ? 'ticked' : 'open',
      range: place,
      selection: place,
      children: [],
    };
    gates[gate]?.children.push({ kind: ticked ? 'ticked' : 'open', ...item });
  }
  return gates.filter(gate => gate !== null);
}

/** One line, without the comments that are for tools. */
function shortened(written: string): string {
  const words = written
    .slice(0, MAX_WORDS * 4)
    .replace(/<!--.*?(?:-->|$)/gs, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS - 1)}…` : words;
}
