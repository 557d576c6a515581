import type { TemplateName, TemplateProblem } from '../../model/documents.ts';
import type { EpicsPort, NewEpic } from '../../model/ports/epicsPort.ts';
import { BUILT_IN_GATES } from '../../model/stage.ts';
import { EPIC_PLACEHOLDERS, newEpic } from '../template.ts';
import { DOCUMENT_PLACEHOLDERS } from './newDocument.ts';

/** Two hints go by this gate's name. */
const READY_TO_BUILD = 'Ready to build';

/** What is odd about a team's template: said where it is used, and in nobody's way. */
export function checkTemplate(
  name: TemplateName,
  text: string,
  parseEpic: EpicsPort['parseEpic'],
): readonly TemplateProblem[] {
  const known: readonly string[] = name === 'epic' ? EPIC_PLACEHOLDERS : DOCUMENT_PLACEHOLDERS;
  const written = new Set([...text.matchAll(/\{\{([^{}\n]{1,60})\}\}/g)].map(([, inner = '']) => inner));
  const unknown = [...written].filter(inner => !known.includes(inner));
  return [
    ...unknown.map(inner => ({ kind: 'placeholder' as const, name: inner })),
    ...(name === 'epic' ? epicProblems(text, parseEpic) : []),
  ];
}

const TRIAL: NewEpic = { key: 'TRIAL-1', title: 'Trial', tickets: [], reviews: [] };

/** A new epic is made and read, as it will be. */
function epicProblems(template: string, parseEpic: EpicsPort['parseEpic']): TemplateProblem[] {
  const { epic } = parseEpic({ path: 'trial.md', text: newEpic(TRIAL, template), origin: 'file', unsaved: false });
  const gates = epic?.gates ?? [];
  const names = new Set(gates.map(gate => gate.name.toLowerCase()));
  const stages = new Set(gates.map(({ stage }) => stage));
  const lost = BUILT_IN_GATES.filter(({ name, stage }) =>
    name === READY_TO_BUILD ? !names.has(name.toLowerCase()) : !stages.has(stage),
  );
  const empty = gates.filter(({ items }) => items.length === 0);
  return [
    ...(epic?.key === TRIAL.key ? [] : [{ kind: 'key' as const }]),
    ...(lost.length === 0 ? [] : [{ kind: 'gates' as const, names: lost.map(({ name }) => name) }]),
    ...(empty.length === 0 ? [] : [{ kind: 'emptyGates' as const, names: empty.map(({ name }) => name) }]),
  ];
}
