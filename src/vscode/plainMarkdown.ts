import { plain } from '../export/plain.ts';

/**
 * A repository's words as Markdown that shows them as they are, on one line: no markup, no pictures from elsewhere, no links,
 * no character that reorders a line.
 */
export function plainMarkdown(text: string): string {
  return plain(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]()#+\-.!<>~|&:@$]/g, '\\$&');
}
