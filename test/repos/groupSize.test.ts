import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createGit } from '../../src/git/openGit.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { wrapGit } from '../support/repoWrapper.ts';
import { ADA, BEN, CLEO, cleanup, makeRepo, testEnvironment, type Person } from '../support/repo.ts';
import { bandOf, commitsOf, person, sizeOf } from '../support/repoPeople.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });

describe('the identity gate', () => {
  afterEach(cleanup);

  it('answers in bands', async () => {
    const people = Array.from({ length: 10 }, (_, index) => person(`Person ${index}`, `p${index}@example.invalid`));
    const repo = makeRepo();
    const commits = commitsOf(repo, ...people);
    const opened = await git.open(repo.dir);
    const sets = Array.from({ length: 11 }, (_, count) => ({ items: commits.slice(0, count).map(commit => [commit]) }));
    const { sets: sizes } = await opened.groupSizes(sets);
    const bands = ['0', '1', '2', '3-4', '3-4', '5-9', '5-9', '5-9', '5-9', '5-9', '10+'];
    assert.deepEqual(
      sizes.map(size => size.band),
      bands,
    );
  });

  it('takes three addresses of one human for one', async () => {
    const same = [
      person('Ada Example', 'ada@work.invalid'),
      person('ada  example ', 'ADA@home.invalid'),
      person('A. E.', 'ada+git@home.invalid'),
      person('Ada E', 'ada@home.invalid'),
    ];
    assert.equal(await bandOf(...same), '1');
    assert.equal(
      await bandOf(person('Zoë Muster', 'z1@example.invalid'), person('Zoe Muster', 'z2@example.invalid')),
      '1',
    );
  });

  it('takes hidden addresses for the account behind them', async () => {
    const hidden = [
      person('One', '123+ada@users.noreply.github.com'),
      person('Two', 'ada@users.noreply.github.com'),
      person('Three', '77-ada@users.noreply.gitlab.com'),
      person('ada', 'ada@example.invalid'),
    ];
    assert.equal(await bandOf(...hidden), '1');
  });

  it('joins through an identity that is in another set', async () => {
    const repo = makeRepo();
    const [first, second, bridge] = commitsOf(
      repo,
      person('Ada Example', 'a@example.invalid'),
      person('A. Example', 'b@example.invalid'),
      person('Ada Example', 'b@example.invalid'),
    ) as [string, string, string];
    const opened = await git.open(repo.dir);
    const { sets } = await opened.groupSizes([{ items: [[first], [second]] }, { items: [[bridge]] }]);
    assert.deepEqual(
      sets.map(size => size.band),
      ['1', '1'],
    );
  });

  it('obeys the mailmap', async () => {
    const repo = makeRepo();
    const commits = commitsOf(repo, person('Old Name', 'old@example.invalid'), ADA);
    assert.equal((await sizeOf(repo, commits)).band, '2');
    writeFileSync(path.join(repo.dir, '.mailmap'), `${ADA.name} <${ADA.email}> <old@example.invalid>\n`);
    assert.equal((await sizeOf(repo, commits)).band, '1');
  });

  it('shows a third contributor', async () => {
    assert.equal(await bandOf(ADA, BEN, ADA, BEN), '2');
    assert.equal(await bandOf(ADA, BEN, ADA, BEN, CLEO), '3-4');
  });

  it('does not count co-authors and committers', async () => {
    const repo = makeRepo();
    const hash = repo.commit(
      `work\n\nCo-authored-by: ${BEN.name} <${BEN.email}>\nSigned-off-by: ${CLEO.name} <${CLEO.email}>`,
    );
    assert.equal((await sizeOf(repo, [hash])).band, '1');
  });

  it('sees that one human has more than 80 % of the items', async () => {
    const repo = makeRepo();
    const ada = commitsOf(repo, ...Array<Person>(9).fill(ADA));
    const [ben, cleo] = commitsOf(repo, BEN, CLEO) as [string, string];
    assert.deepEqual(await sizeOf(repo, [...ada, ben]), { band: '2', dominated: true });
    assert.deepEqual(await sizeOf(repo, [...ada.slice(0, 8), ben, cleo]), { band: '3-4', dominated: false });
    assert.deepEqual(await sizeOf(repo, [...ada, ben, cleo]), { band: '3-4', dominated: true });
    assert.deepEqual(await sizeOf(repo, [ben]), { band: '1', dominated: true });
    assert.deepEqual(await sizeOf(repo, []), { band: '0', dominated: false });
  });

  it('gives an item to who wrote most of it, ties to the first, and leaves bots out', async () => {
    const repo = makeRepo();
    const bot = person('renovate[bot]', 'renovate@example.invalid');
    const [a1, a2, b1, b2, c1, r1, r2] = commitsOf(repo, ADA, ADA, BEN, BEN, CLEO, bot, bot) as [string, ...string[]];
    const opened = await git.open(repo.dir);
    const dominated = async (...items: readonly (readonly (string | undefined)[])[]) => {
      const known = items.map(item => item.filter(commit => commit !== undefined));
      return (await opened.groupSizes([{ items: known }])).sets[0]!.dominated;
    };
    assert.equal(await dominated([a1, b1], [a2, c1]), true, 'ties');
    assert.equal(await dominated([a1, b1], [c1, a2]), false, 'ties, the other way round');
    assert.equal(await dominated([b1, a1, a2], [c1, a1, a2]), true, 'majority');
    assert.equal(await dominated([r1, r2, a1], [r1, r2, b2]), false, 'bots own nothing');
    assert.equal(await dominated([a1], [a2], [r1], [r2]), true, 'items of bots do not dilute');
  });

  it('takes all that nobody can be told from for one who may dominate, and for nobody when it counts', async () => {
    const repo = makeRepo();
    const nobody = commitsOf(repo, ...Array<Person>(13).fill(person('unknown', 'unknown')));
    const people = commitsOf(repo, ADA, BEN, CLEO);
    assert.deepEqual(await sizeOf(repo, [...nobody, ...people]), { band: '3-4', dominated: true });
    assert.deepEqual(await sizeOf(repo, [...nobody.slice(0, 12), ...people]), { band: '3-4', dominated: false });
    assert.deepEqual(await sizeOf(repo, nobody), { band: '0', dominated: true });
    const opened = await git.open(repo.dir);
    const beside = people.map((commit, at) => [nobody[at] ?? '', nobody[at + 3] ?? '', commit]);
    const { sets } = await opened.groupSizes([{ items: beside }]);
    assert.deepEqual(sets, [{ band: '3-4', dominated: false }], 'whoever is known owns the item');
  });

  it('does not count commits that are not here, and asks for nothing when there is nothing to ask', async () => {
    const repo = makeRepo();
    const [hash] = commitsOf(repo, ADA, BEN) as [string];
    assert.deepEqual(await sizeOf(repo, ['a'.repeat(40), hash]), { band: '1', dominated: true });
    assert.deepEqual(await sizeOf(repo, ['a'.repeat(40)]), { band: '0', dominated: false });
    const opened = await git.open(repo.dir);
    assert.deepEqual(await opened.groupSizes([]), { sets: [], automated: new Set() });
    await assert.rejects(sizeOf(repo, ['HEAD']), TypeError);
  });

  it('asks git once for all sets', async () => {
    const repo = makeRepo();
    const commits = commitsOf(repo, ADA, BEN, CLEO);
    const wrapper = wrapGit('echo "$@" >> "$LOG"; exec git "$@"');
    const opened = await createGit({
      isTrusted: () => true,
      environment: testEnvironment(),
      gitPath: wrapper.path,
    }).open(repo.dir);
    const before = wrapper.lines().length;
    await opened.groupSizes(commits.map(commit => ({ items: [[commit]] })));
    assert.equal(wrapper.lines().length, before + 1);
  });

  it('lets nothing out: not in the answer, not in the log, not in a failure', async () => {
    const repo = makeRepo();
    const secret = person('Canary Person', 'canary@example.invalid');
    const commits = commitsOf(repo, secret, BEN);
    const logged: string[] = [];
    const failing = wrapGit(
      `case "$*" in *no-walk*) echo "fatal: ${secret.name} <${secret.email}>" >&2; exit 128;; *) exec git "$@";; esac`,
    );
    const options = { isTrusted: () => true, environment: testEnvironment(), log: (line: string) => logged.push(line) };
    const good = await createGit(options).open(repo.dir);
    const reading = await good.groupSizes([{ items: [commits] }]);
    const bad = await createGit({ ...options, gitPath: failing.path }).open(repo.dir);
    const failure = await bad.groupSizes([{ items: [commits] }]).catch((error: unknown) => error);
    assert.ok(failure instanceof ProblemError);
    assert.deepEqual(failure.problem, { code: 'git/failed' });
    const everything = [
      JSON.stringify(reading),
      [...reading.automated].join(),
      logged.join(),
      String(failure.stack),
    ].join('\n');
    assert.doesNotMatch(everything, /canary/i);
  });
});
