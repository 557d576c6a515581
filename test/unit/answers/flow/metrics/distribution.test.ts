import assert from 'node:assert/strict';
import { distribution } from '../../../../../src/answers/flow/metrics/distribution.ts';
import type { Distribution } from '../../../../../src/model/flow/distribution.ts';
import type { WorkItem, WorkType } from '../../../../../src/model/work.ts';
import { MadeHistory } from '../madeHistory.ts';
import { at, createInput, createWork, measure, type MadeGate } from '../madeInput.ts';

const work = (type: WorkType, count: number, changes: Partial<WorkItem> = {}, day = 20): WorkItem[] =>
  Array.from({ length: count }, () => createWork(day, 1, { type, ...changes }));
const mix = (items: readonly WorkItem[], gate: MadeGate = {}): Distribution =>
  measure(distribution, createInput({ items }), gate);
const counts = ({ parts }: Distribution) => Object.fromEntries(parts.map(({ type, items }) => [type, items]));
/** The people of exactly these items are too few. */
const behind =
  (...groups: readonly (readonly WorkItem[])[]) =>
  (ids: readonly string[]): boolean =>
    groups.some(group => group.length === ids.length && group.every(({ id }) => ids.includes(id)));

describe('distribution', () => {
  it('is the share of each type in all finished items, largest first', () => {
    const { parts, finished, classified } = mix([...work('debt', 6), ...work('feature', 12), ...work('unknown', 6)]);
    assert.deepEqual([finished, classified], [24, 18]);
    assert.deepEqual(
      parts.map(({ type, items }) => [type, items]),
      [
        ['feature', 12],
        ['debt', 6],
        ['unknown', 6],
      ],
    );
  });

  it('has shares from 20 items of a known type on', () => {
    assert.deepEqual(
      mix([...work('feature', 15), ...work('debt', 5)]).parts.map(({ share }) => share),
      [0.75, 0.25],
    );
    const fewer = mix(work('feature', 19));
    assert.deepEqual(fewer.parts[0], { type: 'feature', items: 19, share: null });
    assert.deepEqual(fewer.sharesWithheld, { code: 'tooFew', what: 'classifiedItems', has: 19, needs: 20 });
  });

  it('has counts only where more than 40 % are unknown', () => {
    assert.equal(mix([...work('feature', 60), ...work('unknown', 40)]).parts[0]?.share, 0.6);
    const vague = mix([...work('feature', 60), ...work('unknown', 41)]);
    assert.equal(vague.parts[0]?.share, null);
    assert.deepEqual(vague.sharesWithheld, { code: 'tooFew', what: 'classifiedItems', has: 60, needs: 61 });
  });

  it('reads the examples of the Conventional Commits specification as it says', () => {
    const titles = [
      'feat: allow provided config object to extend other configs\n\nBREAKING CHANGE: `extends` key in config file is now used for extending other config files',
      'feat!: send an email to the customer when a product is shipped',
      'docs: correct spelling of CHANGELOG',
      'feat(lang): add Polish language',
    ];
    const made = new MadeHistory();
    titles.forEach((title, index) => {
      const [subject = '', ...body] = title.split('\n');
      made.add(`c${index}`, { message: [`${subject} (#${index + 1})`, ...body].join('\n'), landed: index });
    });
    const items = made.work().items.map(item => ({ ...item, end: at(10) }));
    assert.deepEqual(counts(mix(items)), { feature: 3, debt: 1 });
  });

  it('leaves out bots and what nothing holds together', () => {
    const items = [
      ...work('feature', 3),
      ...work('debt', 2, { automated: true }),
      ...work('risk', 2, { flags: ['ungrouped'] }),
    ];
    assert.deepEqual(counts(mix(items)), { feature: 3 });
  });

  it('tells how many types rest on a word', () => {
    assert.equal(mix([...work('feature', 3), ...work('defect', 2, { typeTier: 'keyword' })]).byKeyword, 2);
  });

  it('is not narrowed by the work type that was asked for', () => {
    const items = [...work('feature', 3), ...work('debt', 2)];
    assert.equal(measure(distribution, createInput({ items, finished: [], type: 'debt' })).finished, 5);
  });

  it('counts types with too few people behind them as other, where these are enough together', () => {
    const [debt, risk] = [work('debt', 4), work('risk', 5)];
    const result = mix([...work('feature', 30), ...work('other', 3), ...debt, ...risk], { hides: behind(debt, risk) });
    assert.deepEqual(counts(result), { feature: 30, other: 12 });
    assert.deepEqual(result.folded, ['risk', 'debt']);
  });

  it('hides other and one more where too few people are behind that too', () => {
    const debt = work('debt', 4);
    const items = [...work('feature', 30), ...work('defect', 8), ...debt];
    const result = mix(items, { hides: behind(debt) });
    assert.deepEqual(counts(result), { feature: 30, defect: null, other: null });
    assert.deepEqual(
      result.parts.map(({ type }) => type),
      ['feature', 'defect', 'other'],
    );
    assert.equal(result.parts[0]?.share, 30 / 42);
  });

  it('does not give a hidden number of unknown ones away', () => {
    const unknown = work('unknown', 2);
    const some = mix([...work('feature', 30), ...work('defect', 8), ...unknown], { hides: behind(unknown) });
    assert.deepEqual([some.classified, some.sharesWithheld], [null, null]);
    const few = mix([...work('feature', 10), ...work('defect', 8), ...unknown], { hides: behind(unknown) });
    assert.deepEqual([few.classified, few.sharesWithheld], [null, { code: 'people' }]);
  });

  describe('over time', () => {
    it('counts each type in every four weeks', () => {
      const items = [...work('feature', 3, {}, 20), ...work('debt', 2, {}, 20), ...work('feature', 4, {}, 180)];
      const { periods, parts } = mix(items);
      assert.deepEqual(
        parts.map(({ type }) => type),
        ['feature', 'debt'],
      );
      assert.deepEqual(
        periods.map(period => period.items),
        [
          [3, 2],
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
          [4, 0],
        ],
      );
    });

    it('hides a small cell with others in its row and its column, as both totals are shown', () => {
      const small = work('debt', 2, {}, 20);
      const items = [
        ...work('feature', 9, {}, 20),
        ...small,
        ...work('feature', 7, {}, 60),
        ...work('debt', 5, {}, 60),
        ...work('feature', 20, {}, 180),
        ...work('debt', 11, {}, 180),
      ];
      const { periods } = mix(items, { hides: behind(small) });
      assert.deepEqual(
        periods.filter(period => period.items.includes(null)).map(({ from, items: cells }) => [from, cells]),
        [
          ['2026-01-19', [null, null]],
          ['2026-02-16', [null, null]],
        ],
      );
    });

    it('hides four weeks whole where one of them is hidden, whose number they would tell', () => {
      const weekly = Array.from({ length: 26 }, (_, week) => work('feature', 6, {}, 7 * week + 2)).flat();
      const own = weekly.filter((_, at) => Math.floor(at / 6) === 4);
      const { periods } = mix(weekly, { hides: behind(own) });
      const hidden = periods.filter(period => period.items.includes(null)).map(({ from }) => from);
      assert.deepEqual(hidden, ['2026-01-19', '2026-06-08']);
    });

    it('knows nothing of the time before a shallow clone begins', () => {
      const input = createInput({ items: work('feature', 4, {}, 180), knownSince: at(100) });
      assert.deepEqual(
        measure(distribution, input).periods.map(({ items }) => items[0]),
        [0, 4],
      );
    });
  });
});
