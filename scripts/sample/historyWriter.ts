import type { Person } from './cast.ts';
import type { FastImport, Mark } from './fastImport.ts';
import type { PlannedBranch } from './plan/branch.ts';
import { render, type Weave } from './weave.ts';

/** A commit and the changes that are applied in its tree. */
export interface HistoryNode {
  readonly mark: Mark;
  readonly at: number;
  readonly applied: ReadonlySet<string>;
}

export interface NodeData {
  readonly author: Person;
  /** Epoch seconds. */
  readonly written: number;
  readonly landed: number;
  readonly message: string;
  readonly applied: ReadonlySet<string>;
}

/** Writes commits whose trees follow from the set of changes applied in them. */
export class HistoryWriter {
  readonly #stream: FastImport;
  readonly #tree: readonly Weave[];
  readonly #filesOfChange = new Map<string, Set<Weave>>();
  readonly #main: HistoryNode[] = [];

  constructor(stream: FastImport, tree: readonly Weave[]) {
    this.#stream = stream;
    this.#tree = tree;
    for (const weave of tree) {
      for (const tag of weave.lines.flatMap(line => [...line.needs, ...line.goneWith])) {
        this.#filesOfChange.set(tag, (this.#filesOfChange.get(tag) ?? new Set()).add(weave));
      }
    }
  }

  /** The tip of main; null before the first commit. */
  get main(): HistoryNode | null {
    return this.#main.at(-1) ?? null;
  }

  /** A commit on main; with `merged`, a merge of that branch tip. */
  land(data: NodeData, merged: HistoryNode | null = null): HistoryNode {
    const node = this.#commit(
      data,
      [this.main, merged].filter(parent => parent !== null),
    );
    this.#main.push(node);
    return node;
  }

  /** Writes the commits of a branch and returns its tip. `name` stands in the message when main is merged into it. */
  branch({ owner, from, commits, synced }: PlannedBranch, name: string): HistoryNode {
    let base = this.#mainAt(from);
    let tip = base;
    const own: string[] = [];
    for (const [index, commit] of commits.entries()) {
      const update = synced !== null && index === commits.length - 1 ? this.#mainAt(synced) : base;
      if (synced !== null && update !== base) {
        const message = `Merge branch 'main' into ${name}`;
        const applied = new Set([...update.applied, ...own]);
        tip = this.#commit({ author: owner, written: synced, landed: synced, message, applied }, [tip, update]);
        base = update;
      }
      own.push(commit.tag);
      const message = commit.ticket === null ? commit.subject : `${commit.subject}\n\nRefs: ${commit.ticket}`;
      tip = this.#commit({ ...commit, message, applied: new Set([...base.applied, ...own]) }, [tip]);
    }
    return tip;
  }

  /** Main as it was at that moment. */
  #mainAt(at: number): HistoryNode {
    const node = this.#main.findLast(other => other.at <= at) ?? this.#main[0];
    if (node === undefined) throw new Error('a branch begins before main does');
    return node;
  }

  #commit(data: NodeData, parents: readonly HistoryNode[]): HistoryNode {
    const files = this.#difference(parents[0]?.applied ?? null, data.applied);
    // Without a difference the story names a change that no file of the tree knows.
    if (files.size === 0) throw new Error(`nothing changes in "${data.message}"`);
    const marks = parents.map(parent => parent.mark);
    const mark = this.#stream.commit({ ...data, message: `${data.message}\n`, parents: marks, files });
    return { mark, at: data.landed, applied: data.applied };
  }

  /** The files that differ between two sets of changes, with their new text; null before means an empty tree. */
  #difference(before: ReadonlySet<string> | null, after: ReadonlySet<string>): Map<string, string | null> {
    const touched = before === null ? this.#tree : this.#touched(before, after);
    const files = new Map<string, string | null>();
    for (const weave of touched) {
      const text = render(weave, after);
      if (text !== (before === null ? null : render(weave, before))) files.set(weave.path, text);
    }
    return files;
  }

  #touched(before: ReadonlySet<string>, after: ReadonlySet<string>): Set<Weave> {
    const changed = [...before, ...after].filter(tag => !before.has(tag) || !after.has(tag));
    return new Set(changed.flatMap(tag => [...(this.#filesOfChange.get(tag) ?? [])]));
  }
}
