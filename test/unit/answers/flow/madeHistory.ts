import type { Commit } from '../../../../src/model/commit.ts';
import { readMessage } from '../../../../src/model/text/commitMessage.ts';
import { NO_KEY_RULES, type KeyRules } from '../../../../src/model/text/ticketKeys.ts';
import type { TagFacts } from '../../../../src/model/ports/gitPort.ts';
import type { Deployment, WorkItem } from '../../../../src/model/work.ts';
import { buildWorkItems, type WorkItems, type WorkSource } from '../../../../src/answers/flow/items/workItems.ts';

export const DAY = 86_400;
/** 2024-01-01, a Monday, 00:00 UTC. */
export const EPOCH = Date.UTC(2024, 0, 1) / 1000;

/** The instant `days` after 2024-01-01. */
export function at(days: number): number {
  return EPOCH + Math.round(days * DAY);
}

export interface CommitOptions {
  readonly message?: string;
  /** Names of parents; the commit made before it when left out. */
  readonly parents?: readonly string[];
  /** Days after 2024-01-01. */
  readonly landed: number;
  /** The same; `landed` when left out. */
  readonly written?: number;
}

/** A small history made by hand: commits are called by name, their hash is made from it. */
export class MadeHistory {
  private readonly made: Commit[] = [];
  private readonly tags: TagFacts[] = [];
  private last: string | null = null;
  private readonly rules: KeyRules;

  constructor(rules: KeyRules = NO_KEY_RULES) {
    this.rules = rules;
  }

  /** Newest first, as git gives them. */
  get commits(): readonly Commit[] {
    return this.made.toReversed();
  }

  add(name: string, options: CommitOptions): this {
    const parents = options.parents ?? (this.last === null ? [] : [this.last]);
    this.made.push({
      hash: hashOf(name),
      parents: parents.map(hashOf),
      written: at(options.written ?? options.landed),
      landed: at(options.landed),
      facts: readMessage(options.message ?? name, { rules: this.rules, main: 'main' }),
    });
    this.last = name;
    return this;
  }

  /** A merge into `into` of what `branch` points at. */
  merge(name: string, message: string, into: string, branch: string, landed: number): this {
    return this.add(name, { message, parents: [into, branch], landed });
  }

  /** A tag on a commit that was added before, made when the commit landed or on another day. */
  tag(name: string, commit: string, day?: number): this {
    const tagged = this.made.find(({ hash }) => hash === hashOf(commit));
    if (tagged === undefined) throw new Error(`no commit ${commit}`);
    const { hash, landed } = tagged;
    this.tags.push({ name, commit: hash, at: day === undefined ? landed : at(day), committed: landed });
    return this;
  }

  source(changes: Partial<WorkSource> = {}): WorkSource {
    return {
      commits: this.commits,
      tip: this.last === null ? '' : hashOf(this.last),
      rules: this.rules,
      epics: new Map(),
      tickets: new Map(),
      conventions: {},
      tags: this.tags,
      releases: { tags: null, hotfix: null },
      now: at(400),
      shallow: false,
      ...changes,
    };
  }

  work(changes: Partial<WorkSource> = {}): WorkItems {
    return buildWorkItems(this.source(changes));
  }
}

export function hashOf(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(40, '0');
}

export function nameOf(hash: string): string {
  return Buffer.from(hash, 'hex').toString().replaceAll('\0', '');
}

/** Names of the commits of each item, by the item's label. */
export function contents(work: WorkItems): Record<string, string[]> {
  return Object.fromEntries(
    work.items.map(item => [labelOf(item), (work.commitsOf.get(item.id) ?? []).map(nameOf).sort()]),
  );
}

export function labelOf(item: WorkItem): string {
  return item.ticket ?? (item.number === null ? item.id : `!${item.number}`);
}

/** Labels of the items of each deployment, by its version; `first` where its content is not known. */
export function deployed(work: WorkItems): Record<string, string[] | 'first'> {
  const names = new Map(work.items.map(item => [item.id, labelOf(item)]));
  const itemsOf = ({ first, items }: Deployment): string[] | 'first' =>
    first ? 'first' : items.map(id => names.get(id) ?? id).sort();
  return Object.fromEntries(work.deployments.map(deployment => [deployment.version, itemsOf(deployment)]));
}

/** The only item of a history, or the one with this label. */
export function only(work: WorkItems, label?: string): WorkItem {
  const found = label === undefined ? work.items : work.items.filter(item => labelOf(item) === label);
  if (found.length !== 1) throw new Error(`${found.length} items: ${work.items.map(labelOf).join(', ')}`);
  return found[0]!;
}

/** Enough commits of a project for its keys to be believed, long before everything else. */
export function believed(project: string): MadeHistory {
  const made = new MadeHistory();
  for (let n = 1; n <= 5; n++) made.add(`early${n}`, { message: `${project}-90${n} early`, landed: -400 + n * 40 });
  return made;
}

/** Main with one merge: two commits on a branch, written on days 10 and 12, merged on day 15. */
export function merged(message: string, written: readonly number[] = [10, 12]): MadeHistory {
  const made = new MadeHistory().add('m1', { landed: 0 });
  written.forEach((day, index) => made.add(`a${index}`, { landed: 14, written: day }));
  return made.merge('m2', message, 'm1', `a${written.length - 1}`, 15);
}

/** Main with one commit of its own after a first one. */
export function single(message: string, landed = 10, written = landed): MadeHistory {
  return new MadeHistory().add('m1', { landed: 0 }).add('m2', { message, landed, written });
}

/** The item that landed last. */
export function lastOf(made: MadeHistory): WorkItem {
  const item = made.work().items.at(-1);
  if (item === undefined) throw new Error('no items');
  return item;
}
