import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../../../scripts/host/waitFor.ts';

/** Drags the sidebar's edge until it is about `width` pixels wide; the window grows where it must. */
export async function setSidebarWidth(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width: Math.max(1280, width + 480), height: 900 });
  const sidebar = page.locator('.part.sidebar');
  await waitFor(`the sidebar is ${width} px wide`, async () => {
    const box = await sidebar.boundingBox();
    if (box === null) return false;
    if (Math.abs(box.width - width) <= 4) return true;
    const edge = box.x + box.width;
    await page.mouse.move(edge, box.y + 300);
    await page.mouse.down();
    await page.mouse.move(edge + width - box.width, box.y + 300, { steps: 8 });
    await page.mouse.up();
    return false;
  });
}

/** A row of a view in the sidebar. */
export function treeRow(page: Page, text: string): Locator {
  return page.locator('.part.sidebar .monaco-list-row', { hasText: text }).first();
}
