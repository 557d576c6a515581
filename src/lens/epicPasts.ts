import type { EpicsPort, EpicVersion } from '../model/ports/epicsPort.ts';
import type { FileVersion, FileVersions } from '../model/ports/gitPort.ts';
import { CancelledError } from '../model/problem.ts';

/** A committed version of an epic file. */
export interface PastVersion extends EpicVersion {
  /** Epoch seconds. */
  readonly written: number;
}

/** The versions of one epic, newest first. */
export interface EpicPast {
  readonly versions: readonly PastVersion[];
  /** There may be older ones. */
  readonly cut: boolean;
}

interface ReadOptions {
  /** Reads no version that is older than the first one for which this is true. */
  readonly until?: (version: EpicVersion) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Reads versions of epic files. Rejects with `CancelledError`. */
export type EpicPasts = (file: FileVersions, options?: ReadOptions) => Promise<EpicPast>;

/** Texts that are read in one go: between them, whoever waits for the process has a turn. */
const MOST_AT_ONCE = 8;
/** Front matters that are kept. */
const MOST_KEPT = 10_000;

/**
 * Front matter is read once for all who ask, whatever file and version has it: a tick changes none of it. A past ends where the
 * file had another name and another key: git takes an epic that began as a copy of the template for the one that was
 * deleted with it.
 */
export function createEpicPasts(epics: Pick<EpicsPort, 'frontMatter' | 'epicVersion'>): EpicPasts {
  const ofVersions = new WeakMap<FileVersion, EpicVersion>();
  const known = new Map<string, EpicVersion>();
  let inOneGo = 0;

  async function read(version: FileVersion): Promise<EpicVersion> {
    const before = ofVersions.get(version);
    if (before !== undefined) return before;
    const matter = epics.frontMatter(version.text);
    const told = known.get(matter) ?? (await readAnew(matter));
    ofVersions.set(version, told);
    return told;
  }

  async function readAnew(matter: string): Promise<EpicVersion> {
    if (++inOneGo > MOST_AT_ONCE) {
      inOneGo = 0;
      await new Promise(resolve => setImmediate(resolve));
    }
    if (known.size >= MOST_KEPT) known.clear();
    const version = epics.epicVersion(matter);
    known.set(matter, version);
    return version;
  }

  return async (file, { until, signal } = {}) => {
    const versions: PastVersion[] = [];
    let newer: { readonly key: string; readonly path: string } | null = null;
    for (const fileVersion of file.versions) {
      if (signal?.aborted === true) throw new CancelledError();
      const { written, path } = fileVersion;
      const version = await read(fileVersion);
      const { key } = version;
      if (newer !== null && key !== null && key !== newer.key && path !== newer.path) return { versions, cut: false };
      if (key !== null) newer = { key, path };
      versions.push({ written, ...version });
      if (until?.(version) === true) break;
    }
    return { versions, cut: file.cut };
  };
}
