import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runGit, temporaryFolder, testEnvironment } from '../support/repo.ts';

const START = 1_500_000_000;
const STEP = 600;
const WHO = 'Ada Example <ada@example.invalid>';

/** A repository whose branch `main` has that many commits with bodies, every fourth on a merged branch. Removed by `cleanup`. */
export async function makeLongHistory(commits: number): Promise<string> {
  const folder = temporaryFolder();
  runGit(folder, ['init', '--quiet', '--initial-branch=main']);
  const git = spawn('git', ['fast-import', '--quiet'], {
    cwd: folder,
    env: testEnvironment(),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const closed = once(git, 'close');
  await pipeline(Readable.from(stream(commits)), git.stdin);
  await closed;
  return folder;
}

function* stream(commits: number): Generator<string> {
  for (let mark = 1; mark <= commits; mark++) {
    const time = START + mark * STEP;
    const key = `PAY-${1 + (mark >> 2)}`;
    const merge = mark % 4 === 0;
    const title = merge
      ? `Merge pull request #${mark} from someone/feature/${key}-step`
      : `${key} step ${mark} (#${mark})`;
    const message = `${title}\n\nWhat changed and why, in a sentence that nobody needs.\n\nRefs: ${key}\nReviewed-by: ${WHO}\n`;
    const parents = merge ? `from :${mark - 3}\nmerge :${mark - 1}\n` : mark === 1 ? '' : `from :${mark - 1}\n`;
    const header = `commit refs/heads/main\nmark :${mark}\nauthor ${WHO} ${time - STEP} +0000\ncommitter ${WHO} ${time} +0000\n`;
    yield `${header}data ${message.length}\n${message}${parents}\n`;
  }
}
