import type { DocumentKind, DocumentValues } from '../../model/documents.ts';
import type { TextEdit } from '../../model/textRange.ts';
import { endingAt, gapAfter } from '../lineEnds.ts';
import { fillMarkdown, plainWords } from '../template.ts';
import { DOCUMENT_TEMPLATES } from './documentTemplates.ts';
import { measuresTable, NO_VALUE } from './measuresTable.ts';

/** What a document's template may hold between `{{` and `}}`. */
export const DOCUMENT_PLACEHOLDERS = ['key', 'title', 'outcome', 'measures', 'date', 'launched', 'epic'] as const;

/**
 * The text of a new document, from the team's template or the built-in one. `{{key}}`, `{{title}}`, `{{outcome}}`,
 * `{{date}}` and `{{launched}}` become plain words, `{{epic}}` a link to the epic file, `{{measures}}` a table. A line all of whose placeholders stand for nothing is
 * left out, so that a document without an epic has no empty frame.
 */
export function newDocument(kind: DocumentKind, values: DocumentValues, template: string | null): string {
  return filled(template ?? DOCUMENT_TEMPLATES[kind], values);
}

/**
 * The edit that adds a dated entry to the end of a decision log: what the template has from its first heading with
 * `{{date}}` on; a bare heading where it has none.
 */
export function appendDecision(text: string, values: DocumentValues, template: string | null): TextEdit {
  const entry = /^## .*\{\{date\}\}[\s\S]*/m.exec(template ?? DOCUMENT_TEMPLATES['decision-log'])?.[0];
  const eol = endingAt(text, text.length);
  const written = filled(entry ?? '## {{date}}\n', values).replace(/\r?\n/g, eol);
  const start = text.length;
  return { start, end: start, text: gapAfter(text, eol) + written };
}

function filled(template: string, values: DocumentValues): string {
  const words = wordsOf(values, endingAt(template, 0));
  const lines = template.split(/(?<=\n)/);
  const says = lines.map(line => saysSomething(line, words));
  // The empty line behind one that is left out goes with it.
  const kept = lines.filter((line, at) => says[at] === true && (line.trim() !== '' || says[at - 1] !== false));
  return fillMarkdown(kept.join(''), words);
}

/** False for a line that consists of placeholders which stand for nothing. */
function saysSomething(line: string, words: Readonly<Record<string, string>>): boolean {
  if (!/\{\{\w+\}\}/.test(line)) return true;
  return /[\p{L}\p{N}]/u.test(fillMarkdown(line, words));
}

function wordsOf(values: DocumentValues, eol: string): Readonly<Record<string, string>> {
  const { key, title, outcome, measures, date, launched, epicPath } = values;
  const label = plainWords(`${key} ${title}`).replace(/[[\]\\]/g, '\\$&');
  const place = encodeURI(epicPath).replace(/[()]/g, bracket => (bracket === '(' ? '%28' : '%29'));
  const words: Readonly<Record<(typeof DOCUMENT_PLACEHOLDERS)[number], string>> = {
    ...{ key: plainWords(key), title: plainWords(title), outcome: plainWords(outcome), date: plainWords(date) },
    launched: launched === '' ? NO_VALUE : plainWords(launched),
    measures: measuresTable(measures).replaceAll('\n', eol),
    epic: epicPath === '' ? '' : `[${label}](${place})`,
  };
  return words;
}
