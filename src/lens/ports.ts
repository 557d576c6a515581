import type { Clock } from '../model/ports/clockPort.ts';
import type { EpicsPort } from '../model/ports/epicsPort.ts';
import type { FilesPort } from '../model/ports/filesPort.ts';
import type { GitPort } from '../model/ports/gitPort.ts';

/** Everything the lens needs from outside. Each face's composition root provides them. */
export interface LensPorts {
  readonly git: GitPort;
  readonly epics: EpicsPort;
  readonly files: FilesPort;
  readonly now: Clock;
  /**
   * The folder that holds epic files, inside the repository, with `/`. Read on every use. `root` is the repository's, for
   * a face that has a folder for each; within one repository's lens it is bound already.
   */
  readonly outcomesFolder: (root?: string) => string;
}
