import { unmetGate, type UnmetGate } from '../../model/learn/epicsOverview.ts';
import type { Readiness } from '../../model/ready.ts';
import { STAGES, type Stage } from '../../model/stage.ts';

/**
 * The gates that a move to a later stage leaves behind, met or not; those without items are left out, because they ask
 * nothing. None when the move goes back, or stops the epic.
 */
export function gatesLeft({ gates, stage: from }: Readiness, to: Stage): readonly UnmetGate[] {
  if (to === 'stopped' || from === 'stopped') return [];
  const [first, end] = [from === null ? 0 : STAGES.indexOf(from), STAGES.indexOf(to)];
  return gates
    .filter(({ gate, items }) => {
      const at = STAGES.indexOf(gate.stage);
      return items.length > 0 && at >= first && at < end;
    })
    .map(unmetGate);
}
