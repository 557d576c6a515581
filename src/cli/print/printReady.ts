import type { GateReadiness, ItemReadiness, ReadyAnswer } from '../../model/ready.ts';
import {
  gateSummary,
  readyMissingText,
  stageLabel,
  stateLabel,
  stateReason,
  verdictSentence,
} from '../../wording/ready.ts';
import { plain } from './plain.ts';

/** The answer first, then every gate that was asked with its items, then what earlier gates left open. */
export function printReady(answer: ReadyAnswer): string {
  const ready = answer.value;
  const missing = answer.missing.map(readyMissingText);
  if (ready === null) return plain(missing.join('\n'));
  const { epic } = ready.epic;
  const lines = [
    `${epic?.key ?? ''} ${epic?.title ?? ''}${ready.stage === null ? '' : ` (${stageLabel(ready.stage).toLowerCase()})`}`,
    verdictSentence(ready),
    ...missing,
  ];
  for (const gate of ready.asked) lines.push('', ...gateLines(gate, () => true));
  if (ready.earlierOpen.length > 0) lines.push('', 'Still open from earlier stages:');
  for (const gate of ready.earlierOpen) lines.push(...gateLines(gate, item => !item.met));
  return plain(lines.join('\n'));
}

function gateLines(gate: GateReadiness, fits: (item: ItemReadiness) => boolean): string[] {
  const lines = [`${gate.gate.name}: ${gateSummary(gate)}`];
  for (const item of gate.items.filter(fits)) {
    lines.push(`  ${item.met ? 'met ' : 'OPEN'} ${item.item.text}`);
    const simple = item.state === 'open' && item.item.proof === null && item.item.waiver === null;
    if (!simple && item.state !== 'claimed')
      lines.push(
        `       ${stateLabel(item.state)}. ${item.reasons.map(reason => stateReason(reason, item)).join(' ')}`,
      );
    else if (item.state === 'claimed') lines.push(`       ${stateLabel(item.state)}`);
  }
  return lines;
}
