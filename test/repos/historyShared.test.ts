import assert from 'node:assert/strict';
import path from 'node:path';
import { cleanup, repoAt, runGit, temporaryFolder } from '../support/repo.ts';
import { readWholeHistory } from '../support/repoHistory.ts';
import { SHARED_HISTORIES, sharedHistory, type SharedHistory } from '../support/sharedHistories.ts';

describe('the history of public projects', () => {
  afterEach(cleanup);

  for (const name of ['kafka-small', 'wildfly-small'] satisfies SharedHistory[]) {
    it(`reads ${name} as git prints it`, async function () {
      this.timeout(60_000);
      const bare = await sharedHistory(name);
      if (bare === null) {
        console.log(`      ${name}: skipped, ../shared/data is not there`);
        this.skip();
      }
      const folder = temporaryFolder();
      runGit(folder, ['clone', '--quiet', '--no-checkout', '--shared', bare, 'work']);
      const work = repoAt(path.join(folder, 'work'));
      const commits = await readWholeHistory(work);
      const branch = SHARED_HISTORIES[name];
      const plain = work.git('log', '--format=%H %P|%at|%ct', `origin/${branch}`).split('\n');
      assert.deepEqual(
        commits.map(({ hash, parents, written, landed }) => `${hash} ${parents.join(' ')}|${written}|${landed}`),
        plain,
      );
    });
  }
});
