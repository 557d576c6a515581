import { normaliseTicketKey } from '../../model/text/ticketKeys.ts';

const MAX_DEPTH = 6;

/**
 * Ticket keys in GitLens's `gk-associated-issues` value (a JSON array of entity identifiers whose exact shape differs by
 * tracker and version): every string that is a ticket key, and every `number`. Anything else is ignored.
 */
export function associatedTickets(values: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const value of values) {
    try {
      collect(JSON.parse(value), found, 0);
    } catch {
      // A value that another tool wrote in another form is no reason to fail.
    }
  }
  return [...found];
}

function collect(node: unknown, found: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH || typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node as Record<string, unknown>)) {
    const written = name === 'number' && /^\d+$/.test(String(value)) ? `#${String(value)}` : value;
    const key = typeof written === 'string' && written.length <= 40 ? normaliseTicketKey(written) : null;
    if (key === null) collect(value, found, depth + 1);
    else found.add(key);
  }
}
