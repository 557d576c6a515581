import type { EpicVersion } from '../model/ports/epicsPort.ts';
import { readVersionFields } from './epicFields.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { createSourceText } from './sourceText.ts';

/** The text up to where the Markdown begins, with its `---` lines; '' where there is no front matter. */
export function frontMatter(text: string): string {
  return text.slice(0, splitFrontMatter(text).body);
}

/** Key, stage, outcome and launch of front matter, as `parseEpic` reads them. */
export function epicVersion(text: string): EpicVersion {
  return readVersionFields(createSourceText('', text), splitFrontMatter(text));
}
