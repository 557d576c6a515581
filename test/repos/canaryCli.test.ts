import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FORMATS, parseArguments } from '../../src/cli/args.ts';
import { flowCommand } from '../../src/cli/flow.ts';
import { learnCommand } from '../../src/cli/learn.ts';
import { lintCommand } from '../../src/cli/lint.ts';
import { readyCommand } from '../../src/cli/ready.ts';
import type { CliCommand } from '../../src/cli/result.ts';
import { whyCommand } from '../../src/cli/why.ts';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { FlowAnswer, FlowRequest } from '../../src/model/flow/flow.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { shownTitle } from '../../src/model/text/shownTitle.ts';
import { figuresOf } from '../../src/wording/figures/figures.ts';
import { problemLine } from '../../src/wording/problems.ts';
import { ROOT } from '../contract/sourceTree.ts';
import { assertNobody } from '../support/canaries.ts';
import { conspicuousLens } from '../support/conspicuousLens.ts';
import { conspicuousRepo } from '../support/conspicuousRepo.ts';
import { cleanup, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';
import { wrapGit } from '../support/repoWrapper.ts';

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  why: whyCommand,
  ready: readyCommand,
  lint: lintCommand,
  learn: learnCommand,
  flow: flowCommand,
};

/** What git says when it fails, with a name wherever it puts one. */
const COMPLAINTS = [
  "fatal: ambiguous argument 'quillan/feature': unknown revision or path not in the working tree.",
  'fatal: bad object refs/heads/quillan/broken',
  'error: refs/remotes/origin/zephyrine/x does not point to a valid object!',
  'fatal: bad config line 7 in file /home/oswinella/.gitconfig',
  'fatal: empty ident name (for <thaddeux@canary.invalid>) not allowed',
  "fatal: detected dubious ownership in repository at '/home/bryndolf/work'",
  "fatal: unable to access 'https://xantheia:secret@canary.invalid/marrowick.git/': could not resolve host",
];

/** Answers the same question once: the figures of one answer are printed in many ways. */
function remembering(lens: RepositoryLens): RepositoryLens {
  const answers = new Map<string, Promise<FlowAnswer>>();
  const flow = (request: FlowRequest): Promise<FlowAnswer> => {
    const key = JSON.stringify(request);
    const answer = answers.get(key) ?? lens.flow(request, () => undefined);
    answers.set(key, answer);
    return answer;
  };
  return { ...lens, flow };
}

