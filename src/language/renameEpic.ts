import { candidatePaths } from '../answers/ready/evidencePath.ts';
import { epicFileName } from '../epics/epicFileName.ts';
import { evidenceTarget } from '../epics/evidenceTarget.ts';
import { isEpicKey, isTicketKey, normaliseTicketKey } from '../model/text/ticketKeys.ts';
import type { TextEdit, TextRange } from '../model/textRange.ts';
import { fileKind, isInYaml, partsOf, type LanguageContext, type LanguageDocument } from './document.ts';
import { keyNamed } from './yaml/keys.ts';
import { outlineYaml } from './yaml/outline.ts';
import { unquoted, yamlKey } from './yaml/scalars.ts';

/** Why a key cannot be renamed, as a sentence. */
export interface Refused {
  readonly refused: string;
}

export interface Renaming {
  readonly edits: readonly { readonly path: string; readonly edits: readonly TextEdit[] }[];
  /** The epic's file, where its name begins with the key; null where it keeps its name. */
  readonly file: { readonly from: string; readonly to: string } | null;
}

/** The epic key that stands at `offset` (as the file's own key, a ticket or in a dependency); refused anywhere else. */
export function epicKeyAt(
  { path, text }: LanguageDocument,
  offset: number,
  { folder, outcomes }: Pick<LanguageContext, 'folder' | 'outcomes'>,
): { readonly key: string; readonly range: TextRange } | Refused {
  const parts = fileKind(path, folder) === 'epic' ? partsOf(text, 'epic') : null;
  const named = parts !== null && isInYaml(parts, offset) ? namesInYaml(text, parts.yaml) : [];
  const found = named.find(({ range }) => offset >= range.start && offset <= range.end);
  const isOwn = found?.own === true;
  const epic = outcomes.epics.find(file => file.epic !== null && same(file.epic.key, found?.key ?? ''));
  if (found === undefined || (!isOwn && epic === undefined)) return { refused: 'There is no epic’s key here.' };
  return { key: found.key, range: found.range };
}

/**
 * The edits that give an epic another key in all `files` of the outcomes folder that name it: as their key, among their
 * tickets, in a dependency, in a proof, and in links to its key or file. Prose keeps its words. Refused when the new key
 * cannot be one or is taken.
 */
export function renameEpic(
  files: readonly LanguageDocument[],
  from: string,
  written: string,
  { folder, outcomes }: Pick<LanguageContext, 'folder' | 'outcomes'>,
): Renaming | Refused {
  const to = normaliseTicketKey(written) ?? written.trim();
  if (!isEpicKey(to))
    return {
      refused: `"${written.trim().slice(0, 80)}" cannot be a key: letters, digits, dots and dashes, like PAY-100.`,
    };
  if (to === from) return { refused: `The key is ${to} already.` };
  const taken = outcomes.epics.find(
    ({ epic }) =>
      epic !== null && !same(epic.key, from) && (same(epic.key, to) || epic.tickets.some(key => same(key, to))),
  );
  if (taken !== undefined) return { refused: `${to} is taken: ${taken.path} has or lists it.` };
  const own = files.filter(file => fileKind(file.path, folder) === 'epic' && hasKey(file.text, from));
  const [home] = own;
  if (home === undefined || own.length > 1)
    return {
      refused:
        home === undefined
          ? `No file that can be edited has the key ${from}.`
          : `More than one file has the key ${from}.`,
    };
  const file = fileRenaming(home.path, from, to);
  if (file !== null && files.some(({ path }) => path.toLowerCase() === file.to.toLowerCase() && path !== file.from))
    return { refused: `${file.to} exists already.` };
  const edits = files
    .map(one => ({
      path: one.path,
      edits: [...yamlEdits(one, folder, from, to), ...linkEdits(one, folder, from, to, file)],
    }))
    .filter(one => one.edits.length > 0);
  return { edits, file };
}

function same(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}

interface Named {
  readonly key: string;
  readonly range: TextRange;
  /** The value that it stands in, or is. */
  readonly value: TextRange;
  readonly own: boolean;
}

const WORD = /#?[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/gu;

