import * as z from 'zod/mini';
import type { Problem } from '../model/problem.ts';
import type { TextRange } from '../model/textRange.ts';
import type { YamlContent } from './readYaml.ts';
import { describeIssue } from './describeIssue.ts';
import type { SourceText } from './sourceText.ts';
import type { ListNode, MapNode, TreeNode } from './yamlTree.ts';

type Issue = z.core.$ZodIssue;

// Every round drops at least one value; a value can only fall with what it leaves incomplete above it.
const MAX_ROUNDS = 100;

/**
 * The values that fit the schema. Exactly those that do not fit are dropped, each with a problem: the value itself, or
 * the entry of which a required key is missing. A number where a text is expected is taken as written.
 * null when nothing fits.
 */
export function readBySchema<Schema extends z.ZodMiniType>(
  schema: Schema,
  { root, damaged }: YamlContent,
  source: SourceText,
  problems: Problem[],
): z.output<Schema> | null {
  const places = placesInLists(root);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    // Without `jitless`, zod compiles schemas with `new Function`.
    const result = z.safeParse(schema, plain(root), { jitless: true });
    if (result.success) return result.data;
    const dropped = new Set<TreeNode>();
    for (const issue of result.error.issues.flatMap(one => innermost(one, root))) settle(issue, dropped);
    sweep(root);
  }
  return null;

  function settle(issue: Issue, dropped: Set<TreeNode>): void {
    const path = issue.path.map(step => (typeof step === 'symbol' ? '' : step));
    const node = nodeAt(root, path);
    const isDamaged = damaged.has(String(path[0]));
    const words = node === null || !wantsText(issue) ? null : asWritten(node, isDamaged, source);
    if (words !== null) {
      const place = node === null ? undefined : places.get(node);
      if (place !== undefined) places.set(words, place);
      replaceAt(root, path, words);
      return;
    }
    // One value may have several issues.
    if (node !== null && dropped.has(node)) return;
    const fell = node?.dropped === true;
    const missing = node === null || node.kind === 'null';
    const culprit = missing || fell ? nodeAt(root, path.slice(0, -1)) : node;
    if (culprit === null || culprit.dropped) return;
    culprit.dropped = true;
    dropped.add(culprit);
    // A value in broken syntax has its problem already, and so has what only falls with a value in it.
    if (!isDamaged && !fell)
      problems.push(source.problem('schema/invalid', culprit.range, describeIssue(issue, asInFile(path), missing)));
  }

  /** What was dropped before has moved the entries behind it up. */
  function asInFile(path: readonly (string | number)[]): readonly (string | number)[] {
    return path.map((step, index) => {
      const node = typeof step === 'number' ? nodeAt(root, path.slice(0, index + 1)) : null;
      return node === null ? step : (places.get(node) ?? step);
    });
  }
}

/** Where each entry of a list stands in it, from 0. */
function placesInLists(root: TreeNode): Map<TreeNode, number> {
  const places = new Map<TreeNode, number>();
  const ahead: TreeNode[] = [root];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (node.kind === 'list') for (const [index, item] of node.items.entries()) places.set(item, index);
    if (node.kind === 'map') ahead.push(...node.entries.values());
    else if (node.kind === 'list') ahead.push(...node.items);
  }
  return places;
}

/** Range of each value by dotted path; dropped ones are kept where no list would shift. */
export function rangesOf(root: MapNode): Map<string, TextRange> {
  const ranges = new Map<string, TextRange>();
  const visit = (node: TreeNode, path: string): void => {
    if (path !== '') ranges.set(path, node.range);
    const children =
      node.kind === 'map' ? [...node.entries] : node.kind === 'list' ? [...node.items.entries()] : ([] as const);
    for (const [step, child] of children) {
      // A key with a dot would pass for a path.
      if (!String(step).includes('.')) visit(child, path === '' ? String(step) : `${path}.${step}`);
    }
  };
  visit(root, '');
  return ranges;
}

function plain(node: TreeNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'null') return undefined;
  const out: Record<string, unknown> = {};
  for (const [key, child] of node.entries) if (!child.dropped && child.kind !== 'null') out[key] = plain(child);
  return out;
}

/** The words that were meant as a text: a number, or `title: Guest: checkout`, which YAML takes for a mapping. */
function asWritten(node: TreeNode, damaged: boolean, source: SourceText): TreeNode | null {
  if (node.kind === 'scalar' && typeof node.value !== 'string') return { ...node, value: node.written };
  if (!damaged || node.kind !== 'map') return null;
  const words = source.text.slice(node.range.start, node.range.end).trim();
  return words === '' || /[\r\n]/.test(words)
    ? null
    : { kind: 'scalar', range: node.range, value: words, written: words, dropped: false };
}

function replaceAt(root: TreeNode, path: readonly (string | number)[], node: TreeNode): void {
  const parent = nodeAt(root, path.slice(0, -1));
  const step = path.at(-1) ?? '';
  if (parent?.kind === 'map') parent.entries.set(String(step), node);
  else if (parent?.kind === 'list') parent.items[Number(step)] = node;
}

function sweep(node: MapNode | ListNode): void {
  const children = node.kind === 'map' ? [...node.entries.values()] : node.items;
  if (node.kind === 'list') node.items = node.items.filter(item => !item.dropped);
  for (const child of children) if (!child.dropped && (child.kind === 'map' || child.kind === 'list')) sweep(child);
}

function nodeAt(root: TreeNode, path: readonly (string | number)[]): TreeNode | null {
  let node: TreeNode = root;
  for (const step of path) {
    const next: TreeNode | undefined =
      node.kind === 'map'
        ? node.entries.get(String(step))
        : node.kind === 'list'
          ? node.items[Number(step)]
          : undefined;
    if (next === undefined) return null;
    node = next;
  }
  return node;
}

/** The issues of the alternative that was meant: the one whose outermost type fits. */
function innermost(issue: Issue, root: MapNode): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const alternatives = issue.errors.map(issues =>
    issues.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const meant = alternatives.find(issues => issues.every(inner => inner.path.length > issue.path.length));
  if (meant !== undefined && meant.length > 0) return meant.flatMap(inner => innermost(inner, root));
  return [alternatives.flat().find(wantsText) ?? issue];
}

function wantsText(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'string';
}