/** Runs the built command line, in a home and a cache folder of its own. */
function outcomeLens(home: string, args: readonly string[]): Promise<string> {
  return new Promise(resolve => {
    const env = { ...testEnvironment(), HOME: home, XDG_CACHE_HOME: path.join(home, 'cache') };
    execFile('node', [path.join(ROOT, 'dist', 'cli.cjs'), ...args], { cwd: ROOT, env }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

describe('people, on the command line', function () {
  this.timeout(60_000);
  let repo: TestRepo;
  let repository: RepositoryLens;

  before(async () => {
    repo = conspicuousRepo();
    repository = remembering(await conspicuousLens(repo.dir));
  });
  after(cleanup);

  /** Everything that a call prints: text or document, and what goes to stderr; or the sentence of its failure. */
  async function printed(args: readonly string[], terminal: boolean): Promise<string> {
    const options = parseArguments(args);
    const command = COMMANDS[options.command];
    assert.ok(command !== undefined);
    const signal = new AbortController().signal;
    try {
      const { text, json, diagnostics } = await command({
        repository,
        options,
        terminal,
        progress: () => undefined,
        signal,
      });
      return [text, JSON.stringify(json), ...diagnostics].join('\n');
    } catch (error) {
      return error instanceof ProblemError ? problemLine(error.problem) : String(error);
    }
  }

  it('show in no figure, in no format, on a terminal or in a pipe', async () => {
    const answer = await repository.flow(
      { window: { weeks: 26 }, type: null, team: null, use: 'view', solo: false },
      () => undefined,
    );
    assert.ok(answer.state === 'shown', 'nothing would be tested');
    const ids = figuresOf(answer).map(({ id }) => id);
    assert.ok(ids.length > 25);
    let told = 0;
    for (const terminal of [true, false])
      for (const format of FORMATS.flow)
        for (const id of ids) {
          const args = ['flow', '--figure', id, '--format', format];
          const text = await printed(args, terminal);
          if (text.length > 200) told++;
          assertNobody(text, `outcome-lens ${args.join(' ')}`);
        }
    assert.ok(told > 5 * ids.length, 'nothing would be tested');
  });

  it('show in no title of a commit', () => {
    // A key made from a name is a ticket's key to this product, so that history has none.
    const titles = conspicuousRepo({ withProjectKeys: false }).git('log', '--all', '--format=%s').split('\n');
    assert.ok(titles.length > 200, 'nothing would be tested');
    assert.throws(() => assertNobody(titles.join('\n'), 'the titles'), 'nothing would be tested');
    for (const title of titles) assertNobody(shownTitle(title), `the title of ${title}`);
  });

  it('show in no other output and no error', async () => {
    const calls = [
      ['why'],
      ['why', '--json'],
      ['why', '--ticket', 'PAY-21'],
      ['why', '--branch', 'main'],
      ['why', '--branch', 'none'],
      ['why', '--file', 'outcomes/team.yaml', '--line', '1', '-C', repo.dir],
      ['why', '--commit', repo.git('rev-parse', 'main')],
      ['ready'],
      ['ready', '--json'],
      ['ready', '--strict'],
      ['ready', '--format', 'markdown'],
      ['ready', '--format', 'sarif'],
      ['ready', 'PAY-999'],
      ['ready', 'PAY-999', '--format', 'markdown'],
      ['lint'],
      ['lint', '--json'],
      ['lint', '--format', 'sarif'],
      ['learn'],
      ['learn', '--json'],
      ['learn', '--format', 'markdown'],
      ['learn', '--figure', 'calibration'],
      ['learn', '--figure', 'featureFactoryReasons', '--format', 'csv'],
      ['learn', '--figure', 'nobody'],
      ['flow'],
      ['flow', '--json'],
      ['flow', '--format', 'markdown'],
      ['flow', '--solo'],
      ['flow', '--type', 'defect'],
      ['flow', '--type', 'risk'],
      ['flow', '--type', 'nobody'],
      ['flow', '--team', 'nobody'],
      ['flow', '--figure', 'nobody'],
      ['flow', '--since', '2019-01-07', '--until', '2019-03-01'],
    ];
    for (const terminal of [true, false])
      for (const call of calls) {
        const text = await printed(call, terminal);
        assert.ok(text.length > 10, call.join(' '));
        assertNobody(text, `outcome-lens ${call.join(' ')}`);
      }
  });

  it('show neither in what the built program prints nor in what it leaves behind', async () => {
    const home = temporaryFolder();
    const { dir } = conspicuousRepo({ withProjectKeys: false });
    const calls = [
      ['why', '--json'],
      ['ready'],
      ['learn', '--json'],
      ['flow', '--weeks', '520', '--json'],
      ['flow', '--weeks', '520', '--format', 'markdown'],
    ];
    for (const call of calls) {
      const text = await outcomeLens(home, [...call, '-C', dir]);
      assert.ok(text.length > 20);
      assertNobody(text, `outcome-lens ${call.join(' ')}`);
    }
    for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
      assertNobody(entry.name, 'the name of a file that is left behind');
      if (entry.isFile()) assertNobody(readFileSync(path.join(entry.parentPath, entry.name)), entry.name);
    }
  });

  for (const complaint of COMPLAINTS)
    it(`show in no error and no log line when git says "${complaint}"`, async () => {
      const log: string[] = [];
      const failing = wrapGit(
        `case "$*" in *--version*) exec git "$@";; esac\ncat >&2 <<'END'\n${complaint}\nEND\nexit 128`,
      );
      const reading = wrapGit(
        `case "$*" in *' log '*) cat >&2 <<'END'\n${complaint}\nEND\nexit 128;; esac\nexec git "$@"`,
      );
      const say = (line: string) => log.push(line);
      assertNobody(await failureOf(conspicuousLens(repo.dir, say, { gitPath: failing.path })), 'an error of opening');
      const lens = await conspicuousLens(repo.dir, say, { gitPath: reading.path });
      const request = { window: { weeks: 26 }, type: null, team: null, use: 'view', solo: false } as const;
      assertNobody(await failureOf(lens.flow(request, () => undefined)), 'an error of reading');
      assert.ok(log.length > 0);
      assertNobody(log.join('\n'), 'the log');
    });
});

async function failureOf(answer: Promise<unknown>): Promise<string> {
  const error: unknown = await answer.then(
    () => assert.fail('git did not fail'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ProblemError);
  return JSON.stringify([error.problem, problemLine(error.problem), error.message, error.stack]);
}
