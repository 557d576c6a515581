import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runGit, testEnvironment } from '../support/repo.ts';

const START = 1_100_000_000;
const STEP = 600;
const WHO = 'Ada Example <ada@example.invalid>';
/** Commits handed to git at once. */
const PIECE = 2000;

/**
 * A bare repository whose branch `main` has that many commits with bodies, every fourth the merge of a branch. Made once
 * and kept in the system's temporary folder.
 */
export async function makeLongHistory(commits: number): Promise<string> {
  const cache = path.join(tmpdir(), 'outcome-lens-histories');
  const repository = path.join(cache, `made-${commits}.git`);
  if (existsSync(repository)) return repository;
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(path.join(cache, 'made-'));
  runGit(partial, ['init', '--quiet', '--bare', '--initial-branch=main']);
  const git = spawn('git', ['fast-import', '--quiet'], {
    cwd: partial,
    env: testEnvironment(),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const closed = once(git, 'close');
  await pipeline(Readable.from(pieces(commits)), git.stdin);
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`git fast-import ended with ${String(code)}`);
  await rename(partial, repository);
  return repository;
}

function* pieces(commits: number): Generator<string> {
  for (let mark = 1; mark <= commits; mark += PIECE) {
    let piece = '';
    for (let at = mark; at < mark + PIECE && at <= commits; at++) piece += commitText(at);
    yield piece;
  }
}

function commitText(mark: number): string {
  const time = START + mark * STEP;
  const key = `PAY-${1 + (mark >> 2)}`;
  const merge = mark % 4 === 0;
  const title = merge
    ? `Merge pull request #${mark} from someone/feature/${key}-step`
    : `${key} step ${mark} (#${mark})`;
  const message = `${title}\n\nWhat changed and why, in a sentence that nobody needs.\n\nRefs: ${key}\nReviewed-by: ${WHO}\n`;
  const parents = merge ? `from :${mark - 3}\nmerge :${mark - 1}\n` : mark === 1 ? '' : `from :${mark - 1}\n`;
  const header = `commit refs/heads/main\nmark :${mark}\nauthor ${WHO} ${time - STEP} +0000\ncommitter ${WHO} ${time} +0000\n`;
  return `${header}data ${message.length}\n${message}${parents}\n`;
}
