import { epicsForTicket } from '../answers/why/epicForTicket.ts';
import type { EvidenceLink } from '../model/checklist.ts';
import type { KeyResult } from '../model/epic.ts';
import type { TextRange } from '../model/textRange.ts';
import { fileKind, isInYaml, partsOf, type FileKind, type LanguageContext, type LanguageDocument } from './document.ts';
import { outlineMarkdown } from './markdown/outline.ts';
import { proofSentence } from './markdown/proofKinds.ts';
import { readItem } from './markdown/readItem.ts';
import { fieldAt, type ValueShape } from './yaml/fields.ts';
import { keyNamed } from './yaml/keys.ts';
import { outlineYaml, type OutlineEntry } from './yaml/outline.ts';
import { unquoted } from './yaml/scalars.ts';

/** What is shown about a place: plain texts, nothing in them is markup. */
export interface Hover {
  readonly range: TextRange;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Explains what stands at `offset`: a field, a ticket, a key result or an item; null where there is nothing to say. */
export function hoverAt(document: LanguageDocument, offset: number, context: LanguageContext): Hover | null {
  const kind = fileKind(document.path, context.folder);
  if (kind === null) return null;
  const parts = partsOf(document.text, kind);
  if (isInYaml(parts, offset)) return yamlHover(document.text, kind, parts.yaml, offset, context);
  return parts.body === null ? null : itemHover(document, parts.body, offset, context);
}

function yamlHover(
  text: string,
  kind: FileKind,
  yaml: TextRange,
  offset: number,
  context: LanguageContext,
): Hover | null {
  const holds = (range: TextRange | null) => range !== null && offset >= range.start && offset < range.end;
  const { entries } = outlineYaml(text, yaml);
  const entry = entries.findLast(({ key, value }) => holds(key) || holds(value));
  if (entry === undefined) return null;
  if (entry.key !== null && holds(entry.key)) return fieldHover(kind, entry, entry.key);
  if (kind !== 'epic') return null;
  const written = unquoted(text.slice(entry.value.start, entry.value.end));
  if (/^tickets,\d+$/.test(entry.path.join())) return ticketHover(keyNamed(written), entry.value, context);
  return entry.path.join() === 'keyResult' ? keyResultHover(written, entry.value, context) : null;
}

function fieldHover(kind: FileKind, { path }: OutlineEntry, range: TextRange): Hover | null {
  const info = fieldAt(kind, path);
  if (info?.description == null) return null;
  const forms = info.shapes.map(form).filter(words => words !== null);
  return { range, title: String(path.at(-1)), lines: [info.description, ...new Set(forms)] };
}

function form(shape: ValueShape): string | null {
  switch (shape.kind) {
    case 'choice':
      return `One of: ${shape.values.join(', ')}.`;
    case 'day':
      return 'A day, as YYYY-MM-DD.';
    case 'map':
      return shape.fields.length === 0 ? null : `Keys: ${shape.fields.map(({ name }) => name).join(', ')}.`;
    case 'number':
    case 'list':
    case 'text':
      return null;
  }
}

function ticketHover(key: string, range: TextRange, { outcomes }: LanguageContext): Hover {
  const lines = epicsForTicket(key, outcomes.epics).flatMap(({ file: { epic, path } }) => {
    if (epic === null) return [`May belong to ${path}, of which nothing can be read.`];
    const statement = epic.outcome?.statement ?? '';
    return [`${epic.key} ${epic.title}`, statement === '' ? 'No anticipated outcome is written yet.' : statement];
  });
  return { range, title: key, lines: lines.length === 0 ? ['No epic has or lists it.'] : lines };
}

function keyResultHover(id: string, range: TextRange, { outcomes, folder }: LanguageContext): Hover {
  for (const objective of outcomes.valueTree.objectives) {
    const found = objective.keyResults.find(known => known.id === id);
    if (found === undefined) continue;
    const lines = [`Objective: ${objective.id} ${objective.title}`, ...valuesOf(found)];
    return { range, title: `${found.id} ${found.title}`, lines };
  }
  return { range, title: id, lines: [`${folder}/value-tree.yaml has no such key result.`] };
}

function valuesOf({ unit, baseline, target, by }: KeyResult): readonly string[] {
  const behind = unit === null ? '' : ` ${unit}`;
  const values = [
    baseline === null ? null : `Baseline: ${baseline}${behind}`,
    target === null ? null : `Target: ${target}${behind}`,
    by === null ? null : `By: ${by}`,
  ];
  return values.filter(line => line !== null);
}

function itemHover(
  { path, text }: LanguageDocument,
  body: number,
  offset: number,
  context: LanguageContext,
): Hover | null {
  const task = outlineMarkdown(text, body).tasks.find(({ box, range }) => offset >= box - 1 && offset < range.end);
  if (task === undefined || task.gate === -1) return null;
  const item = readItem(text, task, path);
  if (item === null) return null;
  const under = item.evidence.find(({ range }) => offset >= range.start && offset < range.end);
  if (under?.kind === 'ticket') return ticketHover(under.target, under.range, context);
  const { proof, waiver, notApplicable } = item;
  const lines = [
    ...item.evidence.map(evidenceSentence),
    ...(waiver === null ? [] : [`Waived until ${waiver.until}: ${waiver.reason}`]),
    ...(notApplicable === null ? [] : [notApplicableSentence(notApplicable.reason)]),
    ...(proof === null ? [] : [proofSentence(proof), 'A proof wins over the box.']),
  ];
  if (lines.length === 0) lines.push(item.ticked ? 'Ticked, and nothing is linked that shows it.' : 'Not ticked yet.');
  return { range: { start: task.box - 1, end: task.range.end }, title: item.text, lines };
}

function evidenceSentence({ kind, target, anchor }: EvidenceLink): string {
  const place = anchor === null ? target : `${target}#${anchor}`;
  return kind === 'url' ? `Points to ${place}, which is shown but never fetched.` : `Evidence: ${kind} ${place}.`;
}

function notApplicableSentence(reason: string): string {
  return reason === ''
    ? 'Struck through without a reason, so it is open: write "n/a: reason" behind it.'
    : `Not applicable: ${reason}`;
}
