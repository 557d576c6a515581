/** Size of all text in a chart, in pixels. */
export const fontSize = 11;

const narrow = new Set("iIl.,:;'|!()[]jtfr -");
const wide = new Set('mwMW@%—');

/** About how many pixels a text takes: charts are laid out before there is anything to measure. Errs upwards. */
export function textWidth(text: string, size = fontSize): number {
  let ems = 0;
  for (const letter of text) {
    if (narrow.has(letter)) ems += 0.34;
    else if (wide.has(letter)) ems += 0.9;
    else ems += letter >= 'A' && letter <= 'Z' ? 0.68 : 0.57;
  }
  return ems * size;
}

/** The text, cut with an ellipsis where it does not fit; '' where not even three letters do. */
export function fitText(text: string, width: number, size = fontSize): string {
  if (textWidth(text, size) <= width) return text;
  for (let length = text.length - 1; length >= 3; length--) {
    const cut = `${text.slice(0, length).trimEnd()}…`;
    if (textWidth(cut, size) <= width) return cut;
  }
  return '';
}

/** The text in lines of at most `width` pixels; words are never broken. */
export function wrapText(text: string, width: number, size = fontSize): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
