import type { EvidenceLink, Gate } from './checklist.ts';
import type { FocusMetric } from './flow/focus.ts';
import type { LintRule } from './lint.ts';
import type { Outcome } from './outcome.ts';
import type { Problem } from './problem.ts';
import type { Stage } from './stage.ts';
import type { TextRange } from './textRange.ts';

export const EPIC_TYPES = ['feature', 'defect', 'risk', 'debt'] as const;
export type EpicType = (typeof EPIC_TYPES)[number];

/** The unit that carries an outcome, as read from its file. Fields that are absent or unreadable are null or empty. */
export interface Epic {
  readonly key: string;
  readonly title: string;
  readonly type: EpicType | null;
  readonly stage: Stage | null;
  readonly outcome: Outcome | null;
  readonly keyResult: string | null;
  readonly tickets: readonly string[];
  readonly commitment: { readonly on: string; readonly confidence: number | null } | null;
  readonly launched: string | null;
  readonly debt: { readonly impacts: readonly string[]; readonly paths: readonly string[] } | null;
  /** Other teams that it waits for. */
  readonly dependsOn: readonly Dependency[];
  /** What the bet rests on. */
  readonly beliefs: readonly Belief[];
  readonly nonGoals: readonly string[];
  readonly decisions: readonly string[];
  readonly openQuestions: readonly string[];
  /** Files and pages that its section *Documents* lists. */
  readonly documents: readonly EvidenceLink[];
  readonly gates: readonly Gate[];
}

/** What an epic needs of another team. */
export interface Dependency {
  readonly team: string;
  readonly what: string | null;
  /** Waiting since, and promised for or delivered on (`YYYY-MM-DD`). */
  readonly since: string | null;
  readonly until: string | null;
}

/** Something that an epic rests on, and when the team looks at it again (`YYYY-MM-DD`). */
export interface Belief {
  readonly belief: string;
  /** Percent, as stated by the team; never defaulted. */
  readonly confidence: number | null;
  readonly wouldChangeOurMind: string | null;
  /** Where the team agreed to disagree. */
  readonly disagreement: string | null;
  readonly review: string | null;
}

/** Where the text of an epic file came from; what comes from main or from another branch is read-only. */
export type EpicOrigin = 'editor' | 'file' | 'main' | 'branch';

/** False for what is read from elsewhere than the work tree: it is changed there. */
export function isEditable({ origin }: Pick<EpicFile, 'origin'>): boolean {
  return origin === 'file' || origin === 'editor';
}

/** One epic file: what could be read, what could not, and where things are in its text. */
export interface EpicFile {
  /** Path inside the repository, with `/`. */
  readonly path: string;
  readonly origin: EpicOrigin;
  readonly text: string;
  /** An open editor holds changes that are not saved. */
  readonly unsaved: boolean;
  /** null when nothing of the front matter could be used. */
  readonly epic: Epic | null;
  readonly problems: readonly Problem[];
  /** Range of a front-matter value by dotted path (`outcome.statement`, `stage`), for jumping to it. */
  readonly ranges: ReadonlyMap<string, TextRange>;
}

export interface KeyResult {
  readonly id: string;
  readonly title: string;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly by: string | null;
}

export interface Objective {
  readonly id: string;
  readonly title: string;
  readonly keyResults: readonly KeyResult[];
}

/** `value-tree.yaml`: what the epics serve. */
export interface ValueTree {
  readonly objectives: readonly Objective[];
  readonly problems: readonly Problem[];
}

/** Ids of the tree's key results; null when it is absent, empty or broken, so that nobody knows what it lacks. */
export function knownKeyResults({ objectives, problems }: ValueTree): readonly string[] | null {
  const known = objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id));
  return known.length === 0 || problems.length > 0 ? null : known;
}

/** `team.yaml`, as far as answers use it. */
export interface TeamFile {
  readonly team: string | null;
  readonly ticketKeys: readonly string[];
  readonly ignoredKeys: readonly string[];
  readonly mainBranch: string | null;
  readonly timeZone: string;
  /** Epic and ticket type names to work types, as written. */
  readonly workTypes: Readonly<Record<string, string>>;
  /** Names of the tracker's statuses by what they mean, as written. */
  readonly statuses: StatusWords;
  readonly evidenceRequired: readonly string[];
  /** Rules of the linter that this team does not want. */
  readonly lintOff: readonly LintRule[];
  /** Globs of what this team owns; empty: everything. */
  readonly paths: readonly string[];
  /** Globs of release tags and, of those, of the ones that mend a release; null: the built-in rules. */
  readonly releases: { readonly tags: string | null; readonly hotfix: string | null };
  readonly interventions: readonly Intervention[];
  readonly tries: readonly Try[];
  readonly signals: readonly SignalSource[];
  /** At most five. */
  readonly focus: readonly FocusMetric[];
  readonly problems: readonly Problem[];
}

/** The meanings that a team may give to a status. */
export const STATUS_WORDS = ['active', 'queue', 'approval', 'blocked', 'done'] as const;
export type StatusWords = Readonly<Record<(typeof STATUS_WORDS)[number], readonly string[]>>;

/** A dated change in how the team works. */
export interface Intervention {
  readonly on: string;
  readonly label: string;
}

/** What the team decided to try, and what became of it. */
export interface Try {
  readonly on: string;
  readonly text: string;
  readonly outcome: string | null;
}

/** A series from elsewhere: a CSV file with the columns date, value, responses. */
export interface SignalSource {
  readonly name: string;
  readonly unit: string | null;
  /** Path inside the repository, as written. */
  readonly file: string;
  /** Rows with fewer responses are not shown. */
  readonly minimumGroup: number | null;
}

/** Everything that the `outcomes/` folder says. */
export interface OutcomesFolder {
  readonly epics: readonly EpicFile[];
  readonly valueTree: ValueTree;
  readonly team: TeamFile;
  /** Teams of a shared repository, from `teams/<name>.yaml`. */
  readonly teams: readonly NamedTeam[];
}

/** One of several teams. `id` is its file's name without the ending. */
export interface NamedTeam {
  readonly id: string;
  readonly file: TeamFile;
}
