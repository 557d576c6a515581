import type { EvidenceLink } from '../../../../model/checklist.ts';
import type { StateReason } from '../../../../model/ready.ts';
import type { Rule } from '../rule.ts';

/** A tick whose evidence is not in the repository. */
export const brokenEvidence: Rule = {
  id: 'evidence/broken',
  severity: 'warning',
  reads: 'gates',
  find: (_, { readiness }) =>
    (readiness?.gates ?? [])
      .flatMap(({ items }) => items)
      .filter(({ state }) => state === 'broken')
      .flatMap(({ item, reasons }) =>
        reasons.flatMap(reason => {
          const target = missingTarget(reason);
          if (target === null) return [];
          const link = item.evidence.find(candidate => writtenTarget(candidate) === target);
          const fixes = [{ kind: 'untick' as const, box: item.box.start }];
          return [{ at: link?.range ?? item.range, data: { name: item.text, target }, fixes }];
        }),
      ),
};

function missingTarget(reason: StateReason): string | null {
  return reason.code === 'evidenceMissing' || reason.code === 'evidenceOutside' ? reason.target : null;
}

function writtenTarget({ target, anchor }: EvidenceLink): string {
  return anchor === null ? target : `${target}#${anchor}`;
}
