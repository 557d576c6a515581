import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Scalar } from 'yaml';
import type { Problem } from '../model/problem.ts';
import type { TextRange } from '../model/textRange.ts';
import type { SourceText } from './sourceText.ts';

/** A YAML value with its place in the file's text. `dropped` values stay for jumping to them, but no longer count. */
export type TreeNode = MapNode | ListNode | ScalarNode | NullNode;
interface Located {
  readonly range: TextRange;
  dropped: boolean;
}
export interface MapNode extends Located {
  readonly kind: 'map';
  readonly entries: Map<string, TreeNode>;
}
export interface ListNode extends Located {
  readonly kind: 'list';
  items: TreeNode[];
}
export interface ScalarNode extends Located {
  readonly kind: 'scalar';
  readonly value: string | number | boolean;
  /** As written, without quotes. */
  readonly written: string;
}
export interface NullNode extends Located {
  readonly kind: 'null';
}

// Far above any file that people write; aliases that multiply each other end here.
const MAX_NODES = 20_000;
const MAX_DEPTH = 50;

/** The tree of the YAML in a range of the file, and whether its syntax is broken. Pushes what cannot be read to `problems`. */
export function readYamlTree(
  source: SourceText,
  range: TextRange,
  problems: Problem[],
): { readonly tree: TreeNode | null; readonly broken: boolean } {
  const base = range.start;
  const document = parseDocument(source.text.slice(range.start, range.end), {
    prettyErrors: false,
    // Our own check is linear and lets the first of two win.
    uniqueKeys: false,
    logLevel: 'error',
  });
  for (const error of document.errors) {
    const [start, end] = error.pos;
    problems.push(source.problem('yaml/invalid', { start: base + start, end: base + end }, firstLine(error.message)));
  }
  const { contents } = document;
  const tree = isNode(contents) ? createBuilder(source, base, problems)(contents) : null;
  return { tree, broken: document.errors.length > 0 };
}

function createBuilder(source: SourceText, base: number, problems: Problem[]) {
  const anchors = new Map<string, Node>();
  let left = MAX_NODES;

  function report(range: TextRange, detail: string): void {
    problems.push(source.problem('yaml/invalid', range, detail));
  }

  /** `place` is the alias through which the node is reached. */
  function build(node: Node, depth: number, place: TextRange | null): TreeNode | null {
    const range = place ?? rangeOf(node);
    if (depth > MAX_DEPTH || left-- <= 0) {
      if (left === -1 || depth > MAX_DEPTH) report(range, 'more values, or deeper, than can be read');
      return null;
    }
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) return build(target, depth + 1, range);
      report(range, 'an alias of nothing before it');
      return null;
    }
    const built = isMap(node)
      ? buildMap(node.items, depth, range, place)
      : isSeq(node)
        ? buildList(node.items, depth, range, place)
        : isScalar(node)
          ? scalar(node, range)
          : null;
    if (place === null && node.anchor !== undefined) anchors.set(node.anchor, node);
    return built;
  }

  function buildMap(
    items: readonly { key: unknown; value?: unknown }[],
    depth: number,
    range: TextRange,
    place: TextRange | null,
  ): MapNode {
    const entries = new Map<string, TreeNode>();
    for (const { key, value } of items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      const at = place ?? rangeOf(key);
      const child = isNode(value) ? build(value, depth + 1, place) : nothing({ start: at.end, end: at.end });
      if (entries.has(name)) report(at, `${name} is there twice; the first one counts`);
      else if (child !== null && name !== '__proto__') entries.set(name, child);
    }
    return { kind: 'map', range, entries, dropped: false };
  }

  function buildList(items: readonly unknown[], depth: number, range: TextRange, place: TextRange | null): ListNode {
    const built: TreeNode[] = [];
    for (const item of items) {
      const node = isNode(item)
        ? build(item, depth + 1, place)
        : isPairLike(item)
          ? buildMap([item], depth + 1, place ?? (isNode(item.key) ? rangeOf(item.key) : range), place)
          : null;
      // An empty entry says nothing yet: somebody is still writing.
      if (node !== null && node.kind !== 'null') built.push(node);
    }
    return { kind: 'list', range, items: built, dropped: false };
  }

  function rangeOf(node: Node): TextRange {
    const [start, end] = node.range ?? [0, 0];
    return { start: base + start, end: base + end };
  }

  return (root: Node): TreeNode | null => build(root, 0, null);
}

function scalar(node: Scalar, range: TextRange): TreeNode {
  const { value } = node;
  if (value === null || value === undefined) return nothing(range);
  const written = node.source ?? '';
  const kept = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : written;
  return { kind: 'scalar', range, value: kept, written, dropped: false };
}

function nothing(range: TextRange): NullNode {
  return { kind: 'null', range, dropped: false };
}

function isNode(value: unknown): value is Node {
  return isAlias(value) || isMap(value) || isSeq(value) || isScalar(value);
}

function isPairLike(value: unknown): value is { key: unknown; value?: unknown } {
  return typeof value === 'object' && value !== null && 'key' in value;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
