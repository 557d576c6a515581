import type { Weave } from '../weave.ts';

/** For each change, the changes whose lines it builds on or takes away; its branch cannot start before they landed. */
export function dependencies(tree: readonly Weave[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { needs, goneWith } of tree.flatMap(weave => weave.lines)) {
    const base = needs.map(idOf);
    for (const id of [...base, ...goneWith.map(idOf)]) {
      const known = found.get(id) ?? new Set<string>();
      for (const other of base) if (other !== id) known.add(other);
      found.set(id, known);
    }
  }
  return found;
}

/** `decline-words.2` -> `decline-words`. */
function idOf(tag: string): string {
  return tag.slice(0, tag.lastIndexOf('.'));
}
