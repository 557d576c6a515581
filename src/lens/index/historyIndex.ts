import { graphOfColumns, type HistoryGraph } from '../../answers/flow/items/historyGraph.ts';
import { CommitColumns } from '../../model/history/commitColumns.ts';
import { newestFirst } from '../../model/history/newestFirst.ts';
import type { RepositoryPort } from '../../model/ports/gitPort.ts';
import type { StorePort } from '../../model/ports/storePort.ts';
import { CONVENTIONS } from '../../model/text/conventions.ts';
import { crc32 } from './crc32.ts';
import type { IndexContents } from './indexContents.ts';
import { readIndex, writeIndex } from './indexFile.ts';
import { bringUpToDate, readAnew, type IndexReading, type IndexRequest } from './indexReader.ts';
import { createSharedReadings } from './sharedReading.ts';

export interface IndexPorts {
  readonly repository: Pick<RepositoryPort, 'root' | 'history'>;
  readonly store: StorePort;
}

/** The newest part of one repository's history, kept in memory and in a store. */
export interface HistoryIndex {
  /**
   * The commits that git would show for the request, whatever was asked before. Git reads what is new or older than what
   * is known. Rejects as `RepositoryPort.history` does; with `CancelledError` when `signal` fires.
   */
  read(request: IndexRequest, onProgress: (commits: number) => void, signal?: AbortSignal): Promise<HistoryGraph>;
  /** Writes what was read, when that is worth a file. To be called after the answer was given; never rejects. */
  save(): Promise<void>;
}

interface Held {
  readonly key: number;
  readonly contents: IndexContents;
  /** Commits and floor of what the store holds. */
  readonly saved: { readonly size: number; readonly floor: number };
  /** The history was rewritten: some of the commits may be in nobody's history any more. */
  readonly rewritten: boolean;
}

/** Fewer new commits than this share are read again next time rather than written. */
const WORTH_A_FILE = 1 / 50;
/** More commits than this share that nobody's history holds any more are dropped. */
const TOO_MANY_LOST = 1 / 4;
const NOT_SAVED = { size: 0, floor: Infinity };

export function createHistoryIndex({ repository, store }: IndexPorts): HistoryIndex {
  // Its place may hold a name, so it is not called by it.
  const name = `history-${checksum(repository.root).toString(16).padStart(8, '0')}.index`;
  const share = createSharedReadings<HistoryGraph>();
  let held: Held | null = null;
  let shown: { readonly question: string; readonly graph: HistoryGraph } | null = null;

  async function load(key: number): Promise<Held | null> {
    const bytes = await store.read(name).catch(() => null);
    const contents = bytes === null ? null : readIndex(bytes, key);
    return contents === null ? null : { key, contents, saved: savedAs(contents), rewritten: false };
  }

  async function bring(reading: IndexReading): Promise<Held> {
    const { rules, main, shallow, conventions } = reading.request;
    // A shallow clone that is deepened gives its last commits parents.
    if (shallow) return anew(0, reading);
    const key = checksum(JSON.stringify([main.name, main.hash.length, rules, CONVENTIONS, conventions]));
    const known = held?.key === key ? held : await load(key);
    const contents = known === null ? null : await bringUpToDate(known.contents, reading);
    held = known === null || contents === null ? await anew(key, reading) : { ...known, contents };
    return held;
  }

  return {
    async read(request, onProgress, signal) {
      const question = JSON.stringify(request);
      if (shown?.question === question) return shown.graph;
      const run = async (tell: IndexReading['onProgress'], shared: AbortSignal) => {
        const reading = { request, history: repository.history, onProgress: tell, signal: shared };
        const before = held?.contents.tips[0];
        const { contents } = await bring(reading);
        const graph = graphOfColumns(contents.columns, { ...request, tip: request.main.hash });
        if (held !== null && before !== undefined && graph.positionOf(before) < 0) held = { ...held, rewritten: true };
        shown = { question, graph };
        return graph;
      };
      return share(question, run, onProgress, signal);
    },

    async save() {
      // Whoever waits for the answer gets it first.
      await new Promise(resolve => setTimeout(resolve, 0));
      if (held === null || !isWorthAFile(held)) return;
      const contents = held.rewritten ? withoutLost(held.contents) : held.contents;
      const saved = savedAs(contents);
      held = { key: held.key, contents, saved, rewritten: false };
      await store.write(name, writeIndex(contents, held.key)).catch(() => undefined);
      // What came meanwhile may have reached the file in part, which its checksum tells: it is written again.
      if (contents.columns.size !== saved.size) held = { ...held, saved: NOT_SAVED };
    },
  };
}

async function anew(key: number, reading: IndexReading): Promise<Held> {
  return { key, contents: await readAnew(reading), saved: NOT_SAVED, rewritten: false };
}

function isWorthAFile({ contents: { columns, floor }, saved }: Held): boolean {
  return floor < saved.floor || columns.size - saved.size > saved.size * WORTH_A_FILE;
}

function savedAs({ columns, floor }: IndexContents): Held['saved'] {
  return { size: columns.size, floor };
}

/** Without the commits that a rewritten history left behind, when they are many. */
function withoutLost(contents: IndexContents): IndexContents {
  const { columns, tips } = contents;
  const [tip = '', ...alsoFrom] = tips;
  const { ids } = newestFirst(columns, { tip, alsoFrom, since: null });
  if (columns.size - ids.length <= columns.size * TOO_MANY_LOST) return contents;
  const kept = CommitColumns.empty(tip.length, columns.pieces().conventions);
  for (const id of ids) kept.add(columns.commitAt(id));
  return { ...contents, columns: kept };
}

function checksum(text: string): number {
  return crc32([new TextEncoder().encode(text)]);
}
