import { fileKind, type FileKind, type LanguageContext, type LanguageDocument } from '../document.ts';
import type { TextRange } from '../../model/textRange.ts';
import { fieldAt, type Field } from '../yaml/fields.ts';
import { outlineYaml, type Outline, type Place, type YamlPath } from '../yaml/outline.ts';
import { completion, literal, type Completion, type Proposal } from './completion.ts';
import { entryProposal } from './entries.ts';
import { valueProposals } from './values.ts';

/** What may be written at a place of the YAML: keys that are missing there, and values that fit. */
export async function yamlCompletions(
  { path: file, text }: LanguageDocument,
  range: TextRange,
  offset: number,
  context: LanguageContext,
): Promise<readonly Completion[]> {
  const kind = fileKind(file, context.folder);
  const outline = outlineYaml(text, range, offset);
  const { place } = outline;
  if (kind === null || place === null) return [];
  const keys = place.at === 'value' ? [] : missingKeys(kind, text, outline, place);
  const entry = place.at === 'key' ? [] : entryProposals(kind, outline, place, context.today);
  const values = place.at === 'key' ? [] : await valuesFor(kind, file, place, context);
  const gap = place.at === 'value' && text[place.token.start - 1] === ':' ? ' ' : '';
  const quote = /^["']/.exec(text.slice(place.token.start, place.token.end))?.[0] ?? '';
  return [...entry, ...values, ...keys].map(proposal => {
    const made = completion(proposal, place.token);
    const insert = quote !== '' && made.kind === 'key' ? JSON.stringify(made.label) : made.insert;
    return {
      ...made,
      insert: insert.startsWith('\n') ? insert : gap + insert,
      filter: quote === '' ? made.filter : quote + made.label,
    };
  });
}

/** The keys that the schema knows there and that are not written yet, those that are demanded first. */
function missingKeys(kind: FileKind, text: string, outline: Outline, place: Place): readonly Proposal[] {
  const shapes = fieldAt(kind, place.path)?.shapes ?? [];
  const written = new Set(
    outline.entries
      .filter(entry => isChild(entry.path, place.path) && !isBeingWritten(entry.key, place))
      .map(({ path }) => path.at(-1)),
  );
  const fields = shapes.flatMap(shape => (shape.kind === 'map' ? shape.fields : []));
  // The colon may be there already.
  const rest = place.at === 'key' || /^[ \t]*:/.test(text.slice(place.token.end, place.token.end + 20));
  return fields
    .filter(({ name }) => !written.has(name))
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map(field => ({
      label: field.name,
      kind: 'field',
      detail: field.required ? 'must be there' : null,
      documentation: field.description,
      ...(rest ? { insert: field.name } : { insert: opened(field, place), snippet: true }),
    }));
}

function isChild(path: YamlPath, parent: YamlPath): boolean {
  return path.length === parent.length + 1 && parent.every((step, at) => path[at] === step);
}

function isBeingWritten(key: TextRange | null, { token }: Place): boolean {
  return key !== null && key.start <= token.end && key.end >= token.start;
}

/** A key with its colon, ready for its value. */
function opened({ name, shape }: Field, { indent }: Place): string {
  const below = indent === null ? null : `\n${' '.repeat(indent + 2)}`;
  if (shape.kind === 'map' && shape.fields.length > 0)
    return below === null ? `${name}: { $1 \\}` : `${name}:${below}$0`;
  return shape.kind === 'list' ? `${name}: [$1]` : `${name}: $0`;
}

/** Whole entries of a list of maps. */
function entryProposals(kind: FileKind, { entries }: Outline, place: Place, today: string): readonly Proposal[] {
  if (kind !== 'epic') return [];
  const { path, indent, at } = place;
  const isEmpty = !entries.some(entry => isChild(entry.path, path));
  const isList = fieldAt(kind, path)?.shapes.some(shape => shape.kind === 'list') === true;
  const proposed = (style: Parameters<typeof entryProposal>[1]) =>
    entryProposal(isList ? [...path, 0] : path, style, today);
  if (!isList) {
    const own = isEmpty ? proposed(indent === null || at === 'value' ? 'braces' : { indent }) : null;
    return own === null ? [] : [own];
  }
  if (indent === null || (at === 'value' && !isEmpty)) return [];
  const dash = at === 'value' ? `\n${' '.repeat(indent + 2)}- ` : '- ';
  const entry = proposed({ indent: at === 'value' ? indent + 4 : indent + 2 });
  return entry === null ? [] : [{ ...entry, insert: dash + (entry.insert ?? '') }];
}

/** Where a list begins, its first value comes in brackets, or as an entry of its own. */
async function valuesFor(
  kind: FileKind,
  file: string,
  place: Place,
  context: LanguageContext,
): Promise<readonly Proposal[]> {
  const { path } = place;
  const shapes = fieldAt(kind, path)?.shapes ?? [];
  if (!shapes.some(shape => shape.kind === 'list')) return valueProposals({ kind, file, path }, context);
  const first = await valueProposals({ kind, file, path: [...path, 0] }, context);
  return first.map(proposal => {
    const written = literal(proposal.insert ?? proposal.label);
    return { ...proposal, insert: place.at === 'value' ? `[${written}$0]` : `- ${written}`, snippet: true };
  });
}
