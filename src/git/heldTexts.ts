import type { GitClient } from './gitClient.ts';

const NUL = 0;
const LINE_END = 0x0a;
/** Bytes after which git is asked anew, without the texts that were found: the lines of a common word have no end. */
const ENOUGH = 131_072;

/**
 * Those of the texts that a tracked text file outside the folder `except` holds. Git is stopped when all are found. What is
 * kept in memory does not grow with the lines: a generated file may be one line of any length.
 */
export async function readHeldTexts(
  client: GitClient,
  root: string,
  texts: readonly string[],
  except: string,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  let stopped = true;
  while (stopped) {
    stopped = false;
    const wanted = [...new Set(texts)].filter(text => !held.has(text));
    if (wanted.length === 0) break;
    const search = createLineSearch(wanted, except);
    let read = 0;
    const take = (bytes: Buffer) => {
      const found = search(bytes);
      read += bytes.length;
      // Only when something was found, so that each round asks for less than the one before.
      stopped = found.size === wanted.length || (found.size > 0 && read > ENOUGH);
      for (const text of found) held.add(text);
      return !stopped;
    };
    await client.stream(root, { stream: 'holders', texts: wanted }, take, signal);
  }
  return held;
}

/** Reads `path NUL line LF` as it comes, and gives the texts that were found so far. A path may hold a line's end itself. */
function createLineSearch(wanted: readonly string[], except: string): (bytes: Buffer) => ReadonlySet<string> {
  const found = new Set<string>();
  // Bytes are compared, each as one character: a piece may end within one of a text.
  const missing = new Map(wanted.map(text => [text, Buffer.from(text).toString('latin1')]));
  const overlap = Math.max(...[...missing.values()].map(({ length }) => length)) - 1;
  const left = Buffer.from(`${except}/`).toString('latin1');
  let path = '';
  let isInLine = false;
  let before = '';

  function lookInto(part: string): void {
    if (path.startsWith(left)) return;
    const line = before + part;
    for (const [text, bytes] of missing)
      if (line.includes(bytes)) {
        found.add(text);
        missing.delete(text);
      }
    before = overlap === 0 ? '' : line.slice(-overlap);
  }

  return bytes => {
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(isInLine ? LINE_END : NUL, start);
      const part = bytes.toString('latin1', start, end === -1 ? bytes.length : end);
      if (isInLine) lookInto(part);
      else path += part;
      if (end === -1) break;
      if (isInLine) path = '';
      before = '';
      isInLine = !isInLine;
      start = end + 1;
    }
    return found;
  };
}
