import type { TicketChanges } from '../model/branchChanges.ts';
import type { Benefit, Measure } from '../model/outcome.ts';
import { dayLabel, numberLabel } from './dates.ts';
import { listed } from './figures/share.ts';

/** What a pull request says, in its order. */
export const REQUEST_SECTIONS = ['why', 'changes', 'testing', 'readiness'] as const;
export type RequestSectionKind = (typeof REQUEST_SECTIONS)[number];

export const SECTION_TITLES: Readonly<Record<RequestSectionKind, string>> = {
  why: 'Why',
  changes: 'Changes',
  testing: 'Testing',
  readiness: 'Readiness',
};

export const NO_OUTCOME_YET = 'No anticipated outcome is written yet.';
export const NOT_ALL_COMMITS = 'Older commits of the branch are not counted.';

const BENEFIT_NAMES: Readonly<Record<Benefit, string>> = {
  customer: 'customers',
  business: 'the business',
  platform: 'the platform',
};

/** Who is better off: "customers and the business". */
export function benefitsText(benefits: readonly Benefit[]): string {
  return listed(benefits.map(benefit => BENEFIT_NAMES[benefit]));
}

/** How the outcome would be seen: "from 61 % to 68 % by 1 December 2026"; '' when nothing of it is written. */
export function measureText({ baseline, target, unit, by }: Measure): string {
  const value = (number: number) => `${numberLabel(number)}${unit === null || unit === '' ? '' : ` ${unit}`}`;
  const parts = [
    ...(baseline === null ? [] : [`from ${value(baseline)}`]),
    ...(target === null ? [] : [`to ${value(target)}`]),
    ...(by === null ? [] : [`by ${dayLabel(by)}`]),
  ];
  return parts.join(' ');
}

export function commitsText({ commits }: Pick<TicketChanges, 'commits'>): string {
  return commits === 1 ? '1 commit' : `${commits} commits`;
}

/** `template` is the path of the text that was filled; null for none. */
export function copiedText(template: string | null): string {
  const filled = template === null ? '' : `: ${template}, filled`;
  return `The description of the pull request is in the clipboard${filled}.`;
}

export const NOTHING_TO_DESCRIBE =
  'There is nothing to describe yet: this branch has no ticket and no commit that main does not have.';
