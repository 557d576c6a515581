import type { NewEpic } from '../model/ports/epicsPort.ts';
import { BUILT_IN_TEMPLATE } from './builtInTemplate.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { withoutInvisible, yamlList, yamlString } from './yamlString.ts';

/**
 * The text of a new epic file, from the team's template or the built-in one. A template has four placeholders; everything
 * else, `{{other}}` too, stays as it is:
 *
 * - `{{key}}` and `{{title}}`: in the front matter a YAML value, quoted where that is needed (quotes that the template has
 *   around the placeholder are replaced); in the Markdown plain words.
 * - `{{tickets}}` and `{{reviews}}`: in the front matter a YAML list such as `[PAY-101, PAY-102]` (brackets that the template
 *   has around the placeholder are replaced); in the Markdown the same, parted by commas.
 *
 * In the front matter a placeholder is the whole value of its key.
 */
export function newEpic(values: NewEpic, template: string | null): string {
  const text = template ?? BUILT_IN_TEMPLATE;
  const { body } = splitFrontMatter(text);
  return fillYaml(text.slice(0, body), values) + fillMarkdown(text.slice(body), epicWords(values));
}

/** What the template of an epic may hold between `{{` and `}}`. */
export const EPIC_PLACEHOLDERS = ['key', 'title', 'tickets', 'reviews'] as const;

/** A placeholder, with the quotes or brackets that stand around it. */
const IN_YAML =
  /"\{\{(?:key|title)\}\}"|'\{\{(?:key|title)\}\}'|\[\s*\{\{(?:tickets|reviews)\}\}\s*\]|\{\{(?:key|title|tickets|reviews)\}\}/g;

function fillYaml(yaml: string, values: NewEpic): string {
  return yaml.replace(IN_YAML, placeholder => {
    if (placeholder.includes('key')) return yamlString(values.key);
    if (placeholder.includes('title')) return yamlString(titleOf(values));
    return yamlList(placeholder.includes('tickets') ? values.tickets : values.reviews);
  });
}

function epicWords(values: NewEpic): Readonly<Record<string, string>> {
  return {
    key: plainWords(values.key),
    title: plainWords(titleOf(values)),
    tickets: values.tickets.map(plainWords).join(', '),
    reviews: values.reviews.map(plainWords).join(', '),
  };
}

/** Markdown with its placeholders filled; those that `words` does not have stay. */
export function fillMarkdown(markdown: string, words: Readonly<Record<string, string>>): string {
  const known = new Map(Object.entries(words));
  return markdown.replace(/\{\{(\w+)\}\}/g, (all, name: string) => known.get(name) ?? all);
}

function titleOf({ key, title }: NewEpic): string {
  return oneLine(title) === '' ? key : oneLine(title);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Words for the Markdown: one line, nothing invisible, nothing that would open HTML. */
export function plainWords(text: string): string {
  return oneLine(withoutInvisible(text)).replace(/</g, '&lt;');
}
