import assert from 'node:assert/strict';
import { git } from '../../../scripts/sample/git.ts';
import { makeSampleRepository } from '../../../scripts/sample/makeSampleRepository.ts';
import { commits, DAY, landedItems, lines, NOW, percentile, removeSamples, sampleAt } from './sampleHistory.ts';
import type { LandedItem, LoggedCommit } from './sampleHistory.ts';

describe('the sample repository', () => {
  let folder = '';
  let all: LoggedCommit[] = [];
  let items: LandedItem[] = [];
  const merges = () => items.filter(item => item.took !== null);

  before(async () => {
    folder = await sampleAt(NOW);
    all = await commits(folder, '--all');
    items = await landedItems(folder);
  });
  after(removeSamples);

  it('covers half a year, week by week, and nothing after now', () => {
    const landed = items.map(item => item.commit.landed);
    assert.ok(Math.min(...landed) < NOW - 27 * 7 * DAY);
    for (let week = 1; week <= 27; week++) {
      const end = NOW - (week - 1) * 7 * DAY;
      assert.ok(
        landed.some(at => at <= end && at > end - 7 * DAY),
        `nothing landed ${week} weeks ago`,
      );
    }
    for (const commit of all) {
      assert.ok(commit.written <= commit.landed && commit.landed <= NOW, commit.subject);
      const date = new Date(commit.written * 1000);
      assert.ok(
        ![0, 6].includes(date.getUTCDay()) && date.getUTCHours() >= 8 && date.getUTCHours() < 18,
        commit.subject,
      );
    }
  });

  it('is the work of six invented people and a bot', () => {
    const people = new Set(all.map(commit => commit.name));
    assert.deepEqual([...people].sort(), [
      ...['Ash', 'Birch', 'Cedar', 'Elm', 'Hazel', 'Rowan'].map(tree => `Contributor ${tree}`),
      'dependency-bot[bot]',
    ]);
    for (const commit of all) assert.match(commit.mail, /@example\.invalid$/);
    for (const person of people) {
      const share = items.filter(item => item.by === person).length / items.length;
      assert.ok(share < 0.4, `${person}: ${share}`);
    }
    const bumps = all.filter(commit => commit.name === 'dependency-bot[bot]');
    assert.ok(bumps.length >= 3);
    for (const bump of bumps) assert.match(bump.subject, /^Bump \w+ from [\d.]+ to [\d.]+ \(#\d+\)$/);
  });

  it('lands about a hundred items, most of them by a merge', () => {
    const distinct = new Set(items.map(item => item.key)).size;
    assert.ok(distinct >= 90 && items.length <= 130, `${distinct} items in ${items.length} landings`);
    assert.ok(merges().length / items.length > 0.5);
    const numbers = items.flatMap(({ commit }) => /#(\d+)/.exec(commit.subject)?.[1] ?? []);
    assert.ok(new Set(numbers).size >= numbers.length - 2, 'only the revert and its re-land repeat a number');
    for (const { commit, branch } of merges()) {
      assert.match(commit.subject, /^Merge pull request #\d+ from contributor-\w+\/[a-z]+\/PAY-\d+-[a-z0-9-]+$/);
      assert.match(commit.body, /^[A-Z].{8,}/);
      assert.ok(branch.length >= 1 && branch.length <= 6, commit.subject);
    }
  });

  it('has squash merges that tell nothing of their start, and trunk commits with keys', () => {
    const squashes = items.filter(({ commit }) => /^\w+(\(\w+\))?: .+ \(#\d+\)$/.test(commit.subject));
    const share = squashes.length / items.length;
    assert.ok(share > 0.1 && share < 0.2, `${share}`);
    for (const { commit } of squashes) assert.equal(commit.written, commit.landed);
    const trunk = items.filter(({ commit }) => /^PAY-\d+ /.test(commit.subject));
    assert.ok(trunk.length >= 10);
    assert.ok(trunk.some(({ commit }) => commit.subject === 'PAY-131 tidy retry'));
    assert.ok(trunk.some(({ commit }) => commit.written < commit.landed));
  });

  it('takes as long as real work: half within days, a long tail', () => {
    const days = merges().map(item => (item.took ?? 0) / DAY);
    const [p50, p85, p95] = [percentile(days, 50), percentile(days, 85), percentile(days, 95)];
    assert.ok(Math.min(...days) > 0);
    assert.ok(p50 > 1.7 && p50 < 3.2, `half within ${p50} days`);
    assert.ok(p85 > 7 && p85 < 12, `85 % within ${p85} days`);
    assert.ok(p95 > 17 && p95 < 25, `95 % within ${p95} days`);
    const waits = merges().map(({ commit, branch }) => commit.landed - Math.max(...branch.map(other => other.written)));
    assert.ok(waits.filter(seconds => seconds > 10 * DAY).length >= 3, 'a few waited long after their last commit');
  });

  it('spreads over the conventional types', () => {
    const types = new Set(all.flatMap(commit => /^(\w+)(?:\(\w+\))?: /.exec(commit.subject)?.[1] ?? []));
    for (const type of ['feat', 'fix', 'refactor', 'chore', 'docs', 'test']) assert.ok(types.has(type), type);
  });

  it('brings branches up to date without showing it on main', async () => {
    const syncs = all.filter(commit => /^Merge branch 'main' into \w+\/PAY-/.test(commit.subject));
    assert.ok(syncs.length >= 3);
    const mainLine = new Set(items.map(item => item.commit.hash));
    const onMain = new Set(await lines(folder, 'rev-list', 'main'));
    for (const sync of syncs) assert.ok(onMain.has(sync.hash) && !mainLine.has(sync.hash));
  });

  it('takes one merge back, and brings it in again', async () => {
    const revert = items.find(({ commit }) => commit.subject.startsWith('Revert "'))?.commit;
    const reapply = items.find(({ commit }) => commit.subject.startsWith('Reapply "'))?.commit;
    assert.ok(revert !== undefined && reapply !== undefined);
    const [, merge = '', parent = ''] =
      /^This reverts commit (\w{40}), reversing\nchanges made to (\w{40})\./.exec(revert.body) ?? [];
    const undone = items.find(({ commit }) => commit.hash === merge)?.commit;
    assert.equal(revert.subject, `Revert "${undone?.subject ?? ''}"`);
    assert.equal(undone?.parents[0], parent);
    assert.match(reapply.body, new RegExp(`^This reverts commit ${revert.hash}\\.`));
    const patch = async (...range: string[]) => await git(folder, 'diff', '--unified=0', ...range, '--', 'src');
    const bare = (text: string) => text.replace(/^(index|@@|diff|---|\+\+\+).*$/gm, '');
    assert.equal(bare(await patch(`${revert.hash}^`, revert.hash)), bare(await patch(merge, parent)));
    assert.notEqual(await patch(`${reapply.hash}^`, reapply.hash), '');
  });

  it('is released every week or two by annotated tags, once in a hurry', async () => {
    const tags = await lines(
      folder,
      'tag',
      '--list',
      '--sort=version:refname',
      '--format=%(refname:short) %(objecttype) %(taggerdate:unix)',
    );
    const times = tags.map(tag => Number(tag.split(' ')[2]));
    assert.ok(tags.every(tag => / tag \d+$/.test(tag)) && tags[0]?.startsWith('v1.4.0 '));
    for (const [index, at] of times.entries()) {
      const gap = (at - (times[index - 1] ?? at - DAY)) / DAY;
      assert.ok(gap > 0 && gap < 17, `${gap} days before ${tags[index] ?? ''}`);
    }
    assert.deepEqual(
      tags.flatMap(tag => /^v\d+\.\d+\.[1-9]\d*/.exec(tag)?.[0] ?? []),
      ['v1.15.1'],
    );
    const [hotfix] = await commits(folder, '-1', 'v1.15.1');
    assert.match(hotfix?.subject ?? '', /^Revert "Merge pull request/);
    assert.equal((await commits(folder, '--first-parent', 'v1.15.0..v1.15.1')).length, 1);
  });

  it('is the same for the same moment', async () => {
    const refs = async (repository: string) => await git(repository, 'for-each-ref');
    const again = await sampleAt(NOW);
    assert.equal(await git(again, 'rev-parse', 'HEAD'), await git(folder, 'rev-parse', 'HEAD'));
    assert.equal(await refs(again), await refs(folder));
    assert.notEqual(await refs(await sampleAt(NOW + DAY)), await refs(folder));
  });

  it('keeps its order on every day of the week', async () => {
    for (let day = 1; day <= 7; day++) {
      const now = NOW + day * DAY + day * 3 * 3600;
      const other = await sampleAt(now);
      const landed = await commits(other, '--first-parent', 'main');
      assert.deepEqual(
        landed.map(commit => commit.subject.replace(/#\d+ from contributor-\w+|\(#\d+\)/g, '')),
        items.map(({ commit }) => commit.subject.replace(/#\d+ from contributor-\w+|\(#\d+\)/g, '')),
      );
      for (const [index, commit] of landed.entries())
        assert.ok(commit.landed < (landed[index - 1]?.landed ?? now), commit.subject);
      const mine = await commits(other, 'main..HEAD');
      assert.ok(mine.length === 3 && mine.every(commit => commit.landed <= now && commit.landed > now - 6 * DAY));
    }
  });

  it('refuses a folder that holds something', async () => {
    await assert.rejects(makeSampleRepository(folder, { now: NOW }), /is not empty/);
  });
});
