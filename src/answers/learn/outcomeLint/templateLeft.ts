import { MEASURE_PLACEHOLDER } from '../../../model/lint.ts';
import { OUTCOME_PLACEHOLDER } from '../../../model/outcome.ts';

const NOTHING_SAID = /^(?:tbd|tba|tbc|todo|to be defined|to be done|xxx|n\/?a|lorem ipsum\b.*|[.…?_-]+)[.!]?$/is;

/** True for text that a template left, or that only says that somebody will write it. */
export function isTemplateLeft(text: string): boolean {
  const words = text.trim();
  if (words === OUTCOME_PLACEHOLDER || words === MEASURE_PLACEHOLDER || NOTHING_SAID.test(words)) return true;
  const open = words.indexOf('{{');
  const isWhole = /^<[^<>]*>$|^\[[^[\]]*\]$/.test(words);
  return isWhole || (open !== -1 && words.includes('}}', open));
}
