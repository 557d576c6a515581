import type { LintEntry } from '../../export/lintEntries.ts';
import { plain } from './plain.ts';

/** `file:line:column  severity  rule  message`, a block for each file, then what it comes to. `epics`: files looked at. */
export function printLint(entries: readonly LintEntry[], epics: number): string {
  const files = [...new Set(entries.map(({ file }) => file))];
  const blocks = files.map(file => block(entries.filter(entry => entry.file === file)));
  return plain([...blocks.flatMap(lines => [...lines, '']), summary(entries, epics)].join('\n'));
}

function block(entries: readonly LintEntry[]): string[] {
  const rows = entries.map(entry => [placeText(entry), entry.severity, entry.rule] as const);
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map(row => row[column].length));
  const widths = [width(0), width(1), width(2)] as const;
  return rows.map(([place, severity, rule], at) =>
    [
      place.padEnd(widths[0]),
      severity.padEnd(widths[1]),
      rule.padEnd(widths[2]),
      (entries[at]?.message ?? '').replace(/\s+/g, ' '),
    ].join('  '),
  );
}

function placeText({ file, start }: LintEntry): string {
  return start === null ? file : `${file}:${start.line}:${start.column}`;
}

function summary(entries: readonly LintEntry[], epics: number): string {
  const looked = counted(epics, 'epic file');
  if (entries.length === 0) return `${looked}, nothing found.`;
  const count = (wanted: LintEntry['severity']) => entries.filter(({ severity }) => severity === wanted).length;
  return `${looked}: ${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('hint'), 'hint')}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
