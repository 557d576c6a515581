import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prepareFlow } from '../../../../../src/answers/flow/flowAnswer.ts';
import type { FlowSource } from '../../../../../src/answers/flow/flowSource.ts';
import type { GroupSize, WorkItem } from '../../../../../src/model/work.ts';
import { figuresOf } from '../../../../../src/wording/figures/figures.ts';
import { hashOf } from '../madeHistory.ts';
import { inTurn, MadeTeam, REQUEST, type Shown } from '../madeTeam.ts';
import { BREAKDOWNS } from './breakdowns.ts';
import { anyTeam, MadeAnswers } from './madeAnswers.ts';

/** An answer takes a tenth of a second, so a failure is told as it is found. */
const RUNS = { numRuns: 12, endOnFailure: true };
const MANY: GroupSize = { band: '10+', dominated: false };
const FEW: GroupSize = { band: '2', dominated: false };

/** Fields that sum up a group's work. */
const SUMS =
  /^(?:seconds|value|share|ratio|p50|p85|median|rho|low|high|centre|upper|lower|averageWip|perDay|meanDays|oldestSeconds|daysPerWeek|active|elapsed|held|verdict|constraint|clear|lately|timeToRevert|median)$/;
/** They count epics, which the team wrote, and releases, some of which hold nothing of anybody. */
const NOT_OF_PEOPLE = ['featureFactory', 'readyToBuild', 'deploymentFrequency'];

/** A release that holds nothing, or what bots did, describes nobody. */
const OF_NOBODY = 'deployments, value';

/** Paths of the fields of a value that sum something up and are neither null nor 0. */
function sumsIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const here =
      SUMS.test(key) && (typeof part === 'number' || typeof part === 'string') && part !== 0 ? [`${path}.${key}`] : [];
    return [...here, ...sumsIn(part, `${path}.${key}`)];
  });
}

function metricsOf({ own, group }: Shown): [string, unknown][] {
  return Object.entries({ ...own, ...group }).filter(([name]) => !NOT_OF_PEOPLE.includes(name));
}

function assertNothingTold(shown: Shown): void {
  for (const { name, counts } of BREAKDOWNS.filter(({ name }) => name !== OF_NOBODY))
    assert.ok(
      counts(shown).every(count => count === null || count === 0),
      name,
    );
}

describe('when the identity gate says little', () => {
  it('nothing is shown of any team when it was not asked, failed, or left its answer open', () => {
    fc.assert(
      fc.property(anyTeam, fc.constantFrom('view' as const, 'export' as const), fc.boolean(), (changes, use, solo) => {
        const { source } = new MadeAnswers(changes);
        const prepared = prepareFlow(source, { ...REQUEST, use, solo });
        for (const reading of [null, { sets: [], automated: new Set<string>() }]) {
          const answer = prepared.finish(reading);
          assert.ok(answer.state === 'withheld' && answer.reason === 'groupUnknown' && !answer.soloPossible);
        }
      }),
      RUNS,
    );
  });

  it('no metric sums up a group that does not pass, though the window does', () => {
    fc.assert(
      fc.property(anyTeam, changes => {
        const answer = new MadeAnswers(changes).judged({ use: 'export' }, cell => (cell === 0 ? MANY : FEW));
        assert.ok(answer.state === 'shown');
        assert.deepEqual(
          metricsOf(answer).flatMap(([name, metric]) => sumsIn(metric, name)),
          [],
        );
      }),
      RUNS,
    );
  });

  it('no part of a breakdown is told either', () => {
    fc.assert(
      fc.property(anyTeam, fc.constantFrom('view' as const, 'export' as const), (changes, use) => {
        const answer = new MadeAnswers(changes).judged({ use }, cell => (cell === 0 ? MANY : FEW));
        assert.ok(answer.state === 'shown');
        assertNothingTold(answer);
      }),
      RUNS,
    );
  });

  it('an answer that is too short hides what it does not speak of', () => {
    const changes = inTurn(6, 90).map((change, n) => ({ ...change, branch: n % 2 === 0 ? 'fix/x' : 'feature/x' }));
    const { source, team } = new MadeAnswers(changes);
    const prepared = prepareFlow(source, REQUEST);
    const { sets, automated } = team.gate(prepared.cells);
    const answer = prepared.finish({ sets: sets.slice(0, 1), automated });
    assert.ok(answer.state === 'shown');
    assertNothingTold(answer);
    assert.deepEqual(answer.types, []);
  });

  it('somebody whose name says nothing is no bot: a cell of theirs alone is hidden', () => {
    const nobody = inTurn(1, 12).map(change => ({ ...change, days: 30 }));
    const made = new MadeTeam([...inTurn(6, 80), ...nobody]);
    const prepared = made.prepare();
    const { sets, automated } = made.gate(prepared.cells);
    const unnamed = new Set(nobody.map((_, index) => hashOf(`c${80 + index}`)));
    // Git's "unknown" is no human that could be counted, and nobody's machine either.
    const unknown = sets.map((size, cell): GroupSize => {
      const commits = prepared.cells[cell]?.items.flat() ?? [];
      return commits.length > 0 && commits.every(hash => unnamed.has(hash)) ? { band: '0', dominated: false } : size;
    });
    const answer = prepared.finish({ sets: unknown, automated });
    assert.ok(answer.state === 'shown');
    const long = answer.own.cycleTime.bins.find(({ fromDays }) => fromDays === 22);
    assert.equal(long?.count, null);
  });
});

