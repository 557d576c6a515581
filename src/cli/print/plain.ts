/** Control and bidirectional characters from a repository would move a terminal's cursor or reorder its line: they are shown as a dot. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·');
}

/** Breaks a text into lines of at most `width` characters at spaces, each begun with `indent`. */
export function wrap(text: string, indent: string, width = 100): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}

/** A line of a two-column list. */
export function row(label: string, text: string, width = 12): string {
  return `  ${label.padEnd(width)} ${text}`;
}
