export { plain } from '../../export/plain.ts';

/** A line of a two-column list. */
export function row(label: string, text: string, width = 12): string {
  return `  ${label.padEnd(width)} ${text}`;
}
