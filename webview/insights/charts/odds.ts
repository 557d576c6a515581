import type { OddsChart } from '../../../src/model/flow/figure.ts';
import type { Drawing, Paper } from './drawing.ts';
import type { Mark } from './geometry.ts';
import { blankPicture } from './frame.ts';
import { oddsLayout, type OddsLayout } from './oddsLayout.ts';
import { svgElement, type SvgAttributes } from './svg.ts';
import { fitText } from './text.ts';

const strong = { 'font-weight': 600, fill: 'var(--vscode-foreground)' };

/** How sure which result is: a row a question, a column a percentage, and the one that the sentences name stands out. */
export function drawOdds(chart: OddsChart, paper: Paper): Drawing {
  const { document } = paper;
  const layout = oddsLayout(chart, paper.width);
  const { columnWidth, size } = layout;
  const element = blankPicture(paper, layout.height);
  const text = (content: string, room: number, attributes: SvgAttributes) => {
    return svgElement(document, 'text', { 'font-size': size, ...attributes }, fitText(content, room, size));
  };
  const cellText = (content: string, column: number, y: number, percent: number) => {
    const place = { x: layout.columnLeft(column) + columnWidth - layout.gap, y, 'text-anchor': 'end' };
    return text(content, columnWidth - layout.gap, { ...place, ...(percent === chart.named ? strong : {}) });
  };
  chart.groups.forEach((group, index) => {
    const place = layout.groups[index];
    if (place === undefined) return;
    const named = chart.percents.indexOf(chart.named);
    if (named >= 0) element.append(band(document, layout, named, place));
    element.append(text(group.title, layout.labelWidth, { x: 0, y: place.titleY, 'text-anchor': 'start', ...strong }));
    chart.percents.forEach((percent, column) => {
      element.append(cellText(`${percent} %`, column, place.percentY, percent));
    });
    group.rows.forEach((row, rowIndex) => {
      const { top, labelY, cellY } = layout.row(place, rowIndex);
      element.append(
        svgElement(document, 'path', {
          d: `M0,${top}H${layout.width}`,
          stroke: 'currentColor',
          'stroke-opacity': 0.15,
        }),
        text(row.label, layout.labelWidth, { x: 0, y: labelY, 'text-anchor': 'start' }),
      );
      row.cells.forEach((cell, column) => {
        const content = cellText(cell.text, column, cellY, chart.percents[column] ?? 0);
        if (chart.percents[column] !== chart.named) content.setAttribute('fill', 'var(--vscode-foreground)');
        element.append(content);
      });
    });
  });
  return { element, height: layout.height, marks: marksOf(chart, layout), time: null, rows: layout.rowCount };
}

function band(document: Document, layout: OddsLayout, column: number, place: OddsLayout['groups'][number]): SVGElement {
  return svgElement(document, 'rect', {
    class: 'band',
    x: layout.columnLeft(column) + 2,
    y: place.top,
    width: layout.columnWidth - 4,
    height: place.bottom - place.top,
    rx: 3,
    fill: 'var(--vscode-charts-blue)',
    'fill-opacity': 0.14,
  });
}

/** Column after column, each from the bottom up. */
function marksOf({ percents, groups }: OddsChart, layout: OddsLayout): Mark[] {
  const rows = groups.flatMap((group, index) => {
    const place = layout.groups[index];
    return place === undefined ? [] : group.rows.map((row, at) => ({ group, row, ...layout.row(place, at) }));
  });
  return percents.flatMap((percent, column) =>
    rows.toReversed().map(({ group, row, top, bottom }, index): Mark => {
      const left = layout.columnLeft(column);
      const cell = row.cells[column];
      return {
        id: `${percent}-${index}`,
        title: `${row.label}, ${percent} %: ${cell?.text ?? ''}`,
        lines: [group.title, ...(cell?.lines ?? [])],
        x: left + layout.columnWidth / 2,
        y: top,
        box: { left: left + 2, right: left + layout.columnWidth - 2, top: top + 1, bottom: bottom - 1 },
        along: column,
        across: index,
      };
    }),
  );
}
