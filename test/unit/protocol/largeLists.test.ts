import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { figureSchema, type Figure } from '../../../src/model/flow/figure.ts';
import { toInsightsSchema } from '../../../src/protocol/insightsProtocol.ts';
import { longFigureSchema, quickList } from '../../../src/protocol/largeLists.ts';
import { createShownState } from '../../support/madeFigures.ts';

const state = createShownState(26, 12);
const scatter = state.figures.find(({ chart }) => chart?.kind === 'dots')!;

/** Anything that may stand where a dot, a line, a cell or an item should. */
const odd = fc.oneof(
  fc.constantFrom(null, undefined, true, Number.NaN, Infinity, '', 1),
  fc.string(),
  fc.array(fc.constantFrom(null, 'text', 3, Number.NaN)),
  fc.object({ maxDepth: 1 }),
);

function withDot(key: string, value: unknown): unknown {
  assert.ok(scatter.chart?.kind === 'dots');
  const [first, ...others] = scatter.chart.dots;
  return { ...scatter, chart: { ...scatter.chart, dots: [...others, { ...first, [key]: value }] } };
}

describe('the schemas of long lists', () => {
  it('take and refuse the same dots as the plain ones, and leave the same', () => {
    fc.assert(
      fc.property(fc.constantFrom('id', 'label', 'x', 'y', 'lines', 'more'), odd, (key, value) => {
        const figure = withDot(key, value);
        const [plain, quick] = [figureSchema.safeParse(figure), longFigureSchema.safeParse(figure)];
        assert.equal(quick.success, plain.success);
        assert.deepEqual(quick.data, plain.data);
      }),
    );
  });

  it('take and refuse the same rows as the plain ones', () => {
    fc.assert(
      fc.property(odd, cell => {
        const table = { ...scatter.table!, rows: [...scatter.table!.rows, cell] };
        const figure: unknown = { ...scatter, table };
        assert.equal(longFigureSchema.safeParse(figure).success, figureSchema.safeParse(figure).success);
      }),
    );
  });

  it('take every kind of figure whole', () => {
    for (const figure of state.figures)
      assert.deepEqual<Figure>(longFigureSchema.parse(structuredClone(figure)), figure);
  });

  it('refuse an item with a wrong field, whichever it is', () => {
    const parse = (item: unknown) => {
      return toInsightsSchema.safeParse({ t: 'state', state: { ...state, items: [...state.items, item] } });
    };
    const [item] = state.items;
    assert.ok(item !== undefined && parse(item).success);
    for (const key of Object.keys(item)) {
      assert.equal(parse({ ...item, [key]: true }).success, false, key);
      assert.equal(parse({ ...item, [key]: undefined }).success, false, key);
    }
    const parsed = parse({ ...item, author: 'Ada' });
    assert.ok(parsed.data?.t === 'state' && parsed.data.state.kind === 'shown');
    assert.deepEqual(parsed.data.state.items.at(-1), item);
  });

  it('go the long way only where the loop is not sure', () => {
    let long = 0;
    const full = z.array(z.string().check(z.refine(() => (long++, true))));
    const schema = quickList<string>(value => typeof value === 'string' && value !== '?', full);
    assert.deepEqual([schema.parse(['a', 'b']), long], [['a', 'b'], 0]);
    assert.deepEqual([schema.parse(['a', '?']), long], [['a', '?'], 2]);
    assert.equal(schema.safeParse(['a', 1]).success, false);
  });
});
