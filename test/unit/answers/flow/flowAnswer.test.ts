import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prepareFlow } from '../../../../src/answers/flow/flowAnswer.ts';
import type { FlowAnswer } from '../../../../src/model/flow/flow.ts';
import { at, hashOf, MadeHistory } from './madeHistory.ts';
import { inTurn, MadeTeam, NOW, REQUEST, sourceOf, type Change, type Shown } from './madeTeam.ts';

/** How many items a data-quality line counts. */
function counted({ quality }: Shown, id: string): number {
  return quality.lines.find(line => line.id === id)?.count ?? 0;
}

const WINDOW = { from: '2024-01-01', to: '2024-07-01', weeks: 26 };

describe('the group rule of flow', () => {
  it('withholds two people’s flow and shows three people’s', () => {
    assert.deepEqual(new MadeTeam(inTurn(2, 40)).answer(), {
      state: 'withheld',
      reason: 'groupTooSmall',
      window: WINDOW,
      floor: 3,
      soloPossible: true,
    });
    const { state, band, solo } = new MadeTeam(inTurn(3, 40)).shown();
    assert.deepEqual([state, band, solo], ['shown', '3-4', false]);
  });

  it('takes a team of which one made nine of ten items for one person', () => {
    const most: Change[] = [...inTurn(5, 5), ...inTurn(1, 45)];
    const answer = new MadeTeam(most).answer();
    assert.ok(answer.state === 'withheld');
    assert.deepEqual([answer.reason, answer.soloPossible], ['dominated', false]);
    assert.ok(new MadeTeam(most).answer({ solo: true }).state === 'withheld');
  });

  it('lets flow leave the screen from five people on', () => {
    const four = new MadeTeam(inTurn(4, 40)).answer({ use: 'export' });
    assert.ok(four.state === 'withheld');
    assert.deepEqual([four.reason, four.floor, four.soloPossible], ['groupTooSmall', 5, false]);
    assert.equal(new MadeTeam(inTurn(5, 40)).shown({ use: 'export' }).band, '5-9');
  });

  it('shows one or two people their own flow when they asked for it, and never exports it', () => {
    const pair = new MadeTeam(inTurn(2, 40));
    const { solo, band, types } = pair.shown({ solo: true });
    assert.deepEqual([solo, band, types], [true, '2', ['unknown']]);
    assert.equal(pair.answer({ solo: true, use: 'export' }).state, 'withheld');
    assert.equal(new MadeTeam(inTurn(3, 40)).shown({ solo: true }).solo, false);
  });

  it('exports bins of all work only: those of one type could be subtracted from them', () => {
    const team = new MadeTeam(
      Array.from({ length: 60 }, (_, n): Change => ({
        by: n % 6,
        days: 1 + (Math.floor(n / 6) % 4),
        branch: n % 2 === 0 ? 'fix/PAY-1' : 'feature/PAY-2',
      })),
    );
    const all = team.answer({ use: 'export' });
    assert.ok(all.state === 'shown' && all.own.cycleTime.bins.some(({ count }) => (count ?? 0) > 0));
    for (const type of all.types) {
      const one = team.answer({ use: 'export', type });
      assert.ok(one.state !== 'shown' || one.own.cycleTime.bins.every(({ count }) => count === null || count === 0));
    }
  });

  it('shows nobody a quiet window of a larger team', () => {
    const team = new MadeTeam([...inTurn(5, 40), ...inTurn(1, 40)]);
    const answer = team.answer({ solo: true, window: { weeks: 8 } });
    assert.ok(answer.state === 'withheld');
    assert.deepEqual([answer.reason, answer.soloPossible], ['groupTooSmall', false]);
  });

  it('shows nothing when the gate could not be asked or did not answer', () => {
    const prepared = new MadeTeam(inTurn(9, 40)).prepare();
    for (const reading of [null, { sets: [], automated: new Set<string>() }]) {
      const answer = prepared.finish(reading);
      assert.ok(answer.state === 'withheld');
      assert.equal(answer.reason, 'groupUnknown');
    }
  });

  it('counts no bots', () => {
    const bots: Change[] = [...inTurn(2, 40), ...inTurn(1, 20).map(change => ({ ...change, by: 'bot' as const }))];
    assert.equal(new MadeTeam(bots).answer().state, 'withheld');
    assert.equal(
      new MadeTeam(inTurn(1, 9).map(change => ({ ...change, by: 'bot' as const }))).answer().state,
      'withheld',
    );
  });
});

