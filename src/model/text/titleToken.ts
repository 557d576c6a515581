/** FNV-1a, 32 bit (isthe.com/chongo/tech/comp/fnv): only to compare texts, which cannot be read from it. */
export function token(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Token of a title without the request numbers at its end, which every squash and every back-port adds to. */
export function titleToken(title: string): number {
  return token(withoutNumbers(title));
}

/** Cut from the end: a pattern for repeated endings would look at a long title again and again. */
function withoutNumbers(title: string): string {
  let rest = title.trimEnd();
  while (rest.endsWith(')')) {
    const end = NUMBER_AT_END.exec(rest);
    if (end === null) break;
    rest = rest.slice(0, end.index).trimEnd();
  }
  return rest;
}

const NUMBER_AT_END = /\([#!]\d{1,10}\)$/;
