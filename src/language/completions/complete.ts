import { fileKind, isInYaml, partsOf, type LanguageContext, type LanguageDocument } from '../document.ts';
import type { Completion } from './completion.ts';
import { markdownCompletions } from './markdown.ts';
import { yamlCompletions } from './yaml.ts';

/** What may be written at `offset`. `asked`: the person asked for proposals, rather than typed on. */
export async function complete(
  document: LanguageDocument,
  offset: number,
  context: LanguageContext,
  asked: boolean,
): Promise<readonly Completion[]> {
  const kind = fileKind(document.path, context.folder);
  if (kind === null) return [];
  const parts = partsOf(document.text, kind);
  if (isInYaml(parts, offset)) return yamlCompletions(document, parts.yaml, offset, context);
  return parts.body === null || offset < parts.body
    ? []
    : markdownCompletions(document, parts.body, offset, context, asked);
}
