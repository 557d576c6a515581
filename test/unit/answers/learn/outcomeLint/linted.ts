import { lintEpic } from '../../../../../src/answers/learn/outcomeLint/lintEpic.ts';
import type { LintContext } from '../../../../../src/answers/learn/outcomeLint/rule.ts';
import { readinessOf } from '../../../../../src/answers/ready/readiness.ts';
import type { EpicFile, TeamFile } from '../../../../../src/model/epic.ts';
import type { Finding, LintRule } from '../../../../../src/model/lint.ts';
import { createFolder } from '../../../../support/factories.ts';
import { read } from '../../../epics/read.ts';

export const TODAY = '2026-11-20';

/** Nothing that an item points to is there. */
const EMPTY_REPOSITORY = {
  paths: new Set<string>(),
  texts: new Map<string, string>(),
  tooLarge: new Set<string>(),
  tracked: new Set<string>(),
  shallow: false,
  commits: new Set<string>(),
  tags: [],
  tickets: new Set<string>(),
  changed: new Map<string, boolean>(),
  absent: new Map<string, boolean>(),
  changedSinceTick: new Map<number, string[]>(),
};

export interface Around {
  readonly team?: Partial<TeamFile>;
  readonly context?: Partial<LintContext>;
}

export function lintFile(file: EpicFile, { team = {}, context = {} }: Around = {}): readonly Finding[] {
  const folder = createFolder([file]);
  const { value } = readinessOf({
    file,
    evidence: EMPTY_REPOSITORY,
    today: TODAY,
    gate: null,
    evidenceRequired: [],
    now: 0,
  });
  const outcomes = { ...folder, team: { ...folder.team, ...team } };
  return lintEpic(file, { today: TODAY, outcomes, readiness: value, commitsLand: false, ...context });
}

/** Findings of a file with this front matter (below its key) and body. */
export function lint(frontMatter: string, body = '', around: Around = {}): readonly Finding[] {
  return lintFile(read(fileText(frontMatter, body)), around);
}

export function fileText(frontMatter: string, body = ''): string {
  return `---\nkey: PAY-100\n${frontMatter}\n---\n# Guest checkout\n${body}`;
}

/** What one rule marks, as it stands in the text. */
export function marks(rule: LintRule, frontMatter: string, body = '', around: Around = {}): readonly string[] {
  const text = fileText(frontMatter, body);
  return lint(frontMatter, body, around)
    .filter(finding => finding.rule === rule)
    .map(({ range }) => text.slice(range.start, range.end));
}

export function rulesOf(findings: readonly Finding[]): readonly LintRule[] {
  return findings.map(({ rule }) => rule);
}

/** An outcome that says everything, with these lines put in instead of its own. */
export function outcome(lines: Readonly<Record<string, string | null>> = {}): string {
  const all: Readonly<Record<string, string | null>> = {
    statement: 'Guests pay without an account, so fewer carts are abandoned.',
    benefits: '[customer]',
    measures: '[{ name: cart abandonment, unit: "%", baseline: 31, target: 26 }]',
    reviews: '[2026-12-01]',
    ...lines,
  };
  const written = Object.entries(all).filter(([, value]) => value !== null);
  return ['outcome:', ...written.map(([name, value]) => `  ${name}: ${value ?? ''}`)].join('\n');
}

/** An outcome with one measure. */
export function measured(measure: string): string {
  return outcome({ measures: `[{ ${measure} }]` });
}
