import { figureText, figureTextInFull, wrap } from '../../export/plainText.ts';
import { untold, untoldLine } from '../../export/untold.ts';
import { FIGURE_GROUPS, type Figure } from '../../model/flow/figure.ts';
import type { FlowAnswer } from '../../model/flow/flow.ts';
import { FIGURE_GROUP_TITLES } from '../../wording/figures/figure.ts';
import { qualityLines } from '../../wording/figures/dataQuality.ts';
import { figuresOf } from '../../wording/figures/figures.ts';
import { declinedText, flowNotices, windowLabel, workTypeLabel } from '../../wording/flow.ts';
import { plain, row } from './plain.ts';

/** What the figures rest on, then each figure in a few lines; what cannot be told comes last. */
export function printFlow(answer: FlowAnswer): string {
  const lines = [windowLabel(answer.window)];
  if (answer.state !== 'shown') {
    const { title, text } = declinedText(answer);
    return plain([...lines, '', `${title}.`, ...wrap(text, '')].join('\n'));
  }
  if (answer.team !== null) lines.push(`Team: ${answer.team}`);
  if (answer.type !== null) lines.push(`Only: ${workTypeLabel(answer.type)}`);
  for (const notice of flowNotices(answer)) lines.push('', ...wrap(notice, ''));
  lines.push('', 'What the figures rest on');
  const quality = qualityLines(answer.quality);
  const width = Math.max(...quality.map(({ label }) => label.length));
  for (const { label, count, of } of quality) lines.push(row(label, `${count} of ${of}`, width));
  const figures = figuresOf(answer);
  for (const group of FIGURE_GROUPS)
    lines.push(
      ...groupLines(
        FIGURE_GROUP_TITLES[group],
        figures.filter(figure => figure.group === group),
      ),
    );
  const reasons = untold(figures);
  if (reasons.length > 0) lines.push('', '── What cannot be told here yet');
  for (const reason of reasons) lines.push('', ...wrap(untoldLine(reason), '  '));
  lines.push('', 'outcome-lens flow --figure ID shows one in full: ' + figures.map(({ id }) => id).join(', '));
  return plain([...lines.slice(0, -1), ...wrap(lines.at(-1) ?? '', '')].join('\n'));
}

/** One figure with its table, how it is measured, and its question. */
export function printFigure(answer: FlowAnswer & { state: 'shown' }, figure: Figure): string {
  return plain([windowLabel(answer.window), '', ...figureTextInFull(figure)].join('\n'));
}

function groupLines(title: string, figures: readonly Figure[]): string[] {
  const told = figures.filter(({ withheld }) => withheld === '');
  if (told.length === 0) return [];
  const shared = sharedProxies(told);
  const texts = told.map(figure => figureText(shared.includes(figure.proxy) ? { ...figure, proxy: '' } : figure));
  return [
    ...['', `── ${title}`],
    ...shared.flatMap(proxy => ['', ...wrap(proxy, '  ')]),
    ...texts.flatMap(lines => ['', ...lines]),
  ];
}

/** What stands in for the real thing in several figures of a group is said once, before them. */
function sharedProxies(figures: readonly Figure[]): string[] {
  const proxies = figures.map(({ proxy }) => proxy).filter(proxy => proxy !== '');
  return [...new Set(proxies.filter((proxy, index) => proxies.indexOf(proxy) !== index))];
}
