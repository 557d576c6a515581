import type { KeyResult, Objective } from '../../../model/epic.ts';
import type { EpicEntry, EpicsOverview } from '../../../model/learn/epicsOverview.ts';
import type { Problem } from '../../../model/problem.ts';

/** A row of the Epics view. */
export type EpicsNode = ObjectiveNode | KeyResultNode | GroupNode | EpicNode | NoteNode;

export interface ObjectiveNode {
  readonly kind: 'objective';
  readonly id: string;
  readonly objective: Objective;
  readonly keyResults: readonly KeyResult[];
}

export interface KeyResultNode {
  readonly kind: 'keyResult';
  readonly id: string;
  readonly keyResult: KeyResult;
  readonly objective: Objective;
  readonly epics: number;
}

/** Epics under no key result, or under one that the tree does not have. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: 'none' | 'unknown';
  readonly epics: number;
}

export interface EpicNode {
  readonly kind: 'epic';
  readonly id: string;
  /** Inside the repository, with `/`. */
  readonly path: string;
  readonly entry: EpicEntry;
}

/** An invitation: there is no value tree, or it cannot be read. */
export interface NoteNode {
  readonly kind: 'note';
  readonly id: 'noTree' | 'brokenTree';
  readonly problem: Problem | null;
}

/** The rows and who stands below whom; `null` is above the first rows. */
export interface NodeTree {
  childrenOf(node: EpicsNode | null): readonly EpicsNode[];
  parentOf(node: EpicsNode): EpicsNode | null;
}

export interface NodeOptions {
  /** Only what fits a filter is in the overview. */
  readonly filtered: boolean;
  /** The value tree has an objective, shown or not. */
  readonly hasTree: boolean;
}

/** Lays an overview out as rows; null: there are none. Without a value tree, epics stand at the top. */
export function nodeTree(overview: EpicsOverview | null, { filtered, hasTree }: NodeOptions): NodeTree {
  // By id, so that rows of an older drawing are known as well.
  const children = new Map<string | null, EpicsNode[]>();
  const parents = new Map<string, EpicsNode>();
  let epics = 0;
  const add = <Node extends EpicsNode>(parent: EpicsNode | null, node: Node): Node => {
    const siblings = children.get(parent?.id ?? null);
    if (siblings === undefined) children.set(parent?.id ?? null, [node]);
    else siblings.push(node);
    if (parent !== null) parents.set(node.id, parent);
    if (node.kind === 'epic') epics++;
    return node;
  };
  const addEpics = (parent: EpicsNode | null, entries: readonly EpicEntry[]) => {
    for (const entry of entries) {
      const { path } = entry.file;
      add(parent, { kind: 'epic', id: `epic:${path}`, path, entry });
    }
  };

  overview?.objectives.forEach(({ objective, keyResults }, at) => {
    // Ids of a tree that somebody is writing may stand there twice, and VS Code refuses two equal ones: hence the places.
    const own = { id: `objective:${at}:${objective.id}`, objective, keyResults: objective.keyResults };
    const parent = add(null, { kind: 'objective', ...own });
    keyResults.forEach(({ keyResult, epics }, place) => {
      const id = `keyResult:${at}:${place}:${keyResult.id}`;
      addEpics(add(parent, { kind: 'keyResult', id, keyResult, objective, epics: epics.length }), epics);
    });
  });
  const { unknownKeyResult: unknown = [], withoutKeyResult: none = [], treeProblems = [] } = overview ?? {};
  if (unknown.length > 0) addEpics(add(null, { kind: 'group', id: 'unknown', epics: unknown.length }), unknown);
  const isGroup = hasTree || unknown.length > 0;
  if (isGroup && (none.length > 0 || (hasTree && !filtered)))
    addEpics(add(null, { kind: 'group', id: 'none', epics: none.length }), none);
  else addEpics(null, none);
  const [problem = null] = treeProblems;
  if (problem !== null) add(null, { kind: 'note', id: 'brokenTree', problem });
  else if (!hasTree && epics > 0) add(null, { kind: 'note', id: 'noTree', problem: null });

  return {
    childrenOf: node => children.get(node?.id ?? null) ?? [],
    parentOf: node => parents.get(node.id) ?? null,
  };
}

/** Where an epic goes that is put on a row: under a key result, under none (null), or under one that is to be asked. */
export type Target = { readonly keyResult: string | null } | { readonly oneOf: readonly KeyResult[] };

/** null: nothing can be put there. */
export function targetOf(node: EpicsNode | null, tree: NodeTree): Target | null {
  switch (node?.kind) {
    case 'keyResult':
      return { keyResult: node.keyResult.id };
    case 'epic':
      return targetOf(tree.parentOf(node), tree);
    case 'group':
      return node.id === 'none' ? { keyResult: null } : null;
    case 'objective':
      return node.keyResults.length === 0 ? null : { oneOf: node.keyResults };
    case 'note':
    case undefined:
      return null;
  }
}