/** Keys that the front matter names; in a dependency any word may be one. */
function namesInYaml(text: string, yaml: TextRange): readonly Named[] {
  return outlineYaml(text, yaml).entries.flatMap(({ path, value }): readonly Named[] => {
    if (path.length > 3 || value.start === value.end) return [];
    const place = path.join();
    const written = text.slice(value.start, value.end);
    if (place === 'key' || /^tickets,\d+$/.test(place)) {
      const key = keyNamed(unquoted(written));
      return [{ key, range: value, value, own: place === 'key' }];
    }
    if (!/^dependsOn,\d+,(?:team|for)$/.test(place)) return [];
    return [...written.matchAll(WORD)].map(({ index, 0: key }) => {
      const range = { start: value.start + index, end: value.start + index + key.length };
      return { key, range, value, own: false };
    });
  });
}

function hasKey(text: string, key: string): boolean {
  return namesInYaml(text, partsOf(text, 'epic').yaml).some(named => named.own && same(named.key, key));
}

/** One edit a value. */
function yamlEdits({ path, text }: LanguageDocument, folder: string, from: string, to: string): readonly TextEdit[] {
  if (fileKind(path, folder) !== 'epic') return [];
  const edits = new Map<number, TextEdit>();
  for (const { key, range, value } of namesInYaml(text, partsOf(text, 'epic').yaml)) {
    if (!same(key, from)) continue;
    const written = text.slice(value.start, value.end);
    const isWhole = range.start === value.start && range.end === value.end;
    edits.set(value.start, { ...value, text: isWhole ? quotedLike(written, to) : withWord(written, from, to) });
  }
  return [...edits.values()];
}

/** A text with the key as one of its words. Behind a blank, `#12` would begin a comment, so the text is quoted. */
function withWord(written: string, from: string, to: string): string {
  const renamed = written.replace(WORD, word => (same(word, from) ? to : word));
  return to.startsWith('#') && !/^["']/.test(written) ? JSON.stringify(renamed) : renamed;
}

function quotedLike(written: string, to: string): string {
  const quote = written.charAt(0);
  if (quote === "'") return `'${to}'`;
  if (quote === '"') return JSON.stringify(to);
  return yamlKey(to);
}

const TARGET = /\]\(([^()\s<>]+)\)|<!--\s*proof\s*:\s*ticket\s+("?)([^\s"]+)\2/gi;

function linkEdits(
  { path, text }: LanguageDocument,
  folder: string,
  from: string,
  to: string,
  file: Renaming['file'],
): readonly TextEdit[] {
  if (!/\.md$/i.test(path)) return [];
  const body = fileKind(path, folder) === 'epic' ? (partsOf(text, 'epic').body ?? 0) : 0;
  return [...text.slice(body).matchAll(TARGET)].flatMap(match => {
    const [all, link, , key = ''] = match;
    const at = body + match.index;
    if (link === undefined) {
      const start = at + all.lastIndexOf(key);
      return same(keyNamed(key), from) ? [{ start, end: start + key.length, text: to }] : [];
    }
    const renamed = newTarget(link, path, from, to, file);
    return renamed === null ? [] : [{ start: at + 2, end: at + 2 + link.length, text: renamed }];
  });
}

/** The target of a link to the epic's key or to its file, as it reads afterwards; null for any other. */
function newTarget(link: string, path: string, from: string, to: string, file: Renaming['file']): string | null {
  const { kind, target } = evidenceTarget(link, path);
  if (kind === 'ticket') {
    if (!same(target, from)) return null;
    return isTicketKey(to) && !/^ticket:/i.test(link) ? to : `ticket:${to}`;
  }
  if (kind !== 'path' || file === null || !candidatePaths(path, target).includes(file.from) || link.startsWith('#'))
    return null;
  const hash = link.indexOf('#');
  const written = hash === -1 ? link : link.slice(0, hash);
  const name = file.to.slice(file.to.lastIndexOf('/') + 1);
  return written.slice(0, written.lastIndexOf('/') + 1) + encodeURI(name) + (hash === -1 ? '' : link.slice(hash));
}

/** `PAY-100-guest-checkout.md` -> `PAY-200-guest-checkout.md`; null where the name does not begin with the key. */
function fileRenaming(path: string, from: string, to: string): Renaming['file'] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(folder.length);
  const [before, after] = [from, to].map(key => epicFileName(key, '').replace(/\.md$/, ''));
  if (before === undefined || after === undefined || !same(name.slice(0, before.length), before)) return null;
  const rest = name.slice(before.length);
  return /^[-.]/.test(rest) && after + rest !== name ? { from: path, to: folder + after + rest } : null;
}
