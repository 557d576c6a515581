import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './repo.ts';

/** A program that stands before git and writes down what happens. */
export interface GitWrapper {
  /** For `gitPath`. */
  readonly path: string;
  /** Lines written so far. */
  lines(): string[];
}

/** `script` is shell text; `$LOG` is the file that `lines` reads, `"$@"` git's arguments. */
export function wrapGit(script: string): GitWrapper {
  const folder = temporaryFolder();
  const log = path.join(folder, 'log');
  const program = path.join(folder, 'git');
  writeFileSync(program, `#!/bin/sh\nLOG='${log}'\n${script}\n`);
  chmodSync(program, 0o755);
  return {
    path: program,
    lines: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []),
  };
}
