import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { epics } from './read.ts';

const read = (text: string | null) => epics.parseTeam('outcomes/team.yaml', text);
const complete = readFileSync(path.join(import.meta.dirname, '../../fixtures/epics/team.yaml'), 'utf8');

describe('team.yaml', () => {
  it('is read', () => {
    assert.deepEqual(read(complete), {
      team: 'Payments',
      ticketKeys: ['PAY', 'CHK'],
      ignoredKeys: ['UTF-8', 'SHA-256'],
      mainBranch: 'main',
      timeZone: 'Europe/Berlin',
      workTypes: { Bug: 'defect', Story: 'feature', Security: 'risk', Chore: 'debt' },
      evidenceRequired: ['Go-live readiness'],
      lintOff: ['measure/vanity'],
      paths: ['services/checkout/**', 'libs/money/**'],
      statuses: {
        active: ['In Progress'],
        queue: ['Ready', 'Waiting for QA'],
        approval: ['In Review'],
        blocked: ['Blocked'],
        done: ['Done', 'Released'],
      },
      releases: { tags: 'v*', hotfix: 'v*.*.[1-9]*' },
      interventions: [{ on: '2026-03-01', label: 'AI assistants for everyone' }],
      tries: [{ on: '2026-04-01', text: 'smaller changes', outcome: 'kept' }],
      signals: [{ name: 'team sentiment', unit: '1-5', file: 'signals/sentiment.csv', minimumGroup: 5 }],
      focus: ['reviewWait', 'batchSize'],
      problems: [],
    });
  });

  it('may be absent or empty', () => {
    for (const text of [null, '', '# nothing yet\n', 'tickets:\n'])
      assert.deepEqual(read(text), {
        team: null,
        ticketKeys: [],
        ignoredKeys: [],
        mainBranch: null,
        timeZone: 'UTC',
        workTypes: {},
        evidenceRequired: [],
        paths: [],
        statuses: { active: [], queue: [], approval: [], blocked: [], done: [] },
        releases: { tags: null, hotfix: null },
        interventions: [],
        tries: [],
        signals: [],
        lintOff: [],
        focus: [],
        problems: [],
      });
  });

  for (const [yaml, place] of [
    ['timeZone: Europe/Atlantis', 'Europe/Atlantis'],
    ['timeZone: ""', '""'],
    ['mainBranch: --upload-pack=x', '--upload-pack=x'],
    ['mainBranch: a..b', 'a..b'],
    ['workTypes: { Bug: error }', 'error'],
    ['focus: [wip, leadTime]', 'leadTime'],
    ['gates: { Ready to build: { evidence: always } }', 'always'],
    ['tickets: { keys: [{ a: b }] }', '{ a: b }'],
    ['interventions: [{ on: 2026-03-32, label: AI }]', '2026-03-32'],
    ['tries: [{ on: 2026-03-01 }]', '{ on: 2026-03-01 }'],
    ['signals: [{ name: sentiment }]', '{ name: sentiment }'],
    ['statuses: { active: Doing }', 'Doing'],
  ] as const)
    it(`loses only what does not fit: ${yaml}`, () => {
      const text = `${yaml}\nteam: Payments\n`;
      const { team, timeZone, problems } = read(text);
      assert.deepEqual(
        problems.map(({ code, line, range }) => [code, line, text.slice(range?.start, range?.end)]),
        [['schema/invalid', 1, place]],
      );
      assert.deepEqual([team, timeZone], ['Payments', 'UTC']);
    });

  it('says why a result is not pinned', () => {
    const [problem] = read('focus: [throughput]').problems;
    assert.match(problem?.detail ?? '', /expected one of wip, age, .*: a result that is watched becomes a target/);
  });

  it('is read around broken syntax', () => {
    const { team, timeZone, problems } = read('team: "Payments\ntimeZone: Europe/Berlin\n');
    assert.equal(timeZone, 'Europe/Berlin');
    assert.ok(team === null || team.startsWith('Payments'));
    assert.equal(problems[0]?.code, 'yaml/invalid');
  });

  it('tells a hundred problems at most', () => {
    assert.equal(read('team: a\n}\n'.repeat(500)).problems.length, 100);
  });
});
