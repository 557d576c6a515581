import type { Answer } from './answer.ts';
import type { ChecklistItem, Gate, ItemState } from './checklist.ts';
import type { EpicFile } from './epic.ts';
import type { Stage } from './stage.ts';

/** Why an item is in its state; `src/wording` makes the sentence. */
export type StateReason =
  | { readonly code: 'ticked' | 'notTicked' | 'noReasonGiven' | 'waiverOver' | 'waived' | 'notApplicable' }
  | { readonly code: 'evidenceResolves' | 'evidenceMissing' | 'evidenceOutside'; readonly target: string }
  | { readonly code: 'urlNotFetched' | 'notInShallowClone' | 'tooLargeToLook'; readonly target: string }
  | { readonly code: 'changedSinceTick'; readonly target: string }
  | {
      readonly code:
        | 'proofHolds'
        | 'proofFails'
        | 'proofUnknown'
        | 'proofNeedsTracker'
        | 'proofInvalid'
        | 'proofOutside'
        | 'proofInGitFolder';
      readonly proof: string;
    }
  | { readonly code: 'proofNotTracked'; readonly proof: string; readonly target: string };

export interface ItemReadiness {
  readonly item: ChecklistItem;
  readonly state: ItemState;
  readonly met: boolean;
  readonly reasons: readonly StateReason[];
}

export interface GateReadiness {
  readonly gate: Gate;
  readonly items: readonly ItemReadiness[];
  readonly met: number;
  /** Met, but only by a tick without evidence. */
  readonly claimed: number;
  readonly stale: number;
  /** Not met only because a proof cannot be evaluated here. */
  readonly unknown: number;
}

/** yes; no: something is not met; unknown: only items that cannot be evaluated stand in the way. */
export type ReadyVerdict = 'yes' | 'no' | 'unknown';

export interface Readiness {
  readonly epic: EpicFile;
  readonly stage: Stage | null;
  readonly gates: readonly GateReadiness[];
  /** The gates asked about: those of the current stage, or the one named. */
  readonly asked: readonly GateReadiness[];
  /** Open items of gates that earlier stages should have met. */
  readonly earlierOpen: readonly GateReadiness[];
  readonly verdict: ReadyVerdict;
}

/** Why there is no answer, or what is to be known of it. The first six: why no epic was found. */
export type ReadyMissing =
  | 'epics/none'
  | 'epic/none'
  | 'branch/detached'
  | 'branch/isMain'
  | 'branch/noTicket'
  | 'branch/noEpic'
  | 'epic/unreadable'
  | 'epic/conflict'
  | 'gates/none'
  | 'gate/notFound'
  | 'stage/none'
  | 'stage/hasNoGate'
  | 'stage/closed'
  | 'stage/stopped';

/** What was asked, for the words of what is missing. */
export interface ReadyAbout {
  /** Folder of the epic files. */
  readonly folder: string;
  /** The key or path, and the gate's name, as the question named them. */
  readonly epic: string | null;
  readonly gate: string | null;
  /** The label of the current branch, and its ticket. */
  readonly branch: string | null;
  readonly ticket: string | null;
}

export type JudgedReadiness = Answer<Readiness, never, ReadyMissing>;
export interface ReadyAnswer extends JudgedReadiness {
  readonly about: ReadyAbout;
}
