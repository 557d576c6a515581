import type { Clock } from '../model/ports/clockPort.ts';
import type { EpicsPort } from '../model/ports/epicsPort.ts';
import type { FilesPort } from '../model/ports/filesPort.ts';
import type { GitPort } from '../model/ports/gitPort.ts';
import type { StorePort } from '../model/ports/storePort.ts';

/** Everything the lens needs from outside. Each face's composition root provides them. */
export interface LensPorts {
  readonly git: GitPort;
  readonly epics: EpicsPort;
  readonly files: FilesPort;
  /** Where what was read of a repository's history may be kept; what is there can always be made again. */
  readonly store: StorePort;
  readonly now: Clock;
  /**
   * The folder that holds epic files, inside the repository, with `/`. Read on every use. `root` is the repository's, for
   * a face that has a folder for each; within one repository's lens it is bound already.
   */
  readonly outcomesFolder: (root?: string) => string;
}
