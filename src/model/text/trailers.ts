/** One line of a message: where it starts, and its text without the line break. */
export interface MessageLine {
  readonly start: number;
  readonly text: string;
}

export function messageLines(text: string): readonly MessageLine[] {
  const lines: MessageLine[] = [];
  let start = 0;
  for (const piece of text.split('\n')) {
    lines.push({ start, text: piece.endsWith('\r') ? piece.slice(0, -1) : piece });
    start += piece.length + 1;
  }
  return lines;
}

const WRITTEN_BY_GIT = /^(?:Signed-off-by: |\(cherry picked from commit )/;
const TRAILER = /^[A-Za-z0-9-]+[ \t]*:/;

/**
 * Where the trailers of a message begin, as git decides it (`git interpret-trailers`): the last paragraph, not the title, of
 * trailers only, or one that git wrote to and a quarter of which are trailers. The text's length when there are none.
 * Comments are dropped before; where nothing is, git still looks past lines that begin as its comments do.
 */
export function trailersStart(text: string, comment: string | null): number {
  const isDropped = (line: MessageLine) => comment !== null && line.text.startsWith(comment);
  const lines = messageLines(text).filter(line => !isDropped(line));
  const isComment = (line: MessageLine) => line.text.startsWith('#');
  const isBlank = (line: MessageLine) => line.text.trim() === '';
  const titleEnd = lines.findIndex(line => !isComment(line) && isBlank(line));
  if (titleEnd === -1) return text.length;
  let [trailers, others, continued] = [0, 0, 0];
  let byGit = false;
  let ended = true;
  for (let at = lines.length - 1; at >= titleEnd; at--) {
    const line = lines[at];
    if (line === undefined) break;
    if (isComment(line)) {
      others += continued;
      continued = 0;
    } else if (isBlank(line)) {
      if (ended) continue;
      others += continued;
      const isBlock = (byGit && trailers * 3 >= others) || (trailers > 0 && others === 0);
      return isBlock ? (lines[at + 1]?.start ?? text.length) : text.length;
    } else {
      ended = false;
      if (WRITTEN_BY_GIT.test(line.text)) [trailers, continued, byGit] = [trailers + 1, 0, true];
      else if (TRAILER.test(line.text)) [trailers, continued] = [trailers + 1, 0];
      else if (/^\s/.test(line.text)) continued++;
      else [others, continued] = [others + 1 + continued, 0];
    }
  }
  return text.length;
}
