import type { FlowAnswer } from '../model/flow/flow.ts';
import type { GroupBand } from '../model/work.ts';
import { workTypeLabel } from './flow.ts';

type Shown = Extract<FlowAnswer, { state: 'shown' }>;

const ENOUGH: readonly GroupBand[] = ['5-9', '10+'];

/** What the type and the team that were asked for leave out, in a sentence; '' for neither. */
export function scopeNote({ type, team, teamName }: Pick<Shown, 'type' | 'team' | 'teamName'>): string {
  if (type === null && team === null) return '';
  const parts = [
    ...(type === null ? [] : [`of the type ${workTypeLabel(type)}`]),
    ...(team === null ? [] : [`that ${teamName ?? team} owns`]),
  ];
  const all = type === null ? '' : ', and kinds of work are of all types';
  return `Only work ${parts.join(' and ')}; deployments are of the whole repository${all}.`;
}

/** Why no file can be made of what is shown; '' where it may leave this machine, as far as its own group tells. */
export function exportRefusal({ solo, band }: Pick<Shown, 'solo' | 'band'>): string {
  if (solo) return 'Figures about one or two people stay on this machine.';
  return ENOUGH.includes(band) ? '' : 'A file needs five people; fewer worked on this in the window.';
}
