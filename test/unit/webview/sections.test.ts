import assert from 'node:assert/strict';
import type { FocusMetric } from '../../../src/model/flow/focus.ts';
import { isTelling, sectionsOf } from '../../../webview/insights/sections.ts';
import { forgetPlaces, initialInsightsView, insightsViewSchema } from '../../../webview/insights/viewState.ts';
import { createShownState } from '../../support/madeFigures.ts';

const state = createShownState(26, 20);
const ids = (figures: readonly { readonly id: string }[]) => figures.map(({ id }) => id);
const section = (id: string, metrics: readonly FocusMetric[]) => {
  const focus = metrics.map(metric => ({ metric, label: metric, reflection: `What about ${metric}?` }));
  return sectionsOf({ ...state, focus }).find(part => part.id === id);
};

describe('the sections of the Insights page', () => {
  it('begin with what the team pinned, in its order, whether it tells anything or not', () => {
    assert.deepEqual(ids(section('focus', ['reviewWait', 'batchSize'])?.figures ?? []), ['reviewWait', 'bars']);
  });

  it('show a pinned figure once', () => {
    const effectiveness = section('effectiveness', ['batchSize']);
    assert.ok(!ids(effectiveness?.figures ?? []).includes('bars'));
    assert.ok(ids(section('effectiveness', [])?.figures ?? []).includes('bars'));
  });

  it('name what is pinned but has no figure here', () => {
    assert.deepEqual(section('focus', ['linkedToOutcome', 'batchSize'])?.absent, ['linkedToOutcome']);
    assert.deepEqual(section('focus', ['batchSize'])?.absent, []);
  });

  it('put what cannot be told at the end of its section', () => {
    assert.deepEqual(ids(section('effectiveness', [])?.silent ?? []), ['reviewWait', 'stageWait']);
    assert.deepEqual(ids(section('quality', [])?.figures ?? []), []);
  });

  it('say once what stands in for the real thing in several figures, and leave the rest to each', () => {
    const figures = state.figures.map((figure, index) => ({ ...figure, proxy: ['a', 'b', 'a'][index] ?? '' }));
    const proxies = (shown: typeof figures, id: string) =>
      sectionsOf({ figures: shown, focus: [] }).find(part => part.id === id)?.proxies;
    assert.deepEqual(proxies(figures, 'speed'), ['a']);
    assert.deepEqual(proxies(figures, 'impact'), []);
    // The same words in two sections are said in each.
    const apart = figures.map((figure, index) => (index === 2 ? { ...figure, group: 'impact' as const } : figure));
    assert.deepEqual([proxies(apart, 'speed'), proxies(apart, 'impact')], [[], []]);
  });

  it('follow the order in which they are read, and leave out groups without figures', () => {
    const titles = (figures: typeof state.figures) => sectionsOf({ figures, focus: [] }).map(({ title }) => title);
    assert.deepEqual(titles(state.figures), [
      'Focus',
      'Speed',
      'Effectiveness',
      'Quality',
      'Impact',
      'Against its own past',
    ]);
    assert.deepEqual(titles(state.figures.filter(({ group }) => group === 'speed')), ['Speed']);
  });

  it('give the picture that is left over when the others stand in pairs a row for itself', () => {
    const alone = (kept: readonly string[]) =>
      sectionsOf({ figures: state.figures.filter(({ id }) => kept.includes(id)), focus: [] }).map(part => part.alone);
    assert.deepEqual(alone(['dots', 'series', 'odds', 'leadTime']), ['odds']);
    assert.deepEqual(alone(['dots', 'series', 'leadTime']), [null]);
    // A map has a row for itself anyway.
    assert.deepEqual(
      sectionsOf({ figures: state.figures.filter(({ id }) => ['map', 'stack'].includes(id)), focus: [] })[0]?.alone,
      'stack',
    );
  });

  it('take a figure for telling that has a number but no picture', () => {
    const [figure] = state.figures.filter(({ id }) => id === 'leadTime');
    assert.ok(figure !== undefined);
    assert.equal(isTelling(figure), false);
    const value = { id: 'n', label: 'Items', value: 0, unit: 'items', n: 0, why: null } as const;
    assert.equal(isTelling({ ...figure, values: [value] }), true);
    assert.equal(isTelling({ ...figure, values: [{ ...value, value: null }] }), false);
  });
});

describe('what the Insights page keeps', () => {
  it('forgets pages and zooms when other items are asked for, and nothing else', () => {
    const view = {
      ...initialInsightsView,
      scale: 'linear' as const,
      open: ['table-dots'],
      tables: { 'table-dots': { column: 'finished', descending: true, page: 4 } },
      zoom: { dots: { from: 1, to: 2 } },
    };
    assert.deepEqual(insightsViewSchema.parse(structuredClone(view)), view);
    assert.deepEqual(forgetPlaces(view), { ...view, tables: {}, zoom: {} });
  });

  it('refuses what an older page kept in another shape', () => {
    assert.equal(insightsViewSchema.safeParse({ ...initialInsightsView, version: 1 }).success, false);
  });
});
