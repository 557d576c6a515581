/**
 * Linear-time glob: `*` any characters but `/`, `**` any characters, `?` one character but `/`. No braces, no classes.
 * A hostile pattern cannot blow up: the set of reachable pattern positions is advanced one character at a time.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const tokens = tokenise(glob);
  let reachable = closure(new Set([0]), tokens);
  for (const char of path) {
    const next = new Set<number>();
    for (const at of reachable) {
      const token = tokens[at];
      if (token === undefined) continue;
      if (token === '**') next.add(at);
      else if (token === '*') {
        if (char !== '/') next.add(at);
      } else if (token === '?' ? char !== '/' : token === `=${char}`) next.add(at + 1);
    }
    reachable = closure(next, tokens);
    if (reachable.size === 0) return false;
  }
  return reachable.has(tokens.length);
}

/** `**` + `/` also matches nothing, so that `src/**` + `/x` finds `src/x`. */
function closure(positions: Set<number>, tokens: readonly string[]): Set<number> {
  for (const at of positions) {
    const token = tokens[at];
    if (token === '*' || token === '**') positions.add(at + 1);
    if (token === '**' && tokens[at + 1] === '=/') positions.add(at + 2);
  }
  return positions;
}

function tokenise(glob: string): string[] {
  const tokens: string[] = [];
  const chars = Array.from(glob);
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    if (char === '*' && chars[at + 1] === '*') {
      tokens.push('**');
      while (chars[at + 1] === '*') at++;
    } else tokens.push(char === '*' || char === '?' ? char : `=${char}`);
  }
  return tokens;
}
