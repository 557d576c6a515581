import assert from 'node:assert/strict';
import { createGit } from '../../src/git/openGit.ts';
import { ADA, cleanup, makeRepo, testEnvironment, type Person } from '../support/repo.ts';
import { bandOf, commitsOf, person } from '../support/repoPeople.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });

/** Counted beside Ada: '1' means "no human, or Ada again". */
async function isHuman(candidate: Person): Promise<boolean> {
  return (await bandOf(ADA, candidate)) === '2';
}

describe('who counts as a human', () => {
  afterEach(cleanup);

  it('names the commits of bots and agents', async () => {
    const repo = makeRepo();
    const dependabot = person('dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com');
    const [human, bot, agent] = commitsOf(repo, ADA, dependabot, person('Claude', 'noreply@anthropic.com')) as [
      string,
      string,
      string,
    ];
    const opened = await git.open(repo.dir);
    const { sets, automated } = await opened.groupSizes([{ items: [[human, bot], [agent]] }]);
    assert.deepEqual([...automated].sort(), [bot, agent].sort());
    assert.equal(sets[0]?.band, '1');
  });

  for (const name of ['test_bot', 'my-bot', '[bot]', 'test bot 123', 'name_bot_suffix', 'Renovate-Bot', 'some[bot]']) {
    it(`takes ${name} for a bot`, async () => assert.equal(await isHuman(person(name, 'x@example.invalid')), false));
  }

  for (const name of ['robotics', 'lobotomy', 'about', 'bots', 'Botha']) {
    it(`takes ${name} for a human`, async () => assert.equal(await isHuman(person(name, 'x@example.invalid')), true));
  }

  it('knows services and agents by name, account and address', async () => {
    const services = [
      person('dependabot', 'support@example.invalid'),
      person('Renovate', 'x@example.invalid'),
      person('GitHub Actions', 'actions@example.invalid'),
      person('Someone', 'github-actions@example.invalid'),
      person('GitHub', 'noreply@example.invalid'),
      person('Spring Builds', 'builds@example.invalid'),
      person('copilot-swe-agent[bot]', '198982749+Copilot@users.noreply.github.com'),
      person('Cursor Agent', 'cursoragent@cursor.com'),
      person('Claude', '81847+claude@users.noreply.github.com'),
      person('Devin AI', '158243242+devin-ai-integration[bot]@users.noreply.github.com'),
    ];
    for (const service of services) assert.equal(await isHuman(service), false, service.name);
    assert.equal(await isHuman(person('Dora Muster', 'github@example.invalid')), true);
    assert.equal(await isHuman(person('Claude Muster', 'claude@example.invalid')), true);
  });

  it('takes nobody for a machine by a surname or given name in their address', async () => {
    const people = [
      person('Sarah Jenkins', 'jenkins@example.invalid'),
      person('Junie Park', 'junie@example.invalid'),
      person('Haider Aider', '7+aider@users.noreply.github.com'),
      person('Travis Wei Ci', 'travis.ci@example.invalid'),
      person('Claude Dupont', '12-claude@users.noreply.gitlab.com'),
    ];
    const repo = makeRepo();
    const commits = commitsOf(repo, ...people);
    const opened = await git.open(repo.dir);
    const { sets, automated } = await opened.groupSizes([{ items: commits.map(commit => [commit]) }]);
    // "Travis Wei Ci" has a word of a machine's in the name as well, and whatever is doubtful lowers the count.
    assert.deepEqual([...automated], [commits[3]]);
    assert.equal(sets[0]?.band, '3-4');
  });

  it('takes it for a machine where address and name agree, or the whole name says so', async () => {
    const machines = [
      person('Jenkins', 'ops@example.invalid'),
      person('Jenkins Server', 'jenkins@example.invalid'),
      person('Example CI', 'ci@example.invalid'),
      person('Build', 'x@example.invalid'),
      person('Junie', 'junie@example.invalid'),
    ];
    const repo = makeRepo();
    const commits = commitsOf(repo, ...machines);
    const opened = await git.open(repo.dir);
    const { automated } = await opened.groupSizes([{ items: [commits] }]);
    assert.deepEqual([...automated].sort(), commits.toSorted());
  });

  it('neither counts nor takes for a bot whoever writes from a mailbox that people share', async () => {
    const repo = makeRepo();
    const [shared] = commitsOf(repo, person('Dora Muster', 'build@example.invalid')) as [string];
    const opened = await git.open(repo.dir);
    const { sets, automated } = await opened.groupSizes([{ items: [[shared]] }]);
    assert.deepEqual([sets[0]?.band, automated.size], ['0', 0]);
  });

  it('does not count what is unknown', async () => {
    const unknown = [
      person('unknown', 'u@example.invalid'),
      person('(no author)', '(no author)@example.invalid'),
      person('Somebody', ''),
      person('Somebody', 'none'),
    ];
    for (const nobody of unknown) assert.equal(await isHuman(nobody), false, nobody.name);
  });
});
