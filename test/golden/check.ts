/** One reference value of a public repository, as METRICS section 10 gives it, and what the product's own code makes of it. */
export interface Check {
  readonly what: string;
  readonly value: number | string | null;
  readonly reference: number | string;
  /** Largest relative difference; 0 when left out. */
  readonly tolerance?: number;
  /** Why a difference says nothing: the copy of the repository lacks something that the value needs. */
  readonly absent?: string | null;
}

export type Verdict = 'ok' | 'differs' | 'absent';

export function verdictOf({ value, reference, tolerance = 0, absent = null }: Check): Verdict {
  const isSame =
    typeof value === 'number' && typeof reference === 'number'
      ? Math.abs(value - reference) <= Math.abs(reference) * tolerance
      : value === reference;
  if (isSame) return 'ok';
  return absent === null ? 'differs' : 'absent';
}

/** A table of what was checked. */
export function tableOf(checks: readonly Check[]): string {
  const rows = checks.map(check => {
    const within = check.tolerance === undefined ? '' : ` ± ${check.tolerance * 100} %`;
    const verdict = verdictOf(check);
    const said = verdict === 'absent' ? `not judged: ${check.absent ?? ''}` : verdict;
    return [check.what, `${check.value ?? 'none'}`, `${check.reference}${within}`, said];
  });
  const all = [['', 'value', 'reference', ''], ...rows];
  const widths = [0, 1, 2, 3].map(column => Math.max(...all.map(row => (row[column] ?? '').length)));
  return all
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
