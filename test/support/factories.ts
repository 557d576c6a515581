import type { RepositoryFacts } from '../../src/model/branch.ts';
import type { ChecklistItem, Gate } from '../../src/model/checklist.ts';
import type { Commit } from '../../src/model/commit.ts';
import type { Epic, EpicFile, OutcomesFolder } from '../../src/model/epic.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { readBranchName } from '../../src/model/text/branchName.ts';
import { readMessage } from '../../src/model/text/commitMessage.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';

/** 20 November 2026, noon UTC, in epoch seconds. */
export const NOW = Date.UTC(2026, 10, 20, 12) / 1000;
export const HASH = 'a'.repeat(40);

export function createOutcome(overrides: Partial<Outcome> = {}): Outcome {
  return {
    statement: 'Guests pay without an account, so fewer carts are abandoned.',
    benefits: ['customer'],
    measures: [],
    earlySigns: [],
    reviews: [],
    actual: null,
    ...overrides,
  };
}

export function createEpic(overrides: Partial<Epic> = {}): Epic {
  return {
    key: 'PAY-100',
    title: 'Guest checkout',
    type: 'feature',
    stage: 'launch',
    outcome: createOutcome(),
    keyResult: null,
    tickets: ['PAY-101'],
    commitment: null,
    launched: null,
    debt: null,
    dependsOn: [],
    beliefs: [],
    nonGoals: [],
    decisions: [],
    openQuestions: [],
    documents: [],
    gates: [],
    ...overrides,
  };
}

export function createEpicFile(epic: Partial<Epic> | null = {}, overrides: Partial<EpicFile> = {}): EpicFile {
  return {
    path: 'outcomes/PAY-100-guest-checkout.md',
    origin: 'file',
    text: '',
    unsaved: false,
    epic: epic === null ? null : createEpic(epic),
    problems: [],
    ranges: new Map(),
    ...overrides,
  };
}

export function createItem(overrides: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    text: 'Rollback criteria agreed',
    ticked: false,
    box: { start: 0, end: 1 },
    range: { start: 0, end: 1 },
    evidence: [],
    waiver: null,
    notApplicable: null,
    proof: null,
    ...overrides,
  };
}

export function createGate(items: readonly ChecklistItem[], overrides: Partial<Gate> = {}): Gate {
  return { name: 'Go-live readiness', stage: 'launch', heading: { start: 0, end: 1 }, items, ...overrides };
}

export function createFolder(epics: readonly EpicFile[], overrides: Partial<OutcomesFolder> = {}): OutcomesFolder {
  return {
    epics,
    valueTree: { objectives: [], problems: [] },
    team: {
      team: null,
      ticketKeys: [],
      ignoredKeys: [],
      mainBranch: null,
      timeZone: 'UTC',
      workTypes: {},
      statuses: { active: [], queue: [], approval: [], blocked: [], done: [] },
      evidenceRequired: [],
      lintOff: [],
      paths: [],
      releases: { tags: null, hotfix: null },
      interventions: [],
      tries: [],
      signals: [],
      focus: [],
      problems: [],
    },
    teams: [],
    ...overrides,
  };
}

/** A repository on `branch`, with main beside it. */
export function createFacts(branch: string, overrides: Partial<RepositoryFacts> = {}): RepositoryFacts {
  return {
    root: '/repository',
    head: { kind: 'branch', ref: `refs/heads/${branch}`, hash: HASH, facts: readBranchName(branch, NO_KEY_RULES) },
    main: { ref: 'refs/heads/main', hash: 'b'.repeat(40), name: 'main', how: 'commonName' },
    shallow: false,
    partialClone: false,
    linkedWorktree: false,
    submodule: false,
    ...overrides,
  };
}

export function createCommit(message: string, overrides: Partial<Commit> = {}): Commit {
  const facts = readMessage(message, { rules: NO_KEY_RULES, main: 'main' });
  return { hash: HASH, parents: [], written: NOW, landed: NOW, facts, ...overrides };
}
