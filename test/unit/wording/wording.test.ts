import assert from 'node:assert/strict';
import type { ProblemCode } from '../../../src/model/problem.ts';
import { boundedDuration, dayLabel, durationLabel, numberLabel, relativeDay } from '../../../src/wording/dates.ts';
import { valueLabel } from '../../../src/wording/figures/units.ts';
import { windowLabel } from '../../../src/wording/flow.ts';
import { problemLine, problemText } from '../../../src/wording/problems.ts';
import { branchHow, ticketHow } from '../../../src/wording/why.ts';

describe('dates and numbers for people', () => {
  it('name days', () => {
    assert.equal(dayLabel('2026-12-01'), '1 Dec 2026');
    assert.equal(dayLabel('soon'), 'soon');
    assert.equal(relativeDay('2026-11-20', '2026-11-20'), 'today');
    assert.equal(relativeDay('2026-12-01', '2026-11-20'), 'in 11 days');
    assert.equal(relativeDay('2026-11-19', '2026-11-20'), '1 day ago');
  });

  it('name durations in the unit that fits', () => {
    assert.deepEqual([0, 59, 60, 150].map(durationLabel), [
      ...['less than a minute', 'less than a minute', '1 minute', '3 minutes'],
    ]);
    assert.deepEqual(
      [boundedDuration('at most', 0), boundedDuration('about', 59)],
      Array(2).fill('less than a minute'),
    );
    assert.deepEqual(
      [boundedDuration('at most', 60), boundedDuration('about', 86_400)],
      ['at most 1 minute', 'about 1 day'],
    );
    assert.deepEqual(
      [0, -30, -60].map(shift => valueLabel(shift, 'seconds')),
      [...['less than a minute', 'less than a minute', '−1 minute']],
    );
    assert.equal(durationLabel(86_400), '1 day');
    assert.equal(durationLabel(3600 * 5.5), '5.5 hours');
    assert.equal(durationLabel(86_400 * 2), '2 days');
    assert.equal(durationLabel(86_400 * 9.14), '9.1 days');
    assert.equal(durationLabel(86_400 * 19.6), '20 days');
  });

  it('shorten numbers', () => {
    assert.equal(numberLabel(30.2), '30.2');
    assert.equal(numberLabel(1 / 3), '0.3333');
    assert.equal(numberLabel(26), '26');
  });

  it('name a window by its first and last day', () => {
    assert.equal(
      windowLabel({ from: '2026-05-18', to: '2026-11-16', weeks: 26 }),
      '18 May 2026 to 15 Nov 2026, 26 weeks',
    );
  });
});

describe('problems for people', () => {
  const codes: readonly ProblemCode[] = [
    'git/not-found',
    'git/too-old',
    'git/no-repository',
    'git/not-owned',
    'git/timeout',
    'git/failed',
    'workspace/untrusted',
    'workspace/no-folder',
    'file/changed-underneath',
    'yaml/invalid',
  ];

  for (const code of codes)
    it(`${code} says what is so and what to do, in sentences`, () => {
      const { title, text } = problemText({ code, detail: 'some detail' });
      assert.match(title, /^[A-Z][^.]*$/);
      assert.match(text, /^\S.*[.>]$/s);
      assert.doesNotMatch(text, /undefined|\.\./);
    });

  it('are a line with file and line number on a terminal', () => {
    const line = problemLine({ code: 'yaml/invalid', file: 'outcomes/a.md', line: 4, detail: 'a bracket is open' });
    assert.equal(line, 'outcomes/a.md:4: The YAML is broken. a bracket is open. What could be read is used.');
  });
});

describe('reasons for people', () => {
  it('say how a ticket was found', () => {
    assert.equal(ticketHow({ key: 'PAY-1', source: 'branchName', commits: 0 }), 'key in the branch name');
    assert.equal(
      ticketHow({ key: 'PAY-1', source: 'subject', commits: 1 }),
      'named in the subject of 1 commit of this branch',
    );
  });

  it('say what is known of the branch', () => {
    const branch = {
      state: 'branch',
      label: 'x',
      during: null,
      main: { name: 'main', how: 'originHead' },
      commits: 2,
      commitsTruncated: false,
      shallow: false,
    } as const;
    assert.equal(branchHow(branch), '2 commits that main does not have (main, the default branch of origin)');
    assert.equal(
      branchHow({ ...branch, commits: 500, commitsTruncated: true }).startsWith('500 or more commits'),
      true,
    );
    assert.equal(branchHow({ ...branch, state: 'unborn' }), 'no commit yet');
  });
});
