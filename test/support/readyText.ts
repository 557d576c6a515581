import { readinessOf } from '../../src/answers/ready/readiness.ts';
import type { RepositoryEvidence } from '../../src/answers/ready/repositoryFacts.ts';
import type { ReadyAbout, ReadyAnswer } from '../../src/model/ready.ts';
import { read } from '../unit/epics/read.ts';
import { NOW } from './factories.ts';

/** Nothing that an item points to is there. */
const NOTHING: RepositoryEvidence = {
  paths: new Set(),
  texts: new Map(),
  tooLarge: new Set(),
  tracked: new Set(),
  shallow: false,
  commits: new Set(),
  tags: [],
  tickets: new Set(),
  changed: new Map(),
  absent: new Map(),
  changedSinceTick: new Map(),
};

/** The question about the branch's epic and its stage. */
export const ABOUT: ReadyAbout = { folder: 'outcomes', epic: null, gate: null, branch: null, ticket: null };

export interface ReadyAround {
  readonly evidence?: Partial<RepositoryEvidence>;
  readonly gate?: string;
  readonly path?: string;
  /** Every gate asks for evidence. */
  readonly strict?: boolean;
}

/** Readiness of an epic file of this text, on 20 November 2026. */
export function readyOf(text: string, { evidence = {}, gate, path, strict = false }: ReadyAround = {}): ReadyAnswer {
  const file = read(text, path);
  const judged = readinessOf({
    file,
    evidence: { ...NOTHING, ...evidence },
    today: '2026-11-20',
    gate: gate ?? null,
    evidenceRequired: strict ? (file.epic?.gates.map(({ name }) => name.toLowerCase()) ?? []) : [],
    now: NOW,
  });
  return { ...judged, about: { ...ABOUT, gate: gate ?? null } };
}

/** An epic file in launch, with these tasks in its gate. */
export function launchText(
  tasks: string,
  frontMatter = 'outcome: { statement: Guests pay without an account. }',
): string {
  return `---\nkey: PAY-100\ntitle: Guest checkout\nstage: launch\n${frontMatter}\n---\n# Guest checkout\n\n## Go-live readiness\n${tasks}\n`;
}
