import assert from 'node:assert/strict';
import type { Chart } from '../../../../src/model/flow/figure.ts';
import { drawChart } from '../../../../webview/insights/charts/draw.ts';
import { fontSize, textWidth } from '../../../../webview/insights/charts/text.ts';
import { madeCharts } from '../../../support/madeCharts.ts';
import { createPaper } from './paper.ts';

interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the texts of a picture stand, by the same estimate of widths that lays them out. */
function textBoxes(picture: Element): TextBox[] {
  return [...picture.querySelectorAll('text')].map(element => {
    const chain: Element[] = [];
    for (let at: Element | null = element; at !== null && at !== picture; at = at.parentElement) chain.push(at);
    const own = (name: string) => chain.map(at => at.getAttribute(name)).find(value => value !== null) ?? null;
    const moves = chain.map(at => /translate\(([-\d.]+),([-\d.]+)\)/.exec(at.getAttribute('transform') ?? ''));
    const length = (name: string) => {
      const value = element.getAttribute(name) ?? '0';
      return Number.parseFloat(value) * (value.endsWith('em') ? fontSize : 1);
    };
    const size = Number(own('font-size') ?? fontSize);
    const lines = element.textContent.split('\n');
    const wide = Math.max(...lines.map(line => textWidth(line, size)));
    const x = length('x') + moves.reduce((sum, move) => sum + Number(move?.[1] ?? 0), 0);
    const y = length('y') + length('dy') + moves.reduce((sum, move) => sum + Number(move?.[2] ?? 0), 0);
    const anchor = own('text-anchor') ?? picture.getAttribute('text-anchor') ?? 'start';
    const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
    return { text: lines.join(' '), left, right: left + wide, top: y - size * 0.7, bottom: y };
  });
}

const overlap = (a: TextBox, b: TextBox) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe('the texts of a chart', () => {
  for (const [weeks, items] of [
    [8, 5],
    [26, 124],
    [104, 400],
  ] as const)
    for (const [name, chart] of Object.entries<Chart>(madeCharts(weeks, items)))
      it(`cover each other nowhere and stay inside: ${name} over ${weeks} weeks`, () => {
        for (const width of [260, 320, 440, 560, 720, 1100, 1900]) {
          const { element } = drawChart(chart, createPaper({ width }));
          const boxes = textBoxes(element).filter(({ text }) => text !== '');
          assert.ok(boxes.length > 0);
          for (const [index, box] of boxes.entries()) {
            assert.ok(box.left >= -8 && box.right <= width + 8, `"${box.text}" leaves the picture at ${width}`);
            for (const other of boxes.slice(index + 1))
              assert.ok(!overlap(box, other), `"${box.text}" covers "${other.text}" at ${width}`);
          }
        }
      });
});

