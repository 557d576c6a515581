import type { Problem } from '../model/problem.ts';
import type { TextRange } from '../model/textRange.ts';
import { MAX_PROBLEMS, type SourceText } from './sourceText.ts';
import { readYamlTree, type MapNode, type TreeNode } from './yamlTree.ts';

/** So many characters of YAML are read; a hundred measures need less. */
export const MAX_YAML = 64 * 1024;

/** What could be read of a YAML text. `damaged` keys stood where the syntax is broken: their value is a guess. */
export interface YamlContent {
  readonly root: MapNode;
  readonly damaged: ReadonlySet<string>;
}

/**
 * Reads keys and values. Where the syntax is broken, the text is read again key by key (each from the line it starts on),
 * so that one open quote costs one value and not the rest of the file.
 */
export function readYaml(source: SourceText, whole: TextRange, problems: Problem[]): YamlContent {
  const range = readableRange(source, whole, problems);
  const found: Problem[] = [];
  const { tree, broken } = readYamlTree(source, range, found);
  const parts = broken ? topLevelParts(source.text, range) : [];
  if (parts.length < 2) {
    problems.push(...found.slice(0, MAX_PROBLEMS));
    const root = asMap(tree, source, range, problems);
    return { root, damaged: new Set(broken ? root.entries.keys() : []) };
  }
  const own: Problem[] = [];
  const content = readParts(source, range, parts, own);
  // Read alone, every part may be fine: then only the whole tells what is wrong.
  problems.push(...(own.length === 0 ? found : own).slice(0, MAX_PROBLEMS));
  return content;
}

/** Cut at a line's start where it is longer than YAML is written: each of its errors costs time. */
function readableRange(source: SourceText, range: TextRange, problems: Problem[]): TextRange {
  if (range.end - range.start <= MAX_YAML) return range;
  const newline = source.text.lastIndexOf('\n', range.start + MAX_YAML - 1);
  const end = Math.max(range.start, newline + 1);
  problems.push(
    source.problem('file/too-large', { start: end, end: range.end }, 'the YAML from here on is too long to read'),
  );
  return { start: range.start, end };
}

function readParts(
  source: SourceText,
  range: TextRange,
  parts: readonly TextRange[],
  problems: Problem[],
): YamlContent {
  const entries = new Map<string, TreeNode>();
  const damaged = new Set<string>();
  for (const part of parts) {
    const { tree, broken } = readYamlTree(source, part, problems);
    for (const [key, value] of tree?.kind === 'map' ? tree.entries : []) {
      if (entries.has(key)) {
        const place = { start: part.start, end: part.start + key.length };
        problems.push(source.problem('yaml/invalid', place, `${key} is there twice; the first one counts`));
        continue;
      }
      entries.set(key, value);
      if (broken) damaged.add(key);
    }
  }
  return { root: { kind: 'map', range, entries, dropped: false }, damaged };
}

function asMap(tree: TreeNode | null, source: SourceText, range: TextRange, problems: Problem[]): MapNode {
  if (tree?.kind === 'map') return tree;
  if (tree !== null && tree.kind !== 'null' && problems.length === 0)
    problems.push(source.problem('schema/invalid', tree.range, 'expected keys and values, like "key: PAY-100"'));
  return { kind: 'map', range, entries: new Map(), dropped: false };
}

/** From each line that begins with a key to the next such line; what stands before the first is a part, too. */
function topLevelParts(text: string, range: TextRange): TextRange[] {
  const starts = [...text.slice(range.start, range.end).matchAll(/(?<=^|\n)[A-Za-z_][\w-]*[ \t]*:(?=\s|$)/g)].map(
    match => range.start + match.index,
  );
  if (starts[0] !== range.start) starts.unshift(range.start);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? range.end }));
}
