import type { EpicOrder, EpicsFilter } from '../model/learn/epicsChoice.ts';
import { EPIC_TYPE_NAMES, SIGN_NAMES, epicsCount } from './epics.ts';
import { stageLabel } from './ready.ts';

/** The ways to put epics in order, as a person picks them. */
export const ORDER_NAMES: Readonly<Record<EpicOrder, { readonly label: string; readonly description: string }>> = {
  key: { label: 'Key', description: 'PAY-9 before PAY-10' },
  title: { label: 'Title', description: 'from A to Z' },
  stage: { label: 'Stage', description: 'from discovery on' },
  reviewDay: { label: 'Review Day', description: 'due ones first, then the next to come' },
};

export const NO_STAGE = 'No stage';
export const NO_TYPE = 'No work type';

/** Which epics are shown, and how many of how many. */
export function filterText(filter: EpicsFilter, shown: number, all: number): string {
  const { signs, stages, types, text } = filter;
  const groups = [
    signs.map(code => SIGN_NAMES[code]),
    stages.map(stage => (stage === null ? NO_STAGE : stageLabel(stage))),
    types.map(type => (type === null ? NO_TYPE : EPIC_TYPE_NAMES[type])),
    text.trim() === '' ? [] : [`“${text.trim()}”`],
  ];
  const asked = groups.filter(group => group.length > 0).map(group => group.join(' or '));
  return `${shown} of ${epicsCount(all)}: ${asked.join('; ')}. Clear Filter shows all.`;
}
