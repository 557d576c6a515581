import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Figure } from '../../../../../src/model/flow/figure.ts';
import { WORK_TYPES } from '../../../../../src/model/work.ts';
import { figuresOf } from '../../../../../src/wording/figures/figures.ts';
import { inTurn, MadeTeam } from '../madeTeam.ts';
import { BREAKDOWNS } from './breakdowns.ts';
import { anyTeam, MadeAnswers } from './madeAnswers.ts';

/** An answer takes a tenth of a second, so a failure is told as it is found. */
const RUNS = { numRuns: 20, endOnFailure: true };
/** They tell days of releases, and days that lie ahead; neither is an item's. */
const WITH_OTHER_DAYS = ['deploymentFrequency', 'forecast'];

function isMonday(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}

/** Every number in a value, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function textOf(figure: Figure): string {
  return JSON.stringify(figure);
}

describe('an export of any team’s flow', () => {
  /** Checks what is exported of many teams; some windows pass. */
  function ofExports(check: (made: MadeAnswers, figures: readonly Figure[], answer: unknown) => void): void {
    let seen = 0;
    fc.assert(
      fc.property(anyTeam, changes => {
        const made = new MadeAnswers(changes);
        const shown = made.shown({ use: 'export' });
        if (shown === null) return;
        seen++;
        check(made, figuresOf(shown), shown);
      }),
      RUNS,
    );
    assert.ok(seen > 2, 'nothing was tested');
  }

  it('carries no dots and no rows of items', () => {
    ofExports((_, figures, answer) => {
      for (const { id, chart } of figures) assert.notEqual(chart?.kind, 'dots', id);
      assert.doesNotMatch(JSON.stringify(answer), /"(?:points|items|list|longest|epics)":\[\{"(?:id|label|version)"/);
    });
  });

  it('calls no item by its key or number, and says no hash', () => {
    ofExports((made, figures, answer) => {
      const hashes = new Set([...made.source.work.commitsOf.values()].flat().map(hash => hash.slice(0, 7)));
      for (const text of [JSON.stringify(answer), ...figures.map(textOf)]) {
        assert.doesNotMatch(text, /PAY-\d|#\d/);
        for (const hash of hashes) assert.ok(!text.includes(hash), hash);
        for (const { id } of made.source.work.items) assert.ok(!text.includes(`"${id}"`), id);
      }
    });
  });

  it('says no day of an item finer than its week, and no instant', () => {
    ofExports((_, figures, answer) => {
      assert.ok(
        numbersIn(answer).every(number => number < 1e9),
        'an instant in epoch seconds',
      );
      for (const figure of figures.filter(({ id }) => !WITH_OTHER_DAYS.includes(id)))
        for (const [day] of textOf(figure).matchAll(/\d{4}-\d{2}-\d{2}/g))
          assert.ok(isMonday(day), `${figure.id} says ${day}`);
    });
  });

  it('says of no single item how long it waits until now', () => {
    ofExports((_, figures) => {
      const waiting = figures.flatMap(({ values }) => values.filter(({ id }) => id === 'oldestWaiting'));
      assert.deepEqual(waiting, []);
    });
  });

  it('counts no part of a division among what the figures rest on', () => {
    let withStart = 0;
    ofExports((made, _, answer) => {
      const told = JSON.stringify(answer);
      const seen = made.shown({ use: 'view' })?.quality.lines.map(({ id }) => id) ?? [];
      assert.ok(seen.includes('withEpic') && seen.includes('knownStart'));
      if (told.includes('"id":"knownStart"')) withStart++;
      assert.doesNotMatch(told, /"id":"(?:withEpic|ticketWithoutEpic|unknownType|keywordType)"/);
    });
    assert.ok(withStart > 0, 'what is no such part is told where enough people are behind it');
  });

  it('has more to say where enough people are than that it is hidden', () => {
    const shown = new MadeTeam(inTurn(6, 90)).shown({ use: 'export' });
    assert.ok(figuresOf(shown).filter(({ withheld }) => withheld === '').length > 10);
  });
});

describe('an export of one work type', () => {
  it('divides the work no further: both divisions could be subtracted', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyTeam, fc.constantFrom(...WORK_TYPES), (changes, type) => {
        const shown = new MadeAnswers(changes).shown({ use: 'export', type });
        if (shown === null) return;
        seen++;
        for (const { name, counts } of BREAKDOWNS.filter(({ name }) => !OF_ALL_TYPES.test(name)))
          assert.ok(
            counts(shown).every(count => count === null || count === 0),
            name,
          );
      }),
      { ...RUNS, numRuns: 60 },
    );
    assert.ok(seen > 2, 'nothing was tested');
  });

  it('leaves what is about all types as it is in an export of all', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyTeam, fc.constantFrom(...WORK_TYPES), (changes, type) => {
        const made = new MadeAnswers(changes);
        const [one, all] = [made.shown({ use: 'export', type }), made.shown({ use: 'export' })];
        if (one === null || all === null) return;
        seen++;
        for (const { name, counts } of BREAKDOWNS.filter(({ name }) => OF_ALL_TYPES.test(name)))
          assert.deepEqual(counts(one), counts(all), name);
      }),
      { ...RUNS, numRuns: 60 },
    );
    assert.ok(seen > 2, 'nothing was tested');
  });
});

const OF_ALL_TYPES = /^(?:deployments|distribution|clusters)/;
