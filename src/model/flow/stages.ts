import type { Withheld } from './withheld.ts';

/** Where an item spends its time: what git can tell, then what a ticket's status means. */
export const PLACES = [
  'coding',
  'pause',
  'afterLastCommit',
  'release',
  'active',
  'todo',
  'queue',
  'approval',
  'blocked',
  'reopened',
  'unmapped',
] as const;
export type Place = (typeof PLACES)[number];

const WAITING: readonly Place[] = [
  'pause',
  'afterLastCommit',
  'release',
  'todo',
  'queue',
  'approval',
  'blocked',
  'reopened',
];

/** Nobody is known to work on an item there. Of an unmapped status nothing is known. */
export function isWaiting({ place }: FlowStage): boolean {
  return WAITING.includes(place);
}

/** A place, divided by status where the team's own file names statuses. */
export interface FlowStage {
  readonly id: string;
  readonly place: Place;
  /** As `team.yaml` writes it; never the tracker's word, which may hold a name. */
  readonly name: string | null;
}

/** Time of finished items in one stage. All null where it is hidden to protect people. */
export interface StageTime {
  readonly stage: FlowStage;
  /** Items that were there. */
  readonly items: number | null;
  /** Sum over items, in seconds, and its share of the items' whole time; null for fewer than ten items. */
  readonly seconds: number | null;
  readonly share: number | null;
  /** Seconds that 50 % and 85 % of the items that were there spent in it (nearest rank); null for too few. */
  readonly p50: number | null;
  readonly p85: number | null;
}

/** What told the stages: status changes of tickets, or commits, landings and release tags. */
export type StageSource = 'tickets' | 'git';

/** The finished items that figures about stages rest on. */
export interface StagedItems {
  readonly withheld: Withheld | null;
  readonly source: StageSource;
  /** Finished items of the window that something holds together, and those of them whose stages are known. */
  readonly finished: number;
  readonly items: number;
  /** Items left out because they are in no deployment yet; 0 where releases play no part, null when hidden. */
  readonly undeployed: number | null;
  /** Items left out because a first release holds them, or they landed before any: when they went live is not known. */
  readonly releaseUnknown: number | null;
  /** Of tickets: how many have a status whose meaning was guessed from its name, or times that git contradicts. */
  readonly guessed: number;
  readonly startMismatch: number;
  readonly doneBeforeLanding: number;
}

/** Time in stage, in the order in which items usually reach the stages. */
export interface Stages extends StagedItems {
  readonly stages: readonly StageTime[];
}
