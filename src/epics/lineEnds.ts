/** The line ending that is used at a place of a text: that of its line, else that of the last line. */
export function endingAt(text: string, at: number): '\n' | '\r\n' {
  const own = text.indexOf('\n', at);
  const newline = own === -1 ? text.lastIndexOf('\n') : own;
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}

/** Where the line of a place ends, its ending left out. */
export function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline === -1) return text.length;
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** What parts a text from a block that is put behind it: one empty line. */
export function gapAfter(text: string, ending: string): string {
  if (text.trim() === '' || /\n[ \t]*\r?\n[ \t]*$/.test(text)) return '';
  return text.endsWith('\n') ? ending : ending + ending;
}
