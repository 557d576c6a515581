import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Stands before git and writes down each process of ours; VS Code's own git extension runs git too. */
export function countingGit(): { readonly program: string; count(): number; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'ol-git-'));
  const [program, log] = [path.join(folder, 'git'), path.join(folder, 'log')];
  writeFileSync(program, `#!/bin/sh\n[ "$OUTCOME_LENS" = 1 ] && echo run >>'${log}'\nexec git "$@"\n`);
  chmodSync(program, 0o755);
  return {
    program,
    count: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
