/** Control and bidirectional characters from a repository would move a terminal's cursor or reorder its line: they are shown as a dot. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·');
}

/** A line of a two-column list. */
export function row(label: string, text: string, width = 12): string {
  return `  ${label.padEnd(width)} ${text}`;
}
