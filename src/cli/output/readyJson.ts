import * as z from 'zod/mini';
import { ITEM_STATES } from '../../model/checklist.ts';
import type { GateReadiness, ReadyAnswer } from '../../model/ready.ts';
import { placesIn } from '../../model/textRange.ts';
import { readyMissingText, stateReason } from '../../wording/ready.ts';

const gateSchema = z.object({
  name: z.string(),
  stage: z.string(),
  asked: z.boolean(),
  met: z.number(),
  total: z.number(),
  claimed: z.number(),
  stale: z.number(),
  unknown: z.number(),
  items: z.array(
    z.object({
      text: z.string(),
      state: z.enum(ITEM_STATES),
      met: z.boolean(),
      /** 1-based line in the epic file. */
      line: z.number(),
      reasons: z.array(z.string()),
      evidence: z.array(z.string()),
    }),
  ),
});

/** What `outcome-lens ready --json` prints. */
export const readyJsonSchema = z.object({
  document: z.literal('outcome-lens/ready'),
  version: z.literal(1),
  /** Epoch seconds at which the inputs were read. */
  asOf: z.number(),
  ready: z.nullable(z.enum(['yes', 'no', 'unknown'])),
  epic: z.nullable(z.object({ key: z.string(), title: z.string(), file: z.string(), stage: z.nullable(z.string()) })),
  gates: z.array(gateSchema),
  missing: z.array(z.object({ code: z.string(), remedy: z.string() })),
});
export type ReadyJson = z.infer<typeof readyJsonSchema>;

export function readyJson(answer: ReadyAnswer): ReadyJson {
  const ready = answer.value;
  const places = placesIn(ready?.epic.text ?? '');
  const gate = (gate: GateReadiness) => ({
    name: gate.gate.name,
    stage: gate.gate.stage,
    asked: ready?.asked.includes(gate) ?? false,
    met: gate.met,
    total: gate.items.length,
    claimed: gate.claimed,
    stale: gate.stale,
    unknown: gate.unknown,
    items: gate.items.map(item => ({
      text: item.item.text,
      state: item.state,
      met: item.met,
      line: places(item.item.box.start).line,
      reasons: item.reasons.map(reason => stateReason(reason, item)),
      evidence: item.item.evidence.map(link => (link.anchor === null ? link.target : `${link.target}#${link.anchor}`)),
    })),
  });
  const epic = ready?.epic.epic ?? null;
  return {
    document: 'outcome-lens/ready',
    version: 1,
    asOf: answer.asOf,
    ready: ready?.verdict ?? null,
    epic:
      epic === null || ready === null
        ? null
        : { key: epic.key, title: epic.title, file: ready.epic.path, stage: ready.stage },
    gates: (ready?.gates ?? []).map(gate),
    missing: answer.missing.map(code => ({ code, remedy: readyMissingText(code, answer) })),
  };
}
