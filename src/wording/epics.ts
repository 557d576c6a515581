import type { EpicType, KeyResult } from '../model/epic.ts';
import type { EpicEntry, EpicSign, EpicSignCode, RatioStanding } from '../model/learn/epicsOverview.ts';
import type { FeatureFactoryRatio } from '../model/learn/featureFactoryRatio.ts';
import { hasAnticipatedOutcome } from '../model/outcome.ts';
import type { GateReadiness } from '../model/ready.ts';
import { signWords } from './epicSigns.ts';
import { dayLabel, numberLabel, relativeDay } from './dates.ts';
import { stageLabel } from './ready.ts';

/** What a sign is called where no epic is meant. */
export const SIGN_NAMES: Readonly<Record<EpicSignCode, string>> = {
  fileProblem: 'Problems in the file',
  unreadyLaunch: 'Launch that is not ready',
  reviewDue: 'Review due',
  noOutcome: 'No anticipated outcome',
  beliefDue: 'Belief to look at again',
  unknownKeyResult: 'Unknown key result',
};

export const EPIC_TYPE_NAMES: Readonly<Record<EpicType, string>> = {
  feature: 'Feature',
  defect: 'Defect',
  risk: 'Risk',
  debt: 'Debt',
};

/** What to do about a sign. */
export function signRemedy({ code }: EpicSign): string {
  switch (code) {
    case 'fileProblem':
      return 'Open the file to mend it.';
    case 'unreadyLaunch':
      return 'Meet the items, waive them until a day, or say why they do not apply.';
    case 'reviewDue':
      return 'Record a measurement, or review the outcome.';
    case 'noOutcome':
      return 'Write a sentence or two: what will be different, and for whom?';
    case 'beliefDue':
      return 'Say how sure you are now, and when you look again.';
    case 'unknownKeyResult':
      return 'Move it under one of the tree, or add this one to the tree.';
  }
}

/** "Feature Factory Ratio 3 of 12": epics without an anticipated outcome, of those that were not stopped. */
export function ratioText({ ratio }: FeatureFactoryRatio): string {
  return ratio.of === 0 ? '' : `Feature Factory Ratio ${ratio.count} of ${ratio.of}`;
}

/** Why an epic counts in the ratio, or does not. */
export function ratioReason(standing: RatioStanding): string {
  const counts = 'Counts in the Feature Factory Ratio';
  const doesNot = 'Does not count in the Feature Factory Ratio: it says what will be different';
  switch (standing) {
    case 'noOutcome':
      return `${counts}: it has no anticipated outcome.`;
    case 'templateLeft':
      return `${counts}: the template’s words still stand where its outcome should.`;
    case 'untestable':
      return `${doesNot}. No measure has a baseline and a target yet.`;
    case 'testable':
      return `${doesNot}, and a measure can show it.`;
    case 'stopped':
      return 'Left out of the Feature Factory Ratio: it was stopped.';
    case 'unread':
      return 'Left out of the Feature Factory Ratio: its file cannot be read.';
  }
}

/** What an epic is called in a list. */
export function epicTitle({ file }: EpicEntry): string {
  return file.epic?.title ?? file.path.slice(file.path.lastIndexOf('/') + 1);
}

/** "PAY-100 · QA · 1/3": what stands behind the title. */
export function epicDescription(entry: EpicEntry): string {
  const { file, progress } = entry;
  const { epic } = file;
  const parts = [
    epic === null ? 'cannot be read' : epic.key === epic.title ? null : epic.key,
    epic === null ? null : epic.stage === null ? 'no stage' : stageLabel(epic.stage),
    progress === null ? null : `${progress.met}/${progress.total}`,
    file.origin === 'main' ? 'from main' : null,
    file.unsaved ? 'unsaved' : null,
  ];
  return parts.filter(part => part !== null).join(' · ');
}

/** What a screen reader says of an epic. */
export function epicSpoken(entry: EpicEntry): string {
  const { file, progress, signs } = entry;
  const { epic } = file;
  const parts = [
    epicTitle(entry),
    ...(epic === null ? ['cannot be read'] : [epic.key, epic.stage === null ? 'no stage' : stageLabel(epic.stage)]),
    ...(progress === null ? [] : [`${progress.met} of ${progress.total} items met`]),
    ...(file.origin === 'main' ? ['read from the main branch'] : []),
    ...(file.unsaved ? ['unsaved'] : []),
  ];
  return [parts.join(', '), ...signs.map(sign => signWords(sign).label)].join('. ');
}

/** What is worth knowing of an epic, one paragraph each. `today` is `YYYY-MM-DD`. */
export function epicTip(entry: EpicEntry, today: string): readonly string[] {
  const { file, signs, review, readiness } = entry;
  const { epic } = file;
  const outcome = epic?.outcome ?? null;
  const facts = [
    epic?.key,
    epic?.type == null ? undefined : EPIC_TYPE_NAMES[epic.type],
    epic === null ? undefined : epic.stage === null ? 'no stage' : stageLabel(epic.stage),
    ...(readiness?.stage == null ? [] : readiness.asked.map(gateText)),
  ];
  const next = review.due === null && review.next !== null ? review.next : null;
  return [
    facts.filter(fact => fact !== undefined).join(' · '),
    hasAnticipatedOutcome(outcome) ? outcome.statement.trim() : '',
    ...signs.map(sign => {
      const { label, text } = signWords(sign);
      return `${label}. ${ended(text)} ${signRemedy(sign)}`;
    }),
    next === null ? '' : `Next review: ${dayLabel(next)} (${relativeDay(next, today)}).`,
    ratioReason(entry.ratio),
    file.origin === 'main' ? 'Read from the main branch. Merge main, or check it out, to change or move it.' : '',
    file.path,
  ].filter(line => line !== '');
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function gateText({ gate, items, met, unknown }: GateReadiness): string {
  const unchecked = unknown === 0 ? '' : `, ${unknown} not checked here`;
  return items.length === 0 ? `${gate.name}: no items` : `${gate.name}: ${met} of ${items.length} met${unchecked}`;
}

/** "31 → 26 %, by 31 Mar 2027"; '' where nothing is told. */
export function keyResultWay({ unit, baseline, target, by }: KeyResult): string {
  const values = [baseline, target].map(value => (value === null ? '?' : numberLabel(value)));
  const way = baseline === null && target === null ? '' : `${values.join(' → ')}${unit === null ? '' : ` ${unit}`}`;
  return [way, by === null ? '' : `by ${dayLabel(by)}`].filter(part => part !== '').join(', ');
}

/** "1 epic", "3 epics". */
export function epicsCount(count: number): string {
  return `${count} ${count === 1 ? 'epic' : 'epics'}`;
}
