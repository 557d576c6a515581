import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { repositoryRoot } from '../../../scripts/host/paths.ts';

/** Mean difference of brightness (0 to 1) from which two pictures no longer show the same thing. */
const TOLERANCE = 0.045;

/**
 * Keeps a picture of the README current: compares what is on the screen with `media/pictures/NAME.png` and fails when they
 * show different things. Dates move on, so it looks at shapes, not at letters. `UPDATE_PICTURES=1` takes it anew.
 */
export async function keepPicture(page: Page, name: string, what: Locator | Page): Promise<void> {
  const file = path.join(repositoryRoot, 'media', 'pictures', `${name}.png`);
  const taken = await what.screenshot({ animations: 'disabled', caret: 'hide' });
  if (process.env['UPDATE_PICTURES'] === '1') {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, taken);
    return;
  }
  assert.ok(existsSync(file), `${name}.png is missing: run UPDATE_PICTURES=1 npm run test:e2e`);
  const difference = await brightnessDifference(page, await readFile(file), taken);
  const hint = `${name}.png is out of date (difference ${difference.toFixed(3)}): run UPDATE_PICTURES=1 npm run test:e2e and look at it`;
  assert.ok(difference <= TOLERANCE, hint);
}

/** Compares two pictures, shrunk to thumbnails, in a blank page of the same browser. */
async function brightnessDifference(page: Page, before: Buffer, now: Buffer): Promise<number> {
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(
      async pictures => {
        const thumbnails = await Promise.all(
          pictures.map(async base64 => {
            const image = new Image();
            image.src = `data:image/png;base64,${base64}`;
            await image.decode();
            const canvas = document.createElement('canvas');
            canvas.width = 64;
            canvas.height = 48;
            const context = canvas.getContext('2d');
            if (context === null) throw new Error('no canvas');
            context.drawImage(image, 0, 0, 64, 48);
            return { data: context.getImageData(0, 0, 64, 48).data, ratio: image.width / image.height };
          }),
        );
        const [a, b] = thumbnails;
        if (a === undefined || b === undefined) throw new Error('two pictures');
        if (Math.abs(a.ratio - b.ratio) > 0.1) return 1;
        let sum = 0;
        for (let at = 0; at < a.data.length; at += 4) sum += Math.abs((a.data[at + 1] ?? 0) - (b.data[at + 1] ?? 0));
        return sum / (a.data.length / 4) / 255;
      },
      [before.toString('base64'), now.toString('base64')],
    );
  } finally {
    await blank.close();
  }
}
