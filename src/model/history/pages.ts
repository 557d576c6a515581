/** Rows of a page. Columns grow page by page: nothing is copied, and nothing old is left for the collector. */
export const PAGE_BITS = 12;
export const PAGE_ROWS = 1 << PAGE_BITS;
export const PAGE_MASK = PAGE_ROWS - 1;

type Column = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** Cuts a whole column into pages of `places`, over the same memory; the last one is a copy when it is not full. */
export function pagesOf<Page extends Column>(whole: Page, places: number, make: (places: number) => Page): Page[] {
  const pages: Page[] = [];
  for (let at = 0; at < whole.length; at += places) {
    const part = whole.subarray(at, at + places) as Page;
    const page = part.length === places ? part : make(places);
    if (page !== part) page.set(part);
    pages.push(page);
  }
  return pages;
}

/** The first `places` of the pages, over the same memory. */
export function usedPages<Page extends Column>(pages: readonly Page[], places: number): Page[] {
  const used: Page[] = [];
  let rest = places;
  for (const page of pages) {
    if (rest === 0) break;
    const part = page.subarray(0, rest) as Page;
    used.push(part);
    rest -= part.length;
  }
  return used;
}