describe('an answer about flow', () => {
  it('measures the window’s items', () => {
    const answer = new MadeTeam(inTurn(4, 60, { days: 2.5 })).shown();
    const { own, quality, timeZone, type, window } = answer;
    const { cycleTime } = own;
    assert.deepEqual([timeZone, type, window], ['UTC', null, WINDOW]);
    assert.deepEqual(
      cycleTime.percentiles.map(({ seconds }) => seconds),
      [216_000, 216_000, 216_000],
    );
    assert.deepEqual([cycleTime.finished, cycleTime.known, cycleTime.coverage], [60, 60, 1]);
    assert.deepEqual([quality.items, counted(answer, 'branchStart')], [60, 60]);
  });

  it('is about items that landed in the window only', () => {
    const team = new MadeTeam(inTurn(4, 60));
    const { cycleTime } = team.shown({ window: { since: '2024-03-04', until: '2024-04-28' } }).own;
    assert.ok(cycleTime.points.length > 0 && cycleTime.points.length < 60);
    for (const { finished } of cycleTime.points) assert.ok(finished >= '2024-03-04' && finished < '2024-04-29');
  });

  it('shows no percentile for squashed requests, and never no time', () => {
    const answer = new MadeTeam(inTurn(4, 80, {})).shown();
    const { cycleTime } = answer.own;
    assert.deepEqual([cycleTime.known, cycleTime.coverage, cycleTime.withheld?.code], [0, 0, 'coverage']);
    assert.ok(cycleTime.percentiles.every(({ seconds }) => seconds === null));
    assert.equal(counted(answer, 'noStart'), 80);
  });

  it('leaves out what the gate knows to be automated', () => {
    const bots = inTurn(1, 20, { days: 30 }).map(change => ({ ...change, by: 'bot' as const }));
    const answer = new MadeTeam([...inTurn(4, 40), ...bots]).shown();
    const { cycleTime } = answer.own;
    assert.deepEqual([answer.quality.items, counted(answer, 'automated'), cycleTime.finished], [40, 20, 40]);
    assert.ok(cycleTime.points.every(({ days }) => days <= 3));
  });

  it('keeps what a person and a bot made together', () => {
    const made = new MadeHistory()
      .add('m1', { landed: -9 })
      .add('bot', { landed: 1 })
      .add('person', { landed: 2 })
      .merge('m2', 'Merge pull request #1 from someone/topic', 'm1', 'person', 3);
    const prepared = prepareFlow(sourceOf(made.source({ now: NOW })), REQUEST);
    const automated = (...names: string[]): number => {
      const sets = prepared.cells.map(() => ({ band: '5-9' as const, dominated: false }));
      const answer = prepared.finish({ sets, automated: new Set(names.map(hashOf)) });
      assert.ok(answer.state === 'shown');
      return counted(answer, 'automated');
    };
    assert.deepEqual([automated('bot'), automated('bot', 'person')], [0, 1]);
  });

  it('has no items, and says when the latest landed', () => {
    const team = new MadeTeam(inTurn(4, 40));
    const later = team.answer({}, { now: at(800) });
    assert.ok(later.state === 'noItems');
    assert.equal(later.latest, '2024-06-25');
    assert.deepEqual(team.prepare({}, { now: at(800) }).cells, []);
    const nothing = team.answer({}, { commits: [] });
    assert.ok(nothing.state === 'noItems' && nothing.latest === null);
    assert.deepEqual([nothing.ofType, nothing.isBeyondClone], [null, false]);
  });

  it('shows no percentile when the people behind the known starts are too few', () => {
    const known: Change[] = [...inTurn(2, 70), ...inTurn(3, 20, {}).map(({ by }) => ({ by: Number(by) + 5 }))];
    const { cycleTime } = new MadeTeam(known).shown().own;
    assert.equal(cycleTime.withheld?.code, 'people');
    assert.ok(cycleTime.percentiles.every(({ seconds }) => seconds === null));
  });

  it('hides a project key that only one person uses', () => {
    const branches = inTurn(4, 60).map((change, n) => ({ ...change, branch: `PAY-${n + 1}` }));
    const own = inTurn(1, 10).map((change, n) => ({ ...change, branch: `JSMITH-${n + 1}` }));
    const labels = (known: string[]): (string | null)[] =>
      new MadeTeam([...branches, ...own])
        .shown({}, { rules: { known, knownOnly: false, ignored: [] } })
        .own.cycleTime.points.map(({ label }) => label);
    assert.ok(labels([]).includes('PAY-1'));
    assert.ok(!labels([]).some(label => label?.startsWith('JSMITH')));
    assert.ok(labels([]).includes('#61'));
    assert.ok(labels(['JSMITH']).includes('JSMITH-1'));
  });

  it('calls nothing by a project key that nobody judged: of work that landed before the window', () => {
    const early: Change[] = inTurn(1, 8).map((change, n) => ({ ...change, branch: `JSMITH-${n + 1}` }));
    const later: Change[] = inTurn(6, 72).map((change, n) => ({ ...change, branch: `PAY-${n + 1}` }));
    const made = new MadeTeam([...early, ...later]);
    // A change each 2.25 days, the first on day 1: those of JSMITH landed before the window, and went live in it.
    const released = (change: number) => ({ commit: hashOf(`m${change}`), committed: at(1 + change * 2.25) });
    const answer = made.shown(
      { window: { since: '2024-01-29', until: '2024-06-30' } },
      {
        rules: { known: [], knownOnly: false, ignored: [] },
        tags: [released(0), released(20)].map((tag, n) => ({ ...tag, name: `v1.${n}.0`, at: tag.committed + 3600 })),
      },
    );
    const text = JSON.stringify(answer);
    assert.ok(answer.own.deploymentFrequency.series.points.some(({ labels }) => labels.includes('PAY-8')));
    assert.doesNotMatch(text, /JSMITH/);
  });

  it('says before which day a shallow clone knows nothing', () => {
    const team = new MadeTeam(inTurn(4, 40));
    assert.equal(team.shown({}, { shallow: true }).quality.shallowSince, '2023-03-07');
    assert.equal(team.shown().quality.shallowSince, null);
    const cut = team.commits.slice(0, -1);
    assert.equal(team.shown({}, { commits: cut }).quality.shallowSince, null);
  });

  it('knows tickets of epics and their work type', () => {
    const branches = inTurn(4, 60).map((change, n) => ({ ...change, branch: `PAY-${n + 1}` }));
    const answer = new MadeTeam(branches).shown(
      {},
      {
        epics: new Map([
          ['PAY-1', { epic: 'PAY-100', type: 'risk' }],
          ['PAY-2', { epic: 'PAY-100', type: null }],
        ]),
      },
    );
    assert.deepEqual([counted(answer, 'withTicket'), counted(answer, 'withEpic')], [60, 2]);
    assert.deepEqual(answer.types, ['unknown']);
  });
});

