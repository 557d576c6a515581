import assert from 'node:assert/strict';
import { epicSummaries, type SummaryContext } from '../../../../src/answers/flow/epicSummaries.ts';
import { evidencePaths } from '../../../../src/answers/ready/repositoryFacts.ts';
import type { ChecklistItem, EvidenceLink } from '../../../../src/model/checklist.ts';
import type { EpicType } from '../../../../src/model/epic.ts';
import { createEpicFile, createFolder, createGate, createItem } from '../../../support/factories.ts';

const TODAY = '2026-11-20';
const { team } = createFolder([]);
const CONTEXT: SummaryContext = {
  ...{ team, today: TODAY },
  leadsOut: (file, link) => evidencePaths(file, link).length === 0,
};

function openOf(item: Partial<ChecklistItem>, evidenceRequired: readonly string[] = []): number | null {
  const file = createEpicFile({ gates: [createGate([createItem(item)], { name: 'Ready to Build', stage: 'build' })] });
  const folder = createFolder([file], { team: { ...team, evidenceRequired } });
  return epicSummaries(folder, CONTEXT)[0]?.readyToBuildOpen ?? null;
}
const link = (kind: EvidenceLink['kind'], target: string): EvidenceLink => {
  return { kind, target, anchor: null, label: 'x', range: { start: 0, end: 1 } };
};

describe('open items of "Ready to build"', () => {
  it('are unknown without that gate, and none when all is ticked', () => {
    assert.equal(epicSummaries(createFolder([createEpicFile()]), CONTEXT)[0]?.readyToBuildOpen, null);
    assert.deepEqual([openOf({}), openOf({ ticked: true })], [1, 0]);
  });

  it('are waived up to the waiver’s day, and open again after it', () => {
    const until = (day: string) => openOf({ waiver: { until: day, reason: 'pilot' } });
    assert.deepEqual([until('2026-11-21'), until(TODAY), until('2026-11-19'), until('2020-01-01')], [0, 0, 1, 1]);
  });

  it('are not those that do not apply, if it is said why', () => {
    const because = (reason: string) => openOf({ ticked: true, notApplicable: { reason } });
    assert.deepEqual([because('no schema change'), because(''), because(' ')], [0, 1, 1]);
  });

  it('are ticks that the file alone shows to hold nothing', () => {
    const ticked = (changes: Partial<ChecklistItem>) => openOf({ ticked: true, ...changes });
    assert.equal(ticked({ proof: { kind: 'invalid', written: 'files x' } }), 1);
    assert.equal(ticked({ proof: { kind: 'file', path: 'docs/plan.md' } }), 0);
    assert.equal(ticked({ evidence: [link('path', '../../../secret.md')] }), 1);
    assert.equal(ticked({ evidence: [link('path', 'docs/plan.md')] }), 0);
  });

  it('are bare ticks where the team asks for evidence', () => {
    const required = (changes: Partial<ChecklistItem>) => openOf({ ticked: true, ...changes }, ['ready to build']);
    assert.equal(required({}), 1);
    assert.equal(required({ evidence: [link('url', 'https://example.org')] }), 1);
    assert.equal(required({ evidence: [link('path', 'docs/plan.md')] }), 0);
    assert.equal(required({ proof: { kind: 'tag', glob: 'v*' } }), 0);
  });
});

describe('an epic’s work type', () => {
  const typeOf = (type: EpicType | null, workTypes: Readonly<Record<string, string>>) =>
    epicSummaries(createFolder([createEpicFile({ type })]), { ...CONTEXT, team: { ...team, workTypes } })[0]?.type;

  it('is told by the asked team’s words first, whatever their case', () => {
    const words = { Risk: 'debt', feature: 'other', defect: 'nonsense' };
    assert.deepEqual(
      [typeOf('risk', words), typeOf('feature', words), typeOf('defect', words), typeOf('feature', {})],
      ['debt', 'other', 'defect', 'feature'],
    );
    assert.equal(typeOf(null, words), null);
  });
});