describe('what a chart draws', () => {
  const made = madeCharts(26, 60);

  it('is a hatched tick below the axis for a value that is hidden, which can be pointed at', () => {
    const { element, marks } = drawChart(made.bars, createPaper());
    // Seven bars: one is hidden, one is zero. The legend has a hatched sample, too.
    assert.equal(element.querySelectorAll('rect.ink').length, 5);
    assert.equal(element.querySelectorAll('rect.hidden-part').length, 2);
    assert.equal(marks[4]?.title, '9–16: hidden to protect people');
    assert.ok((marks[4].box?.top ?? 0) > (marks[3]?.box?.bottom ?? 0));
    const shown = { ...made.bars, bars: made.bars.bars.filter(({ value }) => value !== null) };
    assert.equal(drawChart(shown, createPaper()).element.querySelector('.hidden-part, pattern'), null);
  });

  it('is a hatched tick for each hidden stretch of a series, and none for one without a value', () => {
    const points = made.series.points.map((point, index) => ({ ...point, hidden: index === 2 || index === 3 }));
    const { element, marks } = drawChart({ ...made.series, points, markers: [] }, createPaper());
    // The fifth point has no value and is not hidden.
    assert.equal(element.querySelectorAll('rect.hidden-part').length, 3);
    assert.ok([2, 3].every(index => marks[index]?.box !== null) && marks[4]?.box === null);
  });

  it('says below a stack that a part is hidden where its whole may not be told', () => {
    const columns = made.stack.columns.slice(2, 3);
    const { element, marks } = drawChart({ ...made.stack, columns }, createPaper());
    assert.equal(element.querySelectorAll('rect[stroke="var(--vscode-editor-background)"]').length, 3);
    assert.equal(marks[2]?.title, 'Quality assurance: hidden to protect people');
    assert.ok(marks[1]?.lines.includes('The rest is hidden to protect people'));
    assert.ok((marks[2].box?.top ?? 0) > (marks[0]?.box?.bottom ?? 0));
  });

  it('fills a stack up to its whole where that may be told', () => {
    const whole = { from: '2026-11-09', to: '2026-11-16', values: [0.5, 0.2, null, null], total: 1 };
    const chart = { ...made.stack, unit: 'share' as const, columns: [whole], markers: [] };
    const { marks } = drawChart(chart, createPaper());
    const heights = marks.map(({ box }) => (box?.bottom ?? 0) - (box?.top ?? 0));
    // Three tenths are left, and half is drawn of the first part.
    assert.ok(Math.abs((heights[2] ?? 0) - (heights[0] ?? 0) * 0.6) < 0.01, heights.join(' '));
  });

  it('names in a stack’s legend only what it draws', () => {
    const columns = made.stack.columns.map(column => ({ ...column, values: [3, null, 0, 1] }));
    const { element } = drawChart({ ...made.stack, columns, markers: [] }, createPaper());
    const texts = [...element.querySelectorAll('text')].map(({ textContent }) => textContent);
    assert.deepEqual(
      made.stack.parts.map(({ label }) => texts.includes(label)),
      [true, false, false, true],
    );
  });

  it('runs no line over the label of what changed', () => {
    const { element } = drawChart(made.dots, createPaper());
    const order = [...element.querySelectorAll('path[stroke-opacity="0.6"], rect.label-ground')];
    const lines = order.filter(({ localName }) => localName === 'path');
    assert.ok(lines.length === 3 && order.slice(0, 3).every(one => lines.includes(one)));
    assert.equal(order.length, 6);
  });

  it('keeps the values of limits where there is little room, and leaves out their names', () => {
    const { element } = drawChart({ ...made.series, markers: [] }, createPaper({ width: 320 }));
    const texts = [...element.querySelectorAll('text')].map(({ textContent }) => textContent);
    assert.ok(
      ['5.4', '10.1', '0.7'].every(value => texts.includes(value)),
      texts.join(', '),
    );
    const dots = drawChart({ ...made.dots, markers: [] }, createPaper({ width: 320 })).element;
    const levels = [...dots.querySelectorAll('text')].map(({ textContent }) => textContent);
    assert.ok(
      ['50 %: 2.3 d', '85 %: 9.1 d', '95 %: 11 d'].every(value => levels.includes(value)),
      levels.join(', '),
    );
  });

  it('says in an empty row why it is empty, in little room too', () => {
    for (const width of [720, 320]) {
      const { element } = drawChart(made.ranges, createPaper({ width }));
      const texts = [...element.querySelectorAll('text')].map(({ textContent }) => textContent);
      assert.ok(texts.includes('hidden to protect people'), texts.join(', '));
    }
  });

  it('has no ticks between whole numbers of things that hardly happen', () => {
    const points = made.series.points.map((point, index) => ({ ...point, value: index % 9 === 0 ? 1 : 0 }));
    const limits = [{ from: points[0]?.from ?? '', to: points.at(-1)?.to ?? '', centre: 0.1, upper: 0.4, lower: null }];
    const { element } = drawChart({ ...made.series, unit: 'plain', points, limits, markers: [] }, createPaper());
    const ticks = [...element.querySelectorAll('text[text-anchor="end"], g[text-anchor="end"] text')];
    const numbers = ticks.map(({ textContent }) => Number(textContent)).filter(number => !Number.isNaN(number));
    assert.deepEqual(numbers, [0, 1]);
  });

  it('rings a signal and names its rule', () => {
    const { element, marks } = drawChart({ ...made.series, markers: [] }, createPaper());
    assert.equal(element.querySelectorAll('circle.signal').length, 1);
    assert.deepEqual(marks.filter(({ lines }) => lines.includes('Outside of the natural limits')).length, 1);
  });

  it('breaks the limits’ lines and not the centre’s', () => {
    const { element } = drawChart({ ...made.series, markers: [] }, createPaper());
    const broken = [...element.querySelectorAll('path[stroke-dasharray]')].map(path =>
      path.getAttribute('stroke-dasharray'),
    );
    // Two stretches: centre and upper limit, then centre, upper and lower limit.
    assert.deepEqual(broken, ['none', '5 4', 'none', '5 4', '5 4']);
  });

  it('is only what it is zoomed to', () => {
    const { from } = made.dots;
    const zoom = { from, to: from + 28 * 86_400 };
    const { marks, time } = drawChart({ ...made.dots, markers: [] }, createPaper({ zoom }));
    const inside = made.dots.dots.filter(({ x }) => x <= zoom.to);
    assert.deepEqual(
      marks.map(({ id }) => id),
      inside.map(({ id }) => id),
    );
    assert.deepEqual(time?.shown, zoom);
    assert.ok(marks.length > 0 && marks.length < 60);
  });

  it('draws ten thousand items as few elements', () => {
    const { element, marks } = drawChart(madeCharts(104, 10_000).dots, createPaper());
    assert.ok(marks.length >= 10_000);
    assert.ok(element.querySelectorAll('*').length < 250);
  });

  it('gives the parts of a stack fills of their own on a page with many charts', () => {
    const first = drawChart(made.stack, createPaper({ id: 'a' })).element;
    const ids = [...first.querySelectorAll('pattern')].map(pattern => pattern.getAttribute('id'));
    assert.deepEqual(ids, ['a-fill-0', 'a-fill-1', 'a-fill-2', 'a-fill-3', 'a-hidden']);
    const used = new Set([...first.querySelectorAll('rect[fill^="url"]')].map(rect => rect.getAttribute('fill')));
    assert.deepEqual(
      [...used].sort(),
      ids.map(id => `url(#${id})`),
    );
  });
});
