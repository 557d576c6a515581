import { commitAt, type HistoryGraph } from './historyGraph.ts';
import { mergeKinds, type MergeKind } from './mergeKind.ts';

/** One commit on main, or on a line that was merged forward into it, with the commits it brought in. */
export interface IntegrationEvent {
  /** Position of the commit on the line. */
  readonly at: number;
  readonly merge: boolean;
  /** Positions of the commits of the change, merges left out. A single commit is its own. */
  readonly own: readonly number[];
  /** Tells the lines apart: main is 0. */
  readonly line: number;
  /** The line is not main but was merged forward into it. */
  readonly forwarded: boolean;
  /** The change reaches the edge of what is known. */
  readonly boundary: boolean;
  /** Epoch seconds at which the commit that the change is based on landed; null when there is none. */
  readonly baseLanded: number | null;
}

export interface IntegrationHistory {
  /** Earlier ones of a line before later ones. */
  readonly events: readonly IntegrationEvent[];
  /** Landing times of main's merges that are no items. */
  readonly syncMerges: readonly number[];
  readonly forwardMerges: readonly number[];
  /** Epoch seconds at which main's oldest known commit landed, when what came before is not known. */
  readonly knownSince: number | null;
}

/** A line still to be walked: its chain is collected only when its turn comes. */
interface Line {
  readonly tip: number;
  readonly id: number;
  readonly forwarded: boolean;
  /** First-parent chain, newest first; taken from its end. */
  chain: number[] | null;
}

/**
 * Walks main from its oldest commit to its newest. As all that an event's first parent holds was seen before the event,
 * what is new behind its other parents is exactly `P1..P2` of git's own notation; every commit is seen once, and the
 * merge that landed first claims it. `onMain` is 1 for the positions that main holds.
 */
export function integrationHistory(graph: HistoryGraph, onMain: Uint8Array): IntegrationHistory {
  return new Walk(graph, onMain).run();
}

class Walk {
  private readonly graph: HistoryGraph;
  private readonly kinds: (position: number) => MergeKind | null;
  /** Number of the step that saw a commit; 0 = not seen. */
  private readonly seen: Uint32Array;
  private steps = 0;
  private readonly lines: Line[] = [];
  private lineCount = 0;
  private readonly events: IntegrationEvent[] = [];
  private readonly syncMerges: number[] = [];
  private readonly forwardMerges: number[] = [];
  private knownSince: number | null = null;

  constructor(graph: HistoryGraph, onMain: Uint8Array) {
    this.graph = graph;
    this.seen = new Uint32Array(onMain.length);
    const kindOf = mergeKinds(graph, onMain);
    this.kinds = position => (graph.parentsOf(position).length < 2 ? null : kindOf(commitAt(graph, position)));
  }

  run(): IntegrationHistory {
    this.open(this.graph.tip, false);
    // A stack of lines instead of recursion: release lines are merged into each other, and chains are long.
    for (let line = this.lines.at(-1); line !== undefined; line = this.lines.at(-1)) {
      line.chain ??= this.chainOf(line);
      const at = line.chain.pop();
      if (at === undefined) this.lines.pop();
      else this.step(at, line);
    }
    const { events, syncMerges, forwardMerges, knownSince } = this;
    return { events, syncMerges, forwardMerges, knownSince };
  }

  private open(tip: number, forwarded: boolean): void {
    if (tip >= 0 && !this.isSeen(tip)) this.lines.push({ tip, id: this.lineCount++, forwarded, chain: null });
  }

  private chainOf(line: Line): number[] {
    const chain: number[] = [];
    for (let at = line.tip; at >= 0 && !this.isSeen(at); at = this.before(at)) chain.push(at);
    const oldest = chain.at(-1);
    if (line.id === 0 && oldest !== undefined && this.graph.isBoundary(oldest)) this.knownSince = this.landed(oldest);
    return chain;
  }

  /** The commit before this one on its line. `git pull` turns the parents round: main then goes on behind the second. */
  private before(at: number): number {
    const [first = -1, second = -1] = this.graph.parentsOf(at);
    return this.kinds(at) === 'sync' && second >= 0 && !this.isSeen(second) ? second : first;
  }

  private step(at: number, line: Line): void {
    this.steps++;
    this.seen[at] = this.steps;
    const kind = this.kinds(at);
    if (kind === null) this.single(at, line);
    else if (kind === 'work') this.merge(at, line);
    else {
      if (!line.forwarded) (kind === 'sync' ? this.syncMerges : this.forwardMerges).push(this.landed(at));
      for (const parent of this.graph.parentsOf(at)) this.open(parent, line.forwarded || kind === 'forward');
    }
  }

  private single(at: number, line: Line): void {
    const [parent = -1] = this.graph.parentsOf(at);
    this.events.push({
      at,
      merge: false,
      own: [at],
      line: line.id,
      forwarded: line.forwarded,
      boundary: this.graph.isBoundary(at),
      baseLanded: parent < 0 ? null : this.landed(parent),
    });
  }

  private merge(at: number, line: Line): void {
    const parents = this.graph.parentsOf(at);
    const own: number[] = [];
    let boundary = parents.includes(-1);
    let baseLanded: number | null = null;
    const open = parents.filter(parent => this.claim(parent));
    for (let position = open.pop(); position !== undefined; position = open.pop()) {
      const before = this.graph.parentsOf(position);
      boundary ||= this.graph.isBoundary(position);
      if (before.length < 2) own.push(position);
      for (const parent of before) {
        if (this.claim(parent)) open.push(parent);
        else if (before.length < 2 && parent >= 0 && this.seen[parent] !== this.steps)
          baseLanded = Math.min(baseLanded ?? Infinity, this.landed(parent));
      }
    }
    if (own.length === 0 && !boundary) {
      // Nothing but merges behind it: it only brought a branch up to date.
      if (!line.forwarded) this.syncMerges.push(this.landed(at));
      return;
    }
    this.events.push({ at, merge: true, own, line: line.id, forwarded: line.forwarded, boundary, baseLanded });
  }

  private claim(position: number): boolean {
    if (position < 0 || this.isSeen(position)) return false;
    this.seen[position] = this.steps;
    return true;
  }

  private isSeen(position: number): boolean {
    return (this.seen[position] ?? 0) > 0;
  }

  private landed(position: number): number {
    return commitAt(this.graph, position).landed;
  }
}
