/** The path of an epic's row; null for anything else. */
export function pathOfRow(row: unknown): string | null {
  if (typeof row !== 'object' || row === null || !('kind' in row) || row.kind !== 'epic') return null;
  return 'path' in row && typeof row.path === 'string' ? row.path : null;
}

/** Paths of the epics that a command is about: all selected ones if the row is among them, else the row's. null: none. */
export function rowsIn(row: unknown, selected: unknown): readonly string[] | null {
  const all: readonly unknown[] = Array.isArray(selected) ? selected : [];
  const meant = row === undefined || all.includes(row) ? all : [row];
  const paths = meant.map(pathOfRow).filter(path => path !== null);
  return paths.length === 0 ? null : paths;
}

/** The id of a key result's row; null for anything else. */
export function keyResultIn(row: unknown): string | null {
  if (typeof row !== 'object' || row === null || !('kind' in row) || row.kind !== 'keyResult') return null;
  const keyResult = 'keyResult' in row ? row.keyResult : null;
  if (typeof keyResult !== 'object' || keyResult === null || !('id' in keyResult)) return null;
  return typeof keyResult.id === 'string' ? keyResult.id : null;
}
