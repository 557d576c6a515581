import type { FileKind, LanguageContext } from '../document.ts';
import { fieldAt, type ValueShape } from '../yaml/fields.ts';
import type { YamlPath } from '../yaml/outline.ts';
import { yamlKey } from '../yaml/scalars.ts';
import type { Proposal } from './completion.ts';
import { dayProposals } from './days.ts';
import { epicProposals, freeKeyProposals, keyResultProposals, teamProposals, ticketProposals } from './known.ts';

/** Where a value is asked for. */
export interface ValueQuestion {
  readonly kind: FileKind;
  /** The file's path. */
  readonly file: string;
  readonly path: YamlPath;
}

/** Values that fit a place, as YAML: what the schema names, days, and keys that the repository knows. */
export async function valueProposals(question: ValueQuestion, context: LanguageContext): Promise<readonly Proposal[]> {
  const shapes = fieldAt(question.kind, question.path)?.shapes ?? [];
  const named = shapes.flatMap(shape => ofShape(shape, context));
  const known = question.kind === 'epic' ? await knownKeys(question, context) : [];
  return [...named, ...known].map(proposal =>
    proposal.kind === 'key' ? { ...proposal, insert: yamlKey(proposal.label) } : proposal,
  );
}

function ofShape(shape: ValueShape, { today }: LanguageContext): readonly Proposal[] {
  if (shape.kind === 'day') return dayProposals(today);
  return shape.kind === 'choice' ? shape.values.map(label => ({ label, kind: 'value' })) : [];
}

async function knownKeys({ path, file }: ValueQuestion, context: LanguageContext): Promise<readonly Proposal[]> {
  switch (path.map(step => (typeof step === 'number' ? '*' : step)).join('.')) {
    case 'key':
      return freeKeyProposals(context);
    case 'keyResult':
      return keyResultProposals(context);
    case 'tickets.*':
      return [...(await ticketProposals(context)), ...epicProposals(context, file)];
    case 'dependsOn.*.team':
      return teamProposals(context);
    case 'dependsOn.*.for':
      return epicProposals(context, file);
    default:
      return [];
  }
}
