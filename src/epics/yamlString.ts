// Control characters, the marks that reorder text (a reader would see another value), and what YAML breaks lines at. The
// joiners of emoji and of some scripts stay.
const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/g;
const PLAIN = /^(?:[A-Za-z][A-Za-z0-9_]*(?:[ .-][A-Za-z0-9_]+)*|\d{4}-\d{2}-\d{2})$/;
const TAKEN = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text as a YAML value that reads back as the same text: plain where that is safe, else in double quotes. */
export function yamlString(text: string): string {
  if (PLAIN.test(text) && !TAKEN.test(text)) return text;
  // JSON's quoting is YAML's, but lets invisible characters pass.
  return JSON.stringify(text).replace(INVISIBLE, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A list of texts as a YAML flow sequence. */
export function yamlList(texts: readonly string[]): string {
  return `[${texts.map(yamlString).join(', ')}]`;
}

/** A text without characters that a reader cannot see. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, ' ');
}
