import type { OutcomesFolder } from '../model/epic.ts';
import { splitFrontMatter, type FrontMatter } from '../epics/frontMatter.ts';
import type { TextRange } from '../model/textRange.ts';

/** A file as it stands in the editor. `path` is inside the repository, with `/`. */
export interface LanguageDocument {
  readonly path: string;
  readonly text: string;
}

/** What is known around a file. What costs something to find is asked for only when it is needed. */
export interface LanguageContext {
  /** Folder of the epic files, inside the repository. */
  readonly folder: string;
  readonly outcomes: OutcomesFolder;
  /** The team's day (`YYYY-MM-DD`). */
  readonly today: string;
  /** Ticket keys that the history names, newest first. */
  tickets(): Promise<readonly string[]>;
  /** Files and folders (these with `/` at their end) of one folder whose path begins with `prefix`. */
  listPaths(prefix: string): Promise<readonly string[]>;
}

export type FileKind = 'epic' | 'valueTree' | 'team';

/** What a file of the outcomes folder is; null for files of other kinds. The team's template is an epic in the making. */
export function fileKind(path: string, folder: string): FileKind | null {
  if (!path.startsWith(`${folder}/`)) return null;
  const name = path.slice(folder.length + 1);
  if (name === 'value-tree.yaml') return 'valueTree';
  if (name === 'team.yaml' || /^teams\/[\w.-]+\.ya?ml$/.test(name)) return 'team';
  if (name === 'templates/epic.md') return 'epic';
  return /^[^/]+\.md$/i.test(name) && !/^readme\.md$/i.test(name) ? 'epic' : null;
}

/** Where the YAML and where the Markdown of a file stand. */
export interface Parts {
  readonly yaml: TextRange;
  /** Start of the Markdown; null in a YAML file. */
  readonly body: number | null;
  readonly front: FrontMatter | null;
}

export function partsOf(text: string, kind: FileKind): Parts {
  if (kind !== 'epic') return { yaml: { start: 0, end: text.length }, body: null, front: null };
  const front = splitFrontMatter(text);
  return { yaml: front.yaml, body: front.body, front };
}

/** Whether somebody who writes at `offset` writes YAML. A closing `---` begins where the YAML ends. */
export function isInYaml({ yaml, body, front }: Parts, offset: number): boolean {
  if (body === null) return true;
  if (front?.state === 'none' || offset < yaml.start) return false;
  return offset < yaml.end || (offset === yaml.end && front?.state === 'unclosed');
}

/** The line that holds an offset, without its ending. */
export function lineAt(text: string, offset: number): TextRange {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline;
  return { start, end: end > start && text[end - 1] === '\r' ? end - 1 : end };
}
