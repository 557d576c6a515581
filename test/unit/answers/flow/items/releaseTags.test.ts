import assert from 'node:assert/strict';
import { readReleaseTag } from '../../../../../src/answers/flow/items/releaseTags.ts';

const BUILT_IN = { tags: null, hotfix: null };
const read = (name: string, releases: Parameters<typeof readReleaseTag>[1] = BUILT_IN): string | null => {
  const found = readReleaseTag(name, releases);
  return found === null ? null : `${found.prefix}|${found.version}${found.hotfix ? ' hotfix' : ''}`;
};

describe('release tags', () => {
  it('are versions of two to four numbers', () => {
    const rows: [name: string, expected: string | null][] = [
      ['v1.2.3', '|1.2.3'],
      ['3.8.0', '|3.8.0'],
      ['2.0', '|2.0'],
      ['1.2.3.4', '|1.2.3.4'],
      ['1.2.3.4.5', null],
      ['v1', null],
      ['40.0.1.Final', '|40.0.1'],
      ['5.0.0-RELEASE', '|5.0.0'],
      ['1.0.0+ga', '|1.0.0'],
      ['jenkins-2.462.1', 'jenkins-|2.462.1'],
      ['create-vite@5.1.0', 'create-vite@|5.1.0'],
      ['@scope/tool/v1.2.0', '@scope/tool/|1.2.0'],
      ['2026.3.1', '|2026.3.1'],
      ['release 1.2', null],
      ['releases', null],
      ['', null],
    ];
    for (const [name, expected] of rows) assert.equal(read(name), expected, name);
  });

  it('are no pre-releases', () => {
    for (const name of [
      '3.8.0-rc0',
      '2.0.0-rc.1',
      '40.0.0.Beta1',
      '1.0.0-alpha',
      '3.0.0-M1',
      '1.0-SNAPSHOT',
      'nightly-2026.3.1',
      'rc/1.2.0',
      '0.7.0-incubating-candidate-9',
    ])
      assert.equal(read(name), null, name);
    assert.equal(read('dev-tools@1.2.0'), 'dev-tools@|1.2.0');
  });

  it('are what the team’s glob says, pre-releases left out', () => {
    const releases = { tags: 'deploy-*', hotfix: null };
    assert.equal(read('deploy-2026-03-01-2', releases), 'deploy-|2026.03.01.2');
    assert.equal(read('deploy-12', releases), 'deploy-|12');
    assert.equal(read('deploy-now', releases), null);
    assert.equal(read('v1.2.3', releases), null);
    const versions = { tags: 'v*', hotfix: null };
    assert.deepEqual(
      [read('v1.2.3', versions), read('v1.2.3-rc1', versions), read('v1.2.3-rc.1', versions)],
      ['|1.2.3', null, null],
    );
    assert.equal(read('v1.0.0-SNAPSHOT', versions), null);
  });

  it('mend a release when the team’s glob or their name says so', () => {
    const releases = { tags: 'v*', hotfix: 'v*.*.[1-9]*' };
    assert.equal(read('v1.2.0', { tags: 'v*', hotfix: 'v*.*.1' }), '|1.2.0');
    assert.equal(read('v1.2.1', { tags: 'v*', hotfix: 'v*.*.1' }), '|1.2.1 hotfix');
    assert.equal(read('v1.2.0', releases), '|1.2.0');
    assert.equal(read('hotfix-1.2.1'), 'hotfix-|1.2.1 hotfix');
    assert.equal(read('v1.2.1'), '|1.2.1');
  });
});
