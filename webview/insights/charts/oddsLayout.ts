import type { OddsChart } from '../../../src/model/flow/figure.ts';
import { fontSize, textWidth } from './text.ts';

/** Where a group of rows stands, its heading among them. */
interface GroupPlace {
  readonly top: number;
  readonly bottom: number;
  /** Baselines of the title and of the percentages. */
  readonly titleY: number;
  readonly percentY: number;
}

/** Where a row stands: its upper and lower edge, and the baselines of its name and its cells. */
interface RowPlace {
  readonly top: number;
  readonly bottom: number;
  readonly labelY: number;
  readonly cellY: number;
}

/** How the grid shares the width: names before their rows, or above them where columns would get too little. */
export interface OddsLayout {
  readonly size: number;
  /** Of the whole grid, which need not fill the picture. */
  readonly width: number;
  readonly height: number;
  readonly labelWidth: number;
  readonly columnWidth: number;
  /** Between a cell's text and the next column. */
  readonly gap: number;
  readonly groups: readonly GroupPlace[];
  readonly rowCount: number;
  columnLeft(column: number): number;
  row(group: GroupPlace, index: number): RowPlace;
}

const largeSize = 13;
const groupGap = 16;
const widestColumn = 116;

export function oddsLayout({ percents, groups }: OddsChart, width: number): OddsLayout {
  const rows = groups.flatMap(group => group.rows);
  const labels = [...groups.map(({ title }) => title), ...rows.map(({ label }) => label)];
  const cells = rows.flatMap(row => row.cells.map(({ text }) => text));
  const widest = (texts: readonly string[], size: number) => Math.max(0, ...texts.map(text => textWidth(text, size)));
  const roomy = widest(labels, largeSize) + percents.length * (widest(cells, largeSize) + 24) + 12 <= width;
  const size = roomy ? largeSize : fontSize;
  const gap = roomy ? 12 : 6;
  const before = widest(labels, size) + 12;
  const above = !roomy && before + percents.length * (widest(cells, size) + 2 * gap) > width;
  const left = above ? 0 : before;
  const columnWidth = Math.min(widestColumn, (width - left) / Math.max(1, percents.length));
  const rowHeight = above ? 38 : 28;
  const headHeight = above ? 42 : 28;
  let y = 0;
  const places = groups.map((group): GroupPlace => {
    const top = y;
    const bottom = top + headHeight + group.rows.length * rowHeight;
    y = bottom + groupGap;
    return { top, bottom, titleY: top + (above ? 14 : 18), percentY: top + headHeight - 10 };
  });
  return {
    size,
    gap,
    width: left + columnWidth * percents.length,
    height: Math.max(1, y - groupGap + 1),
    labelWidth: above ? width : before,
    columnWidth,
    groups: places,
    rowCount: rows.length,
    columnLeft: column => left + column * columnWidth,
    row: (group, index) => {
      const top = group.top + headHeight + index * rowHeight;
      return { top, bottom: top + rowHeight, labelY: top + (above ? 14 : 18), cellY: top + (above ? 30 : 18) };
    },
  };
}
