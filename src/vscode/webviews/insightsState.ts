import type { FlowAnswer } from '../../model/flow/flow.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import type { Figure } from '../../model/flow/figure.ts';
import type { Problem } from '../../model/problem.ts';
import type { Action } from '../../protocol/actions.ts';
import type { InsightsFilter, InsightsState } from '../../protocol/insightsProtocol.ts';
import { qualityLines } from '../../wording/figures/dataQuality.ts';
import { figuresOf } from '../../wording/figures/figures.ts';
import {
  learnFigures,
  untoldLearnFigures,
  withLearnFigures,
  type LearnBeside,
} from '../../wording/figures/learnFigures.ts';
import { FOCUS_TEXT } from '../../wording/focus.ts';
import { declinedText, flowNotices, itemHow, windowLabel, workTypeLabel } from '../../wording/flow.ts';
import { exportRefusal, scopeNote } from '../../wording/scope.ts';
import { unbrokenFigure } from '../../wording/unbroken.ts';

/** Windows that the panel offers, in weeks. */
const WINDOWS = [13, 26, 52, 104];

/** What is known of outcomes when the panel is drawn. */
export type Learnt =
  | { readonly state: 'told'; readonly answer: LearnAnswer }
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly problem: Problem };

/** What the panel needs beside the answers. */
export interface InsightsAbout {
  /** Folder name of the repository. */
  readonly repository: string;
  readonly filter: InsightsFilter;
}

/** The panel's state for the answers. What epic files say of outcomes is shown where flow may not be, too. */
export function insightsState(
  answer: FlowAnswer,
  learnt: Learnt,
  { repository, filter }: InsightsAbout,
): InsightsState {
  if (answer.state !== 'shown') {
    const { title, text } = declinedText(answer);
    const soloPossible = answer.state === 'withheld' && answer.soloPossible;
    const settings: Action = { id: 'openSettings', label: 'Only I work here…' };
    return {
      kind: 'declined',
      repository,
      windowLabel: windowLabel(answer.window),
      filter,
      message: { kind: 'message', tone: 'info', title, text, actions: soloPossible ? [settings] : [] },
      longer: WINDOWS.filter(weeks => weeks > filter.weeks).map(weeks => ({ weeks, label: `${weeks} weeks` })),
      figures: hasNoEpic(learnt) ? [] : learntFigures(learnt, filter).map(unbrokenFigure),
    };
  }
  const { window, items } = answer;
  const places = new Map(items.map(({ id }, index) => [id, index]));
  return {
    kind: 'shown',
    repository,
    windowLabel: windowLabel(window),
    from: window.from,
    to: window.to,
    timeZone: answer.timeZone,
    filter,
    types: answer.types.map(type => ({ type, label: workTypeLabel(type) })),
    teams: answer.teams.map(({ id, name }) => ({ id, label: name })),
    scope: scopeNote(answer),
    exportRefused: exportRefusal(answer),
    notices: flowNotices(answer),
    quality: qualityLines(answer.quality).map(line => ({
      ...line,
      items: line.items.flatMap(id => places.get(id) ?? []),
    })),
    items: items.map(item => ({
      id: item.id,
      label: item.label ?? 'no ticket',
      type: item.type,
      started: item.started,
      finished: item.finished,
      seconds: item.seconds,
      days: item.days,
      commits: item.commits,
      how: itemHow(item),
    })),
    figures: withLearnFigures(figuresOf(answer), learntFigures(learnt, filter)).map(unbrokenFigure),
    focus: answer.focus.map(metric => ({ metric, ...FOCUS_TEXT[metric] })),
  };
}

function hasNoEpic(learnt: Learnt): boolean {
  return learnt.state === 'told' && learnt.answer.files === 0;
}

function learntFigures(learnt: Learnt, beside: LearnBeside): Figure[] {
  if (learnt.state === 'told') return learnFigures(learnt.answer, beside);
  return untoldLearnFigures(learnt.state === 'failed' ? learnt.problem : null);
}
