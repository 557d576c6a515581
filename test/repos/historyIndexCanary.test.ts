import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createGit } from '../../src/git/openGit.ts';
import { createHistoryIndex } from '../../src/lens/index/historyIndex.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { fileStore } from '../../src/store/fileStore.ts';
import { cleanup, makeRepo, repoAt, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';

const NAMES = ['Quillan', 'Zephyrine', 'Thaddeux'] as const;

/** Every place of a commit that can hold a name does. */
function fill(repo: TestRepo): void {
  NAMES.forEach((name, at) => {
    const nick = name.toLowerCase();
    const author = { name: `${name} Canary`, email: `${nick}@canary.invalid` };
    const trailers = ['Reviewed-by', 'Signed-off-by', 'Co-authored-by', 'Reviewers', 'Cc']
      .map(trailer => `${trailer}: ${name} Canary <${nick}@canary.invalid>`)
      .join('\n');
    const titles = [
      `${nick}: fix guest checkout for ${name}`,
      `feat(${nick}): a cache by ${name} (#${at + 10})`,
      `Revert "${name}'s cache"\n\nThis reverts commit ${'ab'.repeat(20)}.`,
      `PAY-${at + 1} ask @${nick} on behalf of ${name}\n\nFixes #${at + 50}, thanks to ${name}.\n\n${trailers}`,
    ];
    for (const title of titles) repo.commit(title, { author });
    const branch = `${nick}/feature/PAY-${at + 20}-${nick}-spike`;
    repo.switchTo(branch);
    repo.commit(`PAY-${at + 20} work of ${name}`, { author });
    repo.switchTo('main');
    const merges = [`Merge pull request #${at + 90} from ${branch}`, `Merge branch '${branch}' of ${nick}.invalid:own`];
    repo.merge(branch, merges[at % 2] ?? '', { author });
    repo.git('tag', '-a', `v${at}-${nick}`, '-m', `Released by ${name}`);
  });
}

/** The text as it would stand in a file: as it is, in other letters, and encoded at any of three places. */
function disguises(name: string): string[] {
  const texts = [name, name.toLowerCase(), name.toUpperCase()];
  return texts.flatMap(text => [
    text,
    Buffer.from(text).toString('hex'),
    Buffer.from(text, 'utf16le').toString('latin1'),
    ...[0, 1, 2].map(shift => {
      const encoded = Buffer.from('\0'.repeat(shift) + text).toString('base64');
      return encoded.slice(Math.ceil((shift * 8) / 6), -4);
    }),
  ]);
}

describe('people, in the file of the history index', () => {
  afterEach(cleanup);

  it('do not occur, and neither do they in its name', async () => {
    const folder = path.join(temporaryFolder(), 'quillan');
    const origin = makeRepo();
    fill(origin);
    origin.git('clone', '--quiet', origin.dir, folder);
    const opened = await createGit({ isTrusted: () => true, environment: testEnvironment() }).open(repoAt(folder).dir);
    const { main } = await opened.facts(null, NO_KEY_RULES);
    assert.ok(main);
    const store = temporaryFolder();
    const index = createHistoryIndex({ repository: opened, store: fileStore(store) });
    const alsoFrom = (await opened.releaseTags()).map(({ commit }) => commit);
    const request = { main, rules: NO_KEY_RULES, since: null, alsoFrom, shallow: false, conventions: [] };
    const graph = await index.read(request, () => undefined);
    assert.equal(graph.commits.length, NAMES.length * 6);
    await index.save();
    const [file, ...others] = readdirSync(store);
    assert.ok(file !== undefined && others.length === 0);
    const bytes = readFileSync(path.join(store, file)).toString('latin1');
    assert.ok(bytes.includes('PAY-') && bytes.includes('feat'), 'nothing would be tested');
    for (const name of NAMES)
      for (const disguise of disguises(name)) assert.ok(!`${file}\n${bytes}`.includes(disguise), disguise);
  });

  it('would be seen in every disguise', () => {
    const text = 'xyQuillan!';
    for (const encoding of ['base64', 'hex', 'utf8'] as const) {
      const written = Buffer.from(text).toString(encoding);
      assert.ok(
        disguises('Quillan').some(disguise => written.includes(disguise)),
        encoding,
      );
    }
  });
});
