import type { Commit } from '../../../../src/model/commit.ts';
import { createReach } from '../../../../src/model/history/reach.ts';
import type { RepositoryPort } from '../../../../src/model/ports/gitPort.ts';
import type { StorePort } from '../../../../src/model/ports/storePort.ts';
import { ProblemError, CancelledError } from '../../../../src/model/problem.ts';
import { readMessage } from '../../../../src/model/text/commitMessage.ts';
import { NO_KEY_RULES } from '../../../../src/model/text/ticketKeys.ts';

const FACTS = readMessage('PAY-1 step', { rules: NO_KEY_RULES, main: 'main' });
const BATCH = 100;

/** A history in memory, walked the slow way: a list that is kept in git's order. */
export class MadeGit {
  private readonly commits = new Map<string, Commit>();
  private made = 0;
  /** Commits handed over, of each reading. */
  readonly readings: number[] = [];
  /** Called before each batch. */
  onBatch: () => void | Promise<void> = () => undefined;

  /** Returns the new commit's hash. */
  add(parents: readonly string[], landed: number): string {
    const hash = `${(++this.made).toString(16).padStart(8, '0')}${'5eed'.repeat(8)}`;
    this.commits.set(hash, { hash, parents, written: landed - 60, landed, facts: FACTS });
    return hash;
  }

  remove(hash: string): void {
    this.commits.delete(hash);
  }

  readonly history: RepositoryPort['history'] = async (request, sink, signal) => {
    const { from = [request.main.hash], alsoFrom = [], without = [], since } = request;
    const found: Commit[] = [];
    const isInReach = createReach(since ?? -Infinity, alsoFrom.length === 0 ? null : from);
    for (const commit of this.walk([...from, ...alsoFrom], this.ancestors(without))) {
      if (!isInReach(commit.hash, commit.parents, commit.landed)) break;
      found.push(commit);
    }
    this.readings.push(found.length);
    for (let at = 0; at < found.length; at += BATCH) {
      await this.onBatch();
      if (signal?.aborted === true) throw new CancelledError();
      sink(found.slice(at, at + BATCH));
    }
    return found.length;
  };

  /** `commit_list_insert_by_date` of git's commit.c: before the first that is older. */
  private *walk(tips: readonly string[], left: ReadonlySet<string>): Generator<Commit> {
    const seen = new Set(left);
    const list: Commit[] = [];
    const insert = (hash: string): void => {
      if (seen.has(hash)) return;
      seen.add(hash);
      const commit = this.get(hash);
      const at = list.findIndex(other => other.landed < commit.landed);
      list.splice(at === -1 ? list.length : at, 0, commit);
    };
    tips.forEach(insert);
    for (let commit = list.shift(); commit !== undefined; commit = list.shift()) {
      yield commit;
      commit.parents.forEach(insert);
    }
  }

  private ancestors(tips: readonly string[]): Set<string> {
    const seen = new Set<string>();
    const open = [...tips];
    for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
      if (seen.has(hash)) continue;
      seen.add(hash);
      open.push(...this.get(hash).parents);
    }
    return seen;
  }

  private get(hash: string): Commit {
    const commit = this.commits.get(hash);
    if (commit === undefined) throw new ProblemError({ code: 'git/failed', detail: 'bad object' });
    return commit;
  }
}

/** A store in memory. */
export function memoryStore(): StorePort & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    read: name => Promise.resolve(files.get(name)?.slice() ?? null),
    write(name, pieces) {
      files.set(name, Uint8Array.from(Buffer.concat(pieces)));
      return Promise.resolve();
    },
    remove(name) {
      files.delete(name);
      return Promise.resolve();
    },
  };
}
