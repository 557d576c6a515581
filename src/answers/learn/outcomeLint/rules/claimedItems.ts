import type { Rule } from '../rule.ts';

/** A tick that nothing shows, in a gate that demands evidence. */
export const claimedItems: Rule = {
  id: 'gate/claimed-without-evidence',
  severity: 'warning',
  reads: 'gates',
  find(_, { readiness, outcomes }) {
    const demanding = new Set(outcomes.team.evidenceRequired.map(name => name.trim().toLowerCase()));
    const gates = readiness?.gates.filter(({ gate }) => demanding.has(gate.name.trim().toLowerCase())) ?? [];
    return gates.flatMap(({ gate, items }) =>
      items
        .filter(({ state }) => state === 'claimed')
        .map(({ item }) => ({
          at: item.range,
          data: { name: item.text, gate: gate.name },
          fixes: [{ kind: 'untick' as const, box: item.box.start }],
        })),
    );
  },
};
