import fc from 'fast-check';
import { prepareFlow } from '../../../../../src/answers/flow/flowAnswer.ts';
import type { FlowSource } from '../../../../../src/answers/flow/flowSource.ts';
import type { EpicSummary } from '../../../../../src/answers/flow/metric.ts';
import type { FlowAnswer, FlowRequest } from '../../../../../src/model/flow/flow.ts';
import type { TagFacts } from '../../../../../src/model/ports/gitPort.ts';
import { NO_KEY_RULES } from '../../../../../src/model/text/ticketKeys.ts';
import type { GroupSize, OpenItem } from '../../../../../src/model/work.ts';
import { at, DAY, hashOf } from '../madeHistory.ts';
import { MadeTeam, NOW, REQUEST, type Change, type Shown } from '../madeTeam.ts';

const EPICS: readonly EpicSummary[] = [0, 1, 2].map(n => ({
  key: `EPIC-${n + 1}`,
  tickets: [],
  type: null,
  stage: n === 2 ? 'stopped' : 'build',
  hasOutcome: n === 0,
  testable: n === 0,
  readyToBuildOpen: n,
  dependsOn: [],
}));

const WINDOW_WEEKS = 26;

/**
 * A team of up to eight whose work types, cycle times and busy weeks are as uneven as chance makes them, with some weeks of
 * one person's alone.
 */
export const anyTeam: fc.Arbitrary<readonly Change[]> = fc
  .record({
    people: fc.integer({ min: 3, max: 8 }),
    alone: fc.uniqueArray(fc.nat({ max: WINDOW_WEEKS - 1 }), { maxLength: 4 }),
    changes: fc.array(
      fc.record({
        by: fc.nat({ max: 11 }),
        days: fc.constantFrom(0.2, 1, 2, 5, 12, 40),
        kind: fc.constantFrom('feature/', 'feature/', 'fix/', 'chore/', ''),
        squashed: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 40, maxLength: 110 },
    ),
  })
  .map(({ people, alone, changes }) =>
    changes.map(({ by, days, kind, squashed }, index): Change => ({
      by: alone.includes(Math.floor((1 + (index * 180) / changes.length) / 7))
        ? people - 1
        : by === 11
          ? 'bot'
          : by % people,
      branch: `${kind}PAY-${index + 1}`,
      ...(squashed === 0 ? {} : { days }),
    })),
  );

/** A team that finishes enough each week to be shown by weeks, with a week or two of one person's alone. */
export const busyTeam: fc.Arbitrary<readonly Change[]> = fc
  .record({
    people: fc.integer({ min: 5, max: 8 }),
    alone: fc.uniqueArray(fc.nat({ max: WINDOW_WEEKS - 1 }), { minLength: 1, maxLength: 2 }),
    kinds: fc.array(fc.constantFrom('feature/', 'fix/', 'chore/'), { minLength: 1, maxLength: 2 }),
    perWeek: fc.integer({ min: 8, max: 16 }),
  })
  .map(({ people, alone, kinds, perWeek }) => {
    const count = WINDOW_WEEKS * perWeek;
    return Array.from({ length: count }, (_, index): Change => ({
      by: alone.includes(Math.floor((1 + (index * 180) / count) / 7)) ? 0 : index % people,
      branch: `${kinds[Math.floor(index / people) % kinds.length] ?? ''}PAY-${index + 1}`,
      days: 1,
    }));
  });

/** One team's answers, with releases, sizes, open work and epics. */
export class MadeAnswers {
  readonly team: MadeTeam;
  readonly source: FlowSource;

  constructor(changes: readonly Change[]) {
    this.team = new MadeTeam(changes);
    const tags = changes.flatMap(({ days }, index): TagFacts[] => {
      const landed = at(1 + (index * 180) / changes.length);
      const commit = hashOf(`${days === undefined ? 'c' : 'm'}${index}`);
      return index % 7 === 6 ? [{ name: `v1.${index}.0`, commit, at: landed + 3600, committed: landed }] : [];
    });
    const epics = new Map(
      changes.map((_, index) => [`PAY-${index + 1}`, { epic: EPICS[index % 4]?.key ?? 'EPIC-9', type: null }] as const),
    );
    const rules = { ...NO_KEY_RULES, known: ['PAY'] };
    const source = this.team.source({ tags, epics, rules });
    const open = changes.slice(0, 14).map((_, n): OpenItem => ({
      ...{ id: `open${n}`, ticket: `PAY-${900 + n}`, epic: null, type: n % 3 === 0 ? 'defect' : 'feature' },
      ...{ start: NOW - (1 + n * n) * DAY, lastSign: NOW - DAY, commits: 1, stale: false },
    }));
    // Nothing holds the window's first one together: most figures leave it out, so all of the window is a group of its own.
    const first = source.work.items.find(({ end }) => end >= at(0));
    const items = source.work.items.map(item => (item === first ? { ...item, flags: ['ungrouped' as const] } : item));
    this.source = {
      ...source,
      work: { ...source.work, items },
      epics: EPICS,
      open: {
        items: open,
        commitsOf: new Map(open.map(({ id }, n) => [id, [hashOf(`c${n}`)]])),
        ...{ truncated: false, fetchedAt: null },
      },
      sizes: new Map(source.work.items.map(({ id }, n) => [id, { files: 1 + (n % 5), lines: (n * 37) % 400 }])),
    };
  }

  answer(request: Partial<FlowRequest>): FlowAnswer {
    const prepared = prepareFlow(this.source, { ...REQUEST, ...request });
    return prepared.finish(this.team.gate(prepared.cells));
  }

  /** null where the window itself does not pass. */
  shown(request: Partial<FlowRequest>): Shown | null {
    const answer = this.answer(request);
    return answer.state === 'shown' ? answer : null;
  }

  /** What would be shown if everybody's work could be: the truth that stays hidden. */
  truth(request: Partial<FlowRequest>): Shown {
    const answer = this.judged(request, () => ({ band: '10+', dominated: false }));
    if (answer.state !== 'shown') throw new Error(answer.state);
    return answer;
  }

  /** The answer when the gate says this of each cell, by its place. */
  judged(request: Partial<FlowRequest>, sizeOf: (cell: number) => GroupSize): FlowAnswer {
    const prepared = prepareFlow(this.source, { ...REQUEST, ...request });
    const { automated } = this.team.gate(prepared.cells);
    return prepared.finish({ sets: prepared.cells.map((_, cell) => sizeOf(cell)), automated });
  }

  /** Whether these items' people are enough, counted apart from the product's own cells. */
  areEnough(items: readonly { readonly id: string }[], floor: 3 | 5): boolean {
    return this.areSeveral(items, floor) && this.sizeOf(items)?.dominated === false;
  }

  /** The same, whoever made most of them. */
  areSeveral(items: readonly { readonly id: string }[], floor: 3 | 5): boolean {
    const enough = floor === 3 ? ['3-4', '5-9', '10+'] : ['5-9', '10+'];
    return enough.includes(this.sizeOf(items)?.band ?? '0');
  }

  isBots({ id }: { readonly id: string }): boolean {
    const commits = this.source.work.commitsOf.get(id) ?? [];
    const { automated } = this.team.gate([{ items: [commits] }]);
    return commits.length > 0 && commits.every(hash => automated.has(hash));
  }

  private sizeOf(items: readonly { readonly id: string }[]): GroupSize | undefined {
    const commits = items.map(({ id }) => this.source.work.commitsOf.get(id) ?? []);
    return this.team.gate([{ items: commits }]).sets[0];
  }
}
