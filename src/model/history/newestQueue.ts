import type { CommitColumns } from './commitColumns.ts';
import { capacityFor } from './capacity.ts';

/**
 * A heap of commits that takes each one once: the one that landed last comes first, and what was added first when several
 * landed together.
 */
export class NewestQueue {
  private readonly columns: CommitColumns;
  private ids = new Int32Array(capacityFor(0));
  /** Of the same place in `ids`; looked at far more often than changed. */
  private landed = new Float64Array(capacityFor(0));
  private count = 0;
  /** The first place was taken and is not filled yet: most commits are followed by their only parent. */
  private isFirstFree = false;
  /** The turn in which a commit came; 0 = not yet. */
  private readonly turns: Uint32Array;
  private turn = 0;

  constructor(columns: CommitColumns) {
    this.columns = columns;
    this.turns = new Uint32Array(columns.ids);
  }

  add(id: number): void {
    if (id < 0 || this.turns[id] !== 0 || !this.columns.has(id)) return;
    this.turns[id] = ++this.turn;
    const landed = this.columns.landedAt(id);
    if (this.isFirstFree) {
      this.isFirstFree = false;
      this.sink(id, landed);
    } else {
      if (this.count === this.ids.length) this.enlarge();
      this.rise(this.count++, id, landed);
    }
  }

  /** -1 when it is empty. */
  take(): number {
    if (this.isFirstFree) {
      this.isFirstFree = false;
      const last = --this.count;
      if (last > 0) this.sink(this.ids[last] ?? 0, this.landed[last] ?? 0);
    }
    if (this.count === 0) return -1;
    this.isFirstFree = true;
    return this.ids[0] ?? -1;
  }

  private rise(from: number, id: number, landed: number): void {
    let at = from;
    for (let above = (at - 1) >> 1; at > 0 && this.isBefore(id, landed, above); above = (at - 1) >> 1) {
      this.put(at, this.ids[above] ?? 0, this.landed[above] ?? 0);
      at = above;
    }
    this.put(at, id, landed);
  }

  /** From the first place. */
  private sink(id: number, landed: number): void {
    let at = 0;
    for (let below = 1; below < this.count; below = at * 2 + 1) {
      const other = below + 1;
      const first =
        other < this.count && !this.isBefore(this.ids[below] ?? 0, this.landed[below] ?? 0, other) ? other : below;
      if (this.isBefore(id, landed, first)) break;
      this.put(at, this.ids[first] ?? 0, this.landed[first] ?? 0);
      at = first;
    }
    this.put(at, id, landed);
  }

  private put(at: number, id: number, landed: number): void {
    this.ids[at] = id;
    this.landed[at] = landed;
  }

  /** True when the commit comes before the one at `place`, which is another. */
  private isBefore(id: number, landed: number, place: number): boolean {
    const apart = landed - (this.landed[place] ?? 0);
    return apart > 0 || (apart === 0 && (this.turns[id] ?? 0) < (this.turns[this.ids[place] ?? 0] ?? 0));
  }

  private enlarge(): void {
    const capacity = this.count * 2;
    const [ids, landed] = [new Int32Array(capacity), new Float64Array(capacity)];
    ids.set(this.ids);
    landed.set(this.landed);
    [this.ids, this.landed] = [ids, landed];
  }
}
