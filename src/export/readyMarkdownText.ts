import { plainLine } from './plain.ts';

/** The longest text that a comment quotes. */
const MOST_CHARACTERS = 300;
const ADDRESS = /https?:\/\/[^\s<>"'`]+/gi;

/**
 * A repository's words within a comment, as words: no HTML, no emphasis, no formula, no image. After each @ stands a space of no
 * width, so that nobody is told of the comment. Addresses of pages stay links.
 */
export function words(text: string, most = MOST_CHARACTERS): string {
  const line = plainLine(text, most);
  let out = '';
  let at = 0;
  for (const { index, 0: found } of line.matchAll(ADDRESS)) {
    const written = found.replace(/[.,;:!?)\]}*_~|…]+$/, '');
    const address = addressOf(written);
    if (address === null) continue;
    out += `${escapedWords(line.slice(at, index))}<${address}>`;
    at = index + written.length;
  }
  return out + escapedWords(line.slice(at));
}

/** A path or an address as it is written. */
export function code(text: string): string {
  const line = plainLine(text, MOST_CHARACTERS);
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/** A link to a page; its label as code where the address is none. */
export function link(label: string, target: string): string {
  const address = addressOf(target);
  const line = plainLine(label === '' ? target : label, MOST_CHARACTERS);
  return address === null ? code(line) : `[${escapedWords(line)}](<${address}>)`;
}

/** An address of the web in a form that ends where it should in Markdown; null for anything else. */
function addressOf(target: string): string | null {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null;
  return new URL(target).href.replaceAll('\\', '%5C').replaceAll('<', '%3C').replaceAll('>', '%3E');
}

function escapedWords(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~&#$!^]/g, '\\$&').replaceAll('@', '@&#8203;');
}
