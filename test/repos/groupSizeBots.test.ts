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
