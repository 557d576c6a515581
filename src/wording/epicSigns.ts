import type { EpicSign, UnmetGate } from '../model/learn/epicsOverview.ts';
import { dayLabel } from './dates.ts';

/** A sign in a few words, and in a sentence or two. */
export function signWords(sign: EpicSign): { readonly label: string; readonly text: string } {
  switch (sign.code) {
    case 'fileProblem':
      return {
        label: `${counted(sign.count, 'problem')} in the file`,
        text: 'A part of the file could not be read. The Problems view says where.',
      };
    case 'unreadyLaunch': {
      const gates = sign.gates.map(gateOpen).join('; ');
      return { label: sign.live ? 'Live, with open items' : 'Not ready to launch', text: `${gates}.` };
    }
    case 'reviewDue':
      return {
        label: sign.daysLate === 0 ? 'Review due today' : `Review due for ${counted(sign.daysLate, 'day')}`,
        text: `Planned for ${dayLabel(sign.day)}; nothing was measured or written down since.`,
      };
    case 'noOutcome':
      return { label: 'No outcome yet', text: 'The epic has no anticipated outcome.' };
    case 'beliefDue':
      return {
        label: `${counted(sign.beliefs.length, 'belief')} to look at again`,
        text: sign.beliefs.map(({ belief, day }) => `${belief} (${dayLabel(day)})`).join('; '),
      };
    case 'unknownKeyResult':
      return { label: 'Unknown key result', text: `value-tree.yaml does not have ${sign.keyResult}.` };
  }
}

function gateOpen({ name, open, unknown, total }: UnmetGate): string {
  if (total === 0) return `${name} has no items`;
  const parts = [
    ...(open === 0 ? [] : [`${open} of ${total} open`]),
    ...(unknown === 0 ? [] : [`${unknown} cannot be checked here`]),
  ];
  return `${name}: ${parts.join(', ')}`;
}

/** "1 epic", "2 epics". */
export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
