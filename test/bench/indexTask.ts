import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { temporaryFolder } from '../support/repo.ts';

/** What a process of its own is asked: an index over a store, and questions one after another. */
export interface IndexTask {
  readonly repository: string;
  /** The folder of the store. */
  readonly store: string;
  readonly questions: readonly { readonly tip: string; readonly since: number | null }[];
  readonly save: boolean;
}

export interface IndexTimes {
  readonly commits: number;
  /** Wall time of each question. */
  readonly milliseconds: readonly number[];
  /** Processor time of all questions, the start of the process included. */
  readonly processor: number;
  readonly saving: number;
  /** Resident memory; `idle` before the first question. */
  readonly kilobytes: { readonly idle: number; readonly peak: number; readonly peakWithSaving: number };
  readonly bytes: { readonly heap: number; readonly buffers: number };
}

export type IndexRunner = (task: IndexTask) => Promise<IndexTimes>;

/** Bundles the process, as the product is, so that no compiler's memory is counted. */
export async function createIndexRunner(): Promise<IndexRunner> {
  const outfile = path.join(temporaryFolder(), 'indexProcess.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'indexProcess.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
    logLevel: 'warning',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return async task => {
    const { stdout } = await promisify(execFile)('node', [outfile, JSON.stringify(task)]);
    return JSON.parse(stdout) as IndexTimes;
  };
}