describe('when one person alone has what a figure is about', () => {
  /** Six people's 150 changes, in turn; every sixth is the lone one's. */
  const changes = inTurn(6, 150);
  const base = new MadeAnswers(changes.map((change, n) => ({ ...change, branch: `PAY-${n + 1}` })));
  const lone = new Set(changes.flatMap(({ by }, n) => (by === 0 ? [hashOf(`c${n}`), hashOf(`m${n}`)] : [])));
  const hashesOf = (id: string): readonly string[] => base.source.work.commitsOf.get(id) ?? [];
  const isLone = ({ id }: { readonly id: string }): boolean => hashesOf(id).some(hash => lone.has(hash));
  const items = base.source.work.items;

  interface Case {
    readonly name: string;
    readonly source: FlowSource;
    /** What is told about the lone person's work only. */
    readonly told: (shown: Shown) => readonly unknown[];
    /** Why nothing is said of all the others' as well: null. */
    readonly parent: (shown: Shown) => unknown;
  }
  const withItems = (change: (item: WorkItem, n: number) => Partial<WorkItem>): FlowSource => ({
    ...base.source,
    work: { ...base.source.work, items: items.map((item, n) => ({ ...item, ...change(item, n) })) },
  });
  const isTold = (value: unknown): boolean => value !== null && value !== undefined;
  const cases: readonly Case[] = [
    {
      name: 'commits of merged branches',
      source: withItems(item => ({ rule: isLone(item) ? 'merge' : 'squash', commits: 7 })),
      told: ({ own }) => (own.batchSize.commits?.percentiles ?? []).map(({ value }) => value),
      parent: ({ own }) => own.batchSize.withheld,
    },
    {
      name: 'lines',
      source: {
        ...base.source,
        sizes: new Map(items.map((item, n) => [item.id, { files: 2, lines: isLone(item) ? 10 + n : null }])),
      },
      told: ({ own }) => (own.batchSize.lines?.percentiles ?? []).map(({ value }) => value),
      parent: ({ own }) => own.batchSize.withheld,
    },
    {
      name: 'pauses between commits',
      source: withItems(({ start, end, ...item }) => ({
        written: start === null ? [] : isLone(item) ? [start, (start + end) / 2] : [start],
      })),
      told: ({ own }) => own.integrationWait.pauses.map(({ seconds }) => seconds),
      parent: ({ own }) => own.integrationWait.withheld,
    },
    {
      name: 'how soon work was taken back',
      source: withItems((item, n) => ({
        reverted: isLone(item) ? { at: item.end + (1 + (n % 9)) * 86_400, restored: false } : null,
      })),
      told: ({ group }) => [group?.reverts.timeToRevert],
      parent: ({ group }) => group?.reverts.withheld,
    },
    {
      name: 'how much came back',
      source: withItems((item, n) => ({
        reverted: isLone(item) ? { at: item.end + 5 * 86_400, restored: n % 12 === 0 } : null,
      })),
      told: ({ group }) => [group?.reverts.restored],
      parent: ({ group }) => group?.reverts.withheld,
    },
    {
      name: 'work in no release',
      source: {
        ...base.source,
        work: {
          ...base.source.work,
          items: items.map(item => (isLone(item) ? { ...item, deployment: null } : item)),
          waiting: items.filter(isLone).map(({ id }) => id),
        },
      },
      told: ({ own, quality, use }) => [
        own.leadTime.waiting,
        own.stages.undeployed,
        use === 'export' ? quality.lines.find(({ id }) => id === 'undeployed') : null,
      ],
      parent: ({ own }) => own.leadTime.withheld,
    },
  ];

  for (const { name, source, told, parent } of cases)
    for (const use of ['view', 'export'] as const)
      it(`nothing is said of it, though much is of all: ${name}, ${use}`, () => {
        const prepared = prepareFlow(source, { ...REQUEST, use });
        const shownTo = (sizeOf: (commits: readonly string[]) => GroupSize): Shown => {
          const sets = prepared.cells.map(cell => sizeOf(cell.items.flat()));
          const answer = prepared.finish({ sets, automated: new Set() });
          assert.ok(answer.state === 'shown');
          return answer;
        };
        assert.ok(told(shownTo(() => MANY)).some(isTold), 'nothing was tested');
        const careful = shownTo(commits => (commits.length > 0 && commits.every(hash => lone.has(hash)) ? FEW : MANY));
        assert.deepEqual(told(careful).filter(isTold), []);
        assert.equal(parent(careful), null);
      });
});

describe('one or two people', () => {
  it('see figures of their own only, never comparisons, forecasts or failures, and export nothing', () => {
    const made = new MadeAnswers(inTurn(2, 80));
    const shown = made.shown({ solo: true });
    assert.ok(shown !== null && shown.solo && shown.group === null);
    const ids = figuresOf(shown).map(({ id }) => id);
    assert.ok(ids.includes('cycleTime') && ids.includes('throughput'));
    for (const id of [
      'improving',
      'interventions',
      'forecast',
      'changeFailure',
      'recovery',
      'rework',
      'reverts',
      'clusters',
      'predictability',
      'longestWait',
    ])
      assert.ok(!ids.includes(id), id);
    for (const request of [{ use: 'export' }, { use: 'export', solo: true }, {}] as const)
      assert.equal(made.answer(request).state, 'withheld');
  });
});