describe('flow of one work type', () => {
  const features = (people: number, count: number): Change[] => inTurn(people, count, { days: 2, branch: 'feature/x' });
  const fixes = (people: number, count: number): Change[] => inTurn(people, count, { days: 4, branch: 'fix/x' });

  it('is offered and shown when its own people are enough', () => {
    const team = new MadeTeam([...features(4, 30), ...fixes(3, 20)]);
    assert.deepEqual(team.shown().types, ['feature', 'defect']);
    const { own, quality, type } = team.shown({ type: 'defect' });
    assert.deepEqual([type, quality.items, own.cycleTime.finished], ['defect', 20, 20]);
  });

  it('is neither when they are not', () => {
    const team = new MadeTeam([...features(4, 30), ...fixes(2, 20)]);
    assert.deepEqual(team.shown().types, ['feature']);
    const answer = team.answer({ type: 'defect', solo: true });
    assert.ok(answer.state === 'withheld');
    assert.deepEqual([answer.reason, answer.soloPossible], ['groupTooSmall', false]);
  });

  it('has no items when there are none', () => {
    const answer = new MadeTeam(features(4, 30)).answer({ type: 'risk' });
    assert.ok(answer.state === 'noItems' && answer.latest === null);
    assert.deepEqual(answer.ofType, { type: 'risk', items: 30 });
    assert.equal(new MadeTeam(features(2, 30)).answer({ type: 'risk' }).state, 'withheld');
  });

  it('is not exported when the rest would give a hidden type away', () => {
    const team = new MadeTeam([...features(6, 40), ...fixes(2, 6)]);
    assert.deepEqual(team.shown().types, ['feature']);
    assert.deepEqual(team.shown({ use: 'export' }).types, []);
    assert.equal(team.answer({ use: 'export', type: 'feature' }).state, 'withheld');
  });
});

