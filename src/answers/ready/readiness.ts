import type { Gate, ItemState } from '../../model/checklist.ts';
import type { EpicFile } from '../../model/epic.ts';
import type { GateReadiness, ItemReadiness, JudgedReadiness, ReadyMissing, ReadyVerdict } from '../../model/ready.ts';
import { STAGES, type Stage } from '../../model/stage.ts';
import { stateOf } from './itemState.ts';
import type { RepositoryEvidence } from './repositoryFacts.ts';

export interface ReadyInputs {
  readonly file: EpicFile;
  readonly evidence: RepositoryEvidence;
  /** `YYYY-MM-DD` in the team's time zone. */
  readonly today: string;
  /** Ask this gate (case ignored) instead of those of the epic's stage. */
  readonly gate: string | null;
  /** Gates (lower case) where a claim is not enough. */
  readonly evidenceRequired: readonly string[];
  /** Epoch seconds. */
  readonly now: number;
}

const MET: Readonly<Record<ItemState, boolean>> = {
  proved: true,
  evidenced: true,
  claimed: true,
  stale: true,
  waived: true,
  notApplicable: true,
  broken: false,
  disproved: false,
  unknown: false,
  open: false,
};

/** Which gates are asked, how each item stands and why, and whether the answer is yes. */
export function readinessOf(inputs: ReadyInputs): JudgedReadiness {
  const { file, now } = inputs;
  const epic = file.epic;
  if (epic === null) return { value: null, reasons: [], missing: ['epic/unreadable'], asOf: now };
  const gates = epic.gates.map(gate => judgeGate(gate, inputs));
  const missing: ReadyMissing[] = [];
  const conflict = file.problems.some(({ code }) => code === 'file/conflict');
  if (conflict) missing.push('epic/conflict');
  const isOver = epic.stage === 'stopped' || (epic.stage === 'closed' && inputs.gate === null);
  const asked = isOver ? [] : askedGates(gates, epic.stage, inputs.gate);
  if (isOver) missing.push(epic.stage === 'stopped' ? 'stage/stopped' : 'stage/closed');
  else missing.push(...withoutGate(gates, asked, epic.stage, inputs.gate));
  const value = {
    epic: file,
    stage: epic.stage,
    gates,
    asked,
    earlierOpen: inputs.gate === null ? openBefore(gates, epic.stage) : [],
    verdict:
      conflict || (asked.length === 0 && !missing.includes('stage/closed')) ? ('unknown' as const) : verdictOf(asked),
  };
  return { value, reasons: [], missing, asOf: now };
}

/** What keeps the gates that were meant from being asked. */
function withoutGate(
  gates: readonly GateReadiness[],
  asked: readonly GateReadiness[],
  stage: Stage | null,
  wanted: string | null,
): ReadyMissing[] {
  const missing: ReadyMissing[] = [];
  if (gates.length === 0) missing.push('gates/none');
  if (stage === null) missing.push('stage/none');
  if (asked.length === 0 && gates.length > 0) missing.push(wanted === null ? 'stage/hasNoGate' : 'gate/notFound');
  return missing;
}

function judgeGate(gate: Gate, { file, evidence, today, evidenceRequired }: ReadyInputs): GateReadiness {
  const required = evidenceRequired.includes(gate.name.toLowerCase());
  const items = gate.items.map((item): ItemReadiness => {
    const { state, reasons } = stateOf(item, { file, evidence, today });
    const met = MET[state] && !(required && (state === 'claimed' || state === 'stale'));
    return { item, state, met, reasons };
  });
  const count = (fits: (item: ItemReadiness) => boolean) => items.filter(fits).length;
  return {
    gate,
    items,
    met: count(item => item.met),
    claimed: count(item => item.state === 'claimed'),
    stale: count(item => item.state === 'stale'),
    unknown: count(item => item.state === 'unknown'),
  };
}

/** Without a stage every gate is asked: the careful answer. */
function askedGates(gates: readonly GateReadiness[], stage: Stage | null, name: string | null): GateReadiness[] {
  if (name !== null) return gates.filter(({ gate }) => gate.name.toLowerCase() === name.trim().toLowerCase());
  return stage === null ? [...gates] : gates.filter(({ gate }) => gate.stage === stage);
}

function openBefore(gates: readonly GateReadiness[], stage: Stage | null): GateReadiness[] {
  if (stage === null || stage === 'stopped') return [];
  const at = STAGES.indexOf(stage);
  return gates.filter(({ gate, items, met }) => STAGES.indexOf(gate.stage) < at && met < items.length);
}

function verdictOf(asked: readonly GateReadiness[]): ReadyVerdict {
  const open = asked.flatMap(gate => gate.items).filter(item => !item.met);
  // A gate without items shows nothing, so nothing is known of it.
  const empty = asked.some(gate => gate.items.length === 0);
  if (open.length === 0) return empty ? 'unknown' : 'yes';
  return open.every(item => item.state === 'unknown') ? 'unknown' : 'no';
}
