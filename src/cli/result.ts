import type { RepositoryLens } from '../lens/outcomeLens.ts';
import type { CliOptions } from './args.ts';

export interface CliRequest {
  readonly repository: RepositoryLens;
  readonly options: CliOptions;
  /** Text goes to a person's own screen; anything else is an export. */
  readonly terminal: boolean;
  readonly progress: (text: string) => void;
  readonly signal: AbortSignal;
}

export interface CliResult {
  readonly exit: 0 | 1 | 2;
  readonly text: string;
  readonly json: unknown;
  /** For stderr, a line each. */
  readonly diagnostics: readonly string[];
}

export type CliCommand = (request: CliRequest) => Promise<CliResult>;
