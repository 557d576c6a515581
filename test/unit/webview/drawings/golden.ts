import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const goldenFolder = path.resolve(import.meta.dirname, '../../../golden/charts');

/**
 * Compares a picture with `test/golden/charts/NAME.svg`. On a difference it writes `NAME.actual.svg` beside it; `GOLDEN=accept`
 * takes what was drawn as right. Numbers count to a tenth of a pixel.
 */
export function assertGolden(name: string, picture: SVGElement): void {
  const actual = readable(picture);
  const file = path.join(goldenFolder, `${name}.svg`);
  const beside = path.join(goldenFolder, `${name}.actual.svg`);
  if (process.env['GOLDEN'] === 'accept') writeFileSync(file, actual);
  rmSync(beside, { force: true });
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (actual === expected) return;
  writeFileSync(beside, actual);
  assert.fail(`${name}.svg is drawn differently: compare ${name}.actual.svg, and accept it with GOLDEN=accept`);
}

/** One element a line, as a file that a browser opens. */
function readable(picture: SVGElement): string {
  const text = picture.outerHTML
    .replace(/-?\d+\.\d+(?:e-?\d+)?/g, number => String(Math.round(Number(number) * 10) / 10 || 0))
    .replaceAll('><', '>\n<')
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
  return `${text}\n`;
}
