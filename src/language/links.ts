import { candidatePaths, headingLine, isRelative } from '../answers/ready/evidencePath.ts';
import { epicsForTicket } from '../answers/why/epicForTicket.ts';
import { evidenceTarget } from '../epics/evidenceTarget.ts';
import { parseProof } from '../epics/proof.ts';
import type { EpicFile } from '../model/epic.ts';
import type { TextRange } from '../model/textRange.ts';
import { fileKind, partsOf, type LanguageContext, type LanguageDocument } from './document.ts';
import { outlineMarkdown } from './markdown/outline.ts';
import { keyNamed } from './yaml/keys.ts';
import { outlineYaml } from './yaml/outline.ts';
import { unquoted } from './yaml/scalars.ts';

/** A place of a text that leads to a file: to the first of `paths` that exists. */
export interface LanguageLink {
  readonly range: TextRange;
  readonly paths: readonly string[];
  readonly place: LinkPlace | null;
}

/** Where in the file a link leads. */
export type LinkPlace =
  { readonly kind: 'anchor'; readonly anchor: string } | { readonly kind: 'keyResult'; readonly id: string };

/** Tickets lead to their epic's file, key results to the value tree, evidence and proofs to files. */
export function linksOf(
  { path, text }: LanguageDocument,
  { folder, outcomes }: Pick<LanguageContext, 'folder' | 'outcomes'>,
): readonly LanguageLink[] {
  if (fileKind(path, folder) !== 'epic') return [];
  const { yaml, body } = partsOf(text, 'epic');
  const { entries } = outlineYaml(text, yaml);
  const fields = entries.flatMap(({ path: field, value }): readonly LanguageLink[] => {
    const place = field.length > 2 ? '' : field.join();
    const written = /^(?:keyResult$|tickets,)/.test(place) ? unquoted(text.slice(value.start, value.end)) : '';
    if (written === '') return [];
    if (place === 'keyResult')
      return [{ range: value, paths: [`${folder}/value-tree.yaml`], place: { kind: 'keyResult', id: written } }];
    return ticketLink(keyNamed(written), value, path, outcomes.epics);
  });
  return [...fields, ...itemLinks(path, text, body ?? text.length, outcomes.epics)];
}

/** A ticket of the file itself leads nowhere else. */
function ticketLink(key: string, range: TextRange, from: string, epics: readonly EpicFile[]): readonly LanguageLink[] {
  const file = epicsForTicket(key, epics).find(found => found.file.path !== from)?.file;
  return file === undefined || file.origin === 'main' ? [] : [{ range, paths: [file.path], place: null }];
}

const TARGET = /\]\(([^()\s<>]+)\)|<!--[ \t]*proof[ \t]*:((?:(?!-->)[^\n])*)-->/gi;
/** Longer items are not looked through. */
const MAX_ITEM = 4000;

function itemLinks(file: string, text: string, body: number, epics: readonly EpicFile[]): readonly LanguageLink[] {
  return outlineMarkdown(text, body)
    .tasks.filter(({ gate, range }) => gate !== -1 && range.end - range.start <= MAX_ITEM)
    .flatMap(({ range }) =>
      [...text.slice(range.start, range.end).matchAll(TARGET)].flatMap(match => {
        const at = range.start + match.index;
        const [all, target, proof] = match;
        if (target !== undefined) return evidenceLink(file, target, { start: at + 2, end: at + all.length - 1 }, epics);
        return proof === undefined ? [] : proofLink(proof, at + all.indexOf(proof));
      }),
    );
}

function evidenceLink(
  file: string,
  written: string,
  range: TextRange,
  epics: readonly EpicFile[],
): readonly LanguageLink[] {
  const { kind, target, anchor } = evidenceTarget(written, file);
  if (kind === 'ticket') return ticketLink(target, range, file, epics);
  const paths = kind === 'path' ? candidatePaths(file, target) : [];
  return paths.length === 0 ? [] : [{ range, paths, place: anchor === null ? null : { kind: 'anchor', anchor } }];
}

/** A proof's path counts from the repository's root. */
function proofLink(written: string, start: number): readonly LanguageLink[] {
  const proof = parseProof(written.trim());
  if ((proof.kind !== 'file' && proof.kind !== 'text') || isRelative(proof.path)) return [];
  const at = written.indexOf(proof.path, written.indexOf(proof.kind) + proof.kind.length);
  const paths = candidatePaths('', proof.path);
  if (at === -1 || paths.length === 0) return [];
  return [{ range: { start: start + at, end: start + at + proof.path.length }, paths, place: null }];
}

/** The line (counted from 0) of a file's text that a link leads to; its beginning where the place is not found. */
export function lineOfPlace(text: string, place: LinkPlace): number {
  if (place.kind === 'keyResult') {
    const { entries } = outlineYaml(text, { start: 0, end: text.length });
    const found = entries.find(
      ({ path, value }) =>
        path.at(-1) === 'id' &&
        path.includes('keyResults') &&
        unquoted(text.slice(value.start, value.end)) === place.id,
    );
    return found === undefined ? 0 : text.slice(0, found.value.start).split('\n').length - 1;
  }
  const line = /^L(\d+)/.exec(place.anchor);
  return Math.max(0, line === null ? headingLine(text, place.anchor) : Number(line[1]) - 1);
}
