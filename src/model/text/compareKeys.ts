/** The order of keys and of titles, wherever it runs: `PAY-9` before `PAY-10`. */
export function compareKeys(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
