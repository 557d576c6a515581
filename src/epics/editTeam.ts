import { isMap, isScalar, parseDocument } from 'yaml';
import type { FocusMetric } from '../model/flow/focus.ts';
import { applyEdits, type TextEdit } from '../model/textRange.ts';
import { parseTeam } from './parseTeam.ts';
import { MAX_YAML } from './readYaml.ts';

/**
 * The edit that makes `focus` of a team file name these metrics; nothing else of the text changes. null when the file is
 * written so that no plain edit does it (broken syntax, an alias, a list with comments between its entries).
 */
export function setFocus(text: string, metrics: readonly FocusMetric[]): TextEdit | null {
  if (text.length > MAX_YAML) return null;
  const edit = focusEdit(text, `[${metrics.join(', ')}]`);
  if (edit === null) return null;
  // The new text is read again: an edit that does anything else than name these metrics is not made.
  const [before, after] = [parseTeam('', text), parseTeam('', applyEdits(text, [edit]))];
  const named =
    after.focus.length === metrics.length && metrics.every((metric, index) => after.focus[index] === metric);
  return named && after.problems.length <= before.problems.length ? edit : null;
}

function focusEdit(text: string, written: string): TextEdit | null {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  if (document.errors.length > 0) return null;
  const root = document.contents;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (root !== null && (!isMap(root) || root.flow === true)) return null;
  const pair = root?.items.find(({ key }) => isScalar(key) && key.value === 'focus');
  if (pair === undefined) {
    const start = text === '' || text.endsWith('\n') ? '' : eol;
    return { start: text.length, end: text.length, text: `${start}focus: ${written}${eol}` };
  }
  const key = isScalar(pair.key) ? pair.key.range : null;
  const colon = key == null ? -1 : text.indexOf(':', key[1]);
  if (colon === -1) return null;
  const isEmpty = pair.value === null || (isScalar(pair.value) && pair.value.source === '');
  const end = isEmpty ? colon + 1 : (rangeOf(pair.value)?.[1] ?? colon + 1);
  const before = text.slice(colon + 1, end).trimEnd();
  // A comment between the key and the end of the list is somebody's words.
  return before.includes('#') ? null : { start: colon + 1, end: colon + 1 + before.length, text: ` ${written}` };
}

function rangeOf(node: unknown): readonly [number, number, number] | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null;
  return node.range as [number, number, number];
}
