import { plain } from '../../export/plain.ts';

/** What an action sends back is compared with the repository's own words: it stays what it is. */
const SENT_BACK = 'argument';

/** A state whose texts hold no control and no bidirectional character: they could reorder our words around them. */
export function plainTexts<T>(state: T): T {
  return plainValue(state) as T;
}

function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === SENT_BACK ? inner : plainValue(inner)]),
  );
}
