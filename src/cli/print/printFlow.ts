import type { CycleTimeBin, FlowAnswer } from '../../model/flow/flow.ts';
import {
  cycleTimeHeadline,
  cycleTimeWithheld,
  declinedText,
  flowNotices,
  hasPercentile,
  percentileSentence,
  qualityLines,
  windowLabel,
  workTypeLabel,
  CYCLE_TIME_PROMPT,
} from '../../wording/flow.ts';
import { plain, wrap } from './plain.ts';

const BAR = 40;

/** What the figures rest on, then cycle time as sentences and a histogram. */
export function printFlow(answer: FlowAnswer): string {
  const lines = [windowLabel(answer.window)];
  if (answer.state !== 'shown') {
    const { title, text } = declinedText(answer);
    return plain([...lines, '', `${title}.`, ...wrap(text, '')].join('\n'));
  }
  if (answer.type !== null) lines.push(`Only: ${workTypeLabel(answer.type)}`);
  for (const notice of flowNotices(answer)) lines.push('', ...wrap(notice, ''));
  const { cycleTime } = answer;
  lines.push('', 'What the figures rest on');
  for (const { label, count, of } of qualityLines(answer.quality))
    lines.push(`  ${label.padEnd(42)} ${count} of ${of}`);
  lines.push('', 'Cycle time', ...wrap(cycleTimeHeadline(cycleTime), '  '));
  const withheld = cycleTimeWithheld(cycleTime);
  if (withheld !== '') lines.push(...wrap(withheld, '  '));
  else if (cycleTime.known > 0) {
    for (const percentile of cycleTime.percentiles) lines.push(`  ${percentileSentence(percentile, cycleTime.known)}`);
    lines.push('', '  calendar days, inclusive', ...histogram(cycleTime.bins));
    if (hasPercentile(cycleTime, 85)) lines.push('', ...wrap(CYCLE_TIME_PROMPT, '  '));
  }
  return plain(lines.join('\n'));
}

function histogram(bins: readonly CycleTimeBin[]): string[] {
  const largest = Math.max(1, ...bins.map(({ count }) => count ?? 0));
  return bins.map(({ fromDays, toDays, count }) => {
    const range = toDays === null ? `${fromDays}+` : toDays === fromDays ? String(fromDays) : `${fromDays}-${toDays}`;
    // Hidden counts get no bar: its length would tell.
    const bar =
      count === null ? 'hidden to protect people' : `${'#'.repeat(Math.ceil((count / largest) * BAR))} ${count}`;
    return `  ${range.padStart(7)} ${bar.trim()}`;
  });
}
