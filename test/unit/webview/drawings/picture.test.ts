import assert from 'node:assert/strict';
import type { Figure } from '../../../../src/model/flow/figure.ts';
import { drawChart } from '../../../../webview/insights/charts/draw.ts';
import { figurePicture } from '../../../../webview/insights/export/picture.ts';
import { createShownState } from '../../../support/madeFigures.ts';
import { createPaper } from './paper.ts';

function pictureOf(figure: Figure): string | null {
  const { document } = createPaper();
  return figurePicture(figure, { document, draw: drawChart, serialize: element => element.outerHTML });
}

describe('the picture of a figure that is saved', () => {
  const { figures } = createShownState(26, 30);
  const drawn = figures.filter(({ chart }) => chart !== null);

  for (const figure of drawn)
    it(`needs no page, no theme and no network: ${figure.id}`, () => {
      const svg = pictureOf(figure) ?? '';
      assert.doesNotMatch(svg, /var\(|--vscode|class="drawing"|<style|<script|href=|NaN|undefined/);
      assert.match(svg, /^<svg [^>]*viewBox="0 0 880 \d+"/);
      assert.ok(svg.includes(`<title>${figure.title}</title>`));
      for (const [, id = ''] of svg.matchAll(/url\(#([^)]+)\)/g)) assert.ok(svg.includes(`id="${id}"`), id);
    });

  it('says what it shows in words, and what stands in for what', () => {
    const [map] = figures.filter(({ id }) => id === 'map');
    assert.ok(map !== undefined);
    const svg = pictureOf(map) ?? '';
    assert.match(svg, /<desc>Work waited 71 % of the time.*cannot be seen\.<\/desc>/);
    assert.match(svg, />Value stream<\/text>/);
    assert.match(svg, />Git stands in for ticket transitions/);
  });

  it('is not there without a chart', () => {
    const [withheld] = figures.filter(({ chart }) => chart === null);
    assert.ok(withheld !== undefined);
    assert.equal(pictureOf(withheld), null);
  });
});