describe('an export of one of several teams', () => {
  const PROJECTS = ['AAA', 'BBB', 'CCC'];
  /** Changes of six people, of six others, and of `third` people more, in turn; each group has a project of its own. */
  const made = (third: number): MadeTeam =>
    new MadeTeam(
      Array.from({ length: 132 }, (_, n): Change => {
        const team = n % 12 === 11 && third > 0 ? 2 : n % 2;
        const by = team === 2 ? Math.floor(n / 12) % third : Math.floor(n / 2) % 6;
        return { by: 10 * team + by, days: 1, branch: `${PROJECTS[team]}-${n + 1}` };
      }),
    );
  const answerOf = (team: MadeTeam, asked: string | null, split: readonly string[] = PROJECTS) => {
    const source = team.source({ rules: { known: PROJECTS, knownOnly: true, ignored: [] } });
    const of = (project: string) =>
      new Set(source.work.items.filter(({ ticket }) => ticket?.startsWith(`${project}-`)).map(({ id }) => id));
    const owned = asked === null ? null : of(asked);
    const prepared = prepareFlow(
      { ...source, owned, ownedByTeams: owned === null ? [] : split.map(of) },
      { ...REQUEST, use: 'export', team: asked },
    );
    return prepared.finish(team.gate(prepared.cells));
  };
  const reasonOf = (answer: FlowAnswer): string => (answer.state === 'withheld' ? answer.reason : answer.state);

  it('is refused where a team that is too small would follow from the whole and the others', () => {
    const reasons = [null, ...PROJECTS].map(asked => reasonOf(answerOf(made(1), asked)));
    assert.deepEqual(reasons, ['shown', 'complement', 'complement', 'groupTooSmall']);
  });

  it('is made where all teams may be exported, or what is left is of enough people', () => {
    assert.equal(reasonOf(answerOf(made(0), 'AAA')), 'shown');
    assert.equal(reasonOf(answerOf(made(6), 'AAA')), 'shown');
    assert.equal(reasonOf(answerOf(made(6), 'AAA', ['AAA', 'BBB'])), 'shown');
    assert.equal(reasonOf(answerOf(made(1), 'AAA', ['AAA', 'BBB'])), 'complement');
  });
});

describe('an export of flow', () => {
  it('has no dots and hides bins of few people', () => {
    const changes: Change[] = [...inTurn(6, 60, { days: 2 }), ...inTurn(6, 30, { days: 6 }), { by: 1, days: 60 }];
    const { own, items } = new MadeTeam(changes).shown({ use: 'export' });
    const { cycleTime } = own;
    assert.deepEqual([cycleTime.points, items], [[], []]);
    const hidden = cycleTime.bins.filter(({ count }) => count === null).map(({ fromDays }) => fromDays);
    assert.deepEqual(hidden, [6, 35]);
    assert.equal(cycleTime.percentiles[0]?.seconds, 2 * 86_400);
  });

  it('has no bins when one person stands behind most known starts', () => {
    const changes: Change[] = [
      ...inTurn(1, 60, { days: 2 }),
      ...inTurn(6, 6, { days: 6 }),
      ...inTurn(6, 6, { days: 12 }),
      ...inTurn(6, 30, {}),
    ];
    const { cycleTime } = new MadeTeam(changes).shown({ use: 'export' }).own;
    assert.equal(cycleTime.withheld?.code, 'people');
    assert.ok(cycleTime.bins.every(({ count }) => count === null || count === 0));
  });

  it('never lets a bin of few people be computed from the rest', () => {
    const change = fc.record({ by: fc.nat({ max: 6 }), days: fc.constantFrom(0, 1, 2, 7, 20, 50) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 12, maxLength: 40 }), changes => {
        const answer = new MadeTeam(changes).answer({ use: 'export' });
        if (answer.state !== 'shown') return;
        const { bins, known, withheld } = answer.own.cycleTime;
        if (withheld !== null) {
          assert.deepEqual(bins, []);
          return;
        }
        const hidden = bins.filter(({ count }) => count === null).length;
        const rest = known - bins.reduce((sum, { count }) => sum + (count ?? 0), 0);
        assert.ok(hidden === 0 ? rest === 0 : hidden > 1 && rest > (hidden === bins.length ? 0 : hidden));
      }),
    );
  });
});
