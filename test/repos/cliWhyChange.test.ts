import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArguments } from '../../src/cli/args.ts';
import { changeWhyJsonSchema } from '../../src/cli/output/changeWhyJson.ts';
import { whyCommand } from '../../src/cli/why.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { epic, FILE, open } from '../support/lensShop.ts';
import { cleanup, makeRepo, type TestRepo } from '../support/repo.ts';

async function why(repo: TestRepo, terminal: boolean, ...words: readonly string[]) {
  return whyCommand({
    repository: await open(repo),
    options: parseArguments(['why', '-C', repo.dir, ...words]),
    terminal,
    progress: () => undefined,
    signal: new AbortController().signal,
  });
}

/** `a.txt` came with PAY-101, `b.txt` with a change that only its merge tells the ticket of, `c.txt` with none. */
function shop(): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin', { files: { [FILE]: epic('PAY-100', 'PAY-101') } });
  repo.commit('feat(ada): PAY-101 **ask** [once](command:x) \u202efor Ada (#12)', { files: { 'a.txt': 'one\n' } });
  repo.switchTo('topic');
  repo.commit('Wording', { files: { 'b.txt': 'one\n' } });
  repo.switchTo('main');
  repo.merge('topic', 'Merge pull request #13 from ada/PAY-101-form');
  repo.commit('Typo', { files: { 'c.txt': 'one\n' } });
  return repo;
}

describe('why of a line and a commit on the command line', () => {
  afterEach(cleanup);

  it('is the chain, with the title on a terminal and without it elsewhere', async () => {
    const repo = shop();
    const shown = await why(repo, true, '--file', 'a.txt', '--line', '1');
    assert.equal(shown.exit, 0);
    assert.match(shown.text, /^Guests pay without an account\.\n\n {2}epic +PAY-100 /);
    assert.match(shown.text, /ticket +PAY-101 \(named in the subject of the change\)/);
    assert.match(
      shown.text,
      /change +feat: PAY-101 \*\*ask\*\* \[once\]\(command:x\) \(commit [0-9a-f]{7}, request 12, /,
    );
    assert.doesNotMatch(shown.text, /Ada|\u202e/);
    const piped = await why(repo, false, '--file', 'a.txt', '--line', '1');
    assert.doesNotMatch(piped.text, /ask/);
    assert.match(piped.text, /change +commit [0-9a-f]{7} \(request 12, /);
  });

  it('is a document without titles', async () => {
    const repo = shop();
    const { json } = await why(repo, true, '--file', 'a.txt', '--line', '1', '--json');
    const document = changeWhyJsonSchema.parse(json);
    assert.deepEqual(document.line, { file: 'a.txt', line: 1 });
    assert.equal(document.change?.commit, repo.git('rev-list', '-1', 'HEAD', '--', 'a.txt'));
    assert.equal(document.ticket?.how, 'named in the subject of the change');
    assert.equal(document.outcome?.statement, 'Guests pay without an account.');
    assert.doesNotMatch(JSON.stringify(json), /ask/);
  });

  it('names the merge in which the ticket was found, and no branch', async () => {
    const repo = shop();
    const { text, json, exit } = await why(repo, true, '--file', 'b.txt', '--line', '1');
    assert.equal(exit, 0);
    assert.match(text, /ticket +PAY-101 \(named in the subject of the merge that brought it to the main branch\)/);
    assert.match(text, /merged by +Merge pull request #13 \(commit/);
    assert.match(text, /change +Wording/);
    assert.doesNotMatch(text, /ada/);
    assert.equal(changeWhyJsonSchema.parse(json).landedBy?.number, 13);
  });

  it('says what is missing, and how to mend it', async () => {
    const repo = shop();
    const { text, exit, json } = await why(repo, true, '--commit', repo.git('rev-parse', 'HEAD').slice(0, 9));
    assert.equal(exit, 1);
    assert.match(text, /change +Typo[^]*No ticket found\. Neither the change nor a merge/);
    const document = changeWhyJsonSchema.parse(json);
    assert.equal(document.line, null);
    assert.deepEqual(
      document.missing.map(({ code }) => code),
      ['ticket/none'],
    );
    await assert.rejects(why(repo, true, '--commit', 'abcdef1'), (error: unknown) => {
      return error instanceof ProblemError && error.problem.code === 'commit/not-found';
    });
  });

  it('answers from the branch for what is not committed, from the folder that was asked about', async () => {
    const repo = shop();
    repo.switchTo('feature/PAY-101-form');
    mkdirSync(path.join(repo.dir, 'docs'));
    const { text, json, exit } = await why(repo, true, '--branch', 'feature/PAY-101-form');
    assert.equal(exit, 0);
    assert.ok(text.includes('branch') && json !== null);
    repo.git('rm', '--quiet', '--cached', 'c.txt');
    repo.commit('Forget');
    const options = parseArguments(['why', '-C', path.join(repo.dir, 'docs'), '--file', '../c.txt', '--line', '1']);
    const signal = new AbortController().signal;
    const request = { repository: await open(repo), options, terminal: true, progress: () => undefined, signal };
    const line = await whyCommand(request);
    assert.match(line.text, /key in the branch name[^]*c\.txt:1 is not committed as it stands/);
    assert.equal(changeWhyJsonSchema.parse(line.json).change, null);
  });

  it('names a file that is not there, or outside, as a wrong call', async () => {
    const repo = shop();
    await assert.rejects(why(repo, true, '--file', 'gone.txt', '--line', '1'), /there is no file or folder "gone.txt"/);
    await assert.rejects(why(repo, true, '--file', '..', '--line', '1'), /is not in this repository/);
  });
});
