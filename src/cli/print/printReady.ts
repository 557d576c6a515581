import { plainLine } from '../../export/plain.ts';
import type { GateReadiness, ItemReadiness, ReadyAnswer } from '../../model/ready.ts';
import { placesIn } from '../../model/textRange.ts';
import { answerSentences, gateSummary, stageLabel, stateLabel, stateReason } from '../../wording/ready.ts';
import { plain } from './plain.ts';

/** The longest words of an epic file that one line quotes. */
const MOST_CHARACTERS = 200;

/** The answer first, then every gate that was asked with its items, then what earlier gates left open. */
export function printReady(answer: ReadyAnswer): string {
  const ready = answer.value;
  const sentences = answerSentences(answer);
  if (ready === null) return plain(sentences.join('\n'));
  const { epic, path, text } = ready.epic;
  const stage = ready.stage === null ? '' : ` (${stageLabel(ready.stage).toLowerCase()})`;
  const lines = [`${epic?.key ?? ''} ${plainLine(epic?.title ?? '', MOST_CHARACTERS)}${stage}`, ...sentences];
  const places = placesIn(text);
  const placeOf = ({ item }: ItemReadiness) => `${path}:${places(item.box.start).line}`;
  for (const gate of ready.asked) lines.push('', ...gateLines(gate, placeOf, () => true));
  if (ready.earlierOpen.length > 0) lines.push('', 'Not met from earlier stages:');
  for (const gate of ready.earlierOpen) lines.push(...gateLines(gate, placeOf, item => !item.met));
  return plain(lines.join('\n'));
}

/** What is met in a line, what is not with its place. */
function gateLines(
  gate: GateReadiness,
  placeOf: (item: ItemReadiness) => string,
  fits: (item: ItemReadiness) => boolean,
): string[] {
  const lines = [`${gate.gate.name}: ${gateSummary(gate)}`];
  for (const item of gate.items.filter(fits)) {
    const words = plainLine(item.item.text === '' ? 'An item without words' : item.item.text, MOST_CHARACTERS);
    const mark = item.met ? 'met ' : item.state === 'unknown' ? '?   ' : 'OPEN';
    lines.push(`  ${mark} ${words}${item.met ? '' : ` (${placeOf(item)})`}`);
    const simple = item.state === 'open' && item.item.proof === null && item.item.waiver === null;
    if (!simple && item.state !== 'claimed')
      lines.push(
        `       ${stateLabel(item.state)}. ${item.reasons.map(reason => stateReason(reason, item)).join(' ')}`,
      );
    else if (item.state === 'claimed') lines.push(`       ${stateLabel(item.state)}`);
  }
  return lines;
}
