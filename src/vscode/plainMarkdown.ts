/** A repository's words as Markdown that shows them as they are, on one line: no markup, no pictures from elsewhere, no links. */
export function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!<>~|&:@$]/g, '\\$&');
}
