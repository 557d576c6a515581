import type { FlowAnswer } from '../../model/flow/flow.ts';
import type { Action } from '../../protocol/actions.ts';
import type { InsightsFilter, InsightsState } from '../../protocol/insightsProtocol.ts';
import { qualityLines } from '../../wording/figures/dataQuality.ts';
import { figuresOf } from '../../wording/figures/figures.ts';
import { FOCUS_TEXT } from '../../wording/focus.ts';
import { declinedText, flowNotices, itemHow, windowLabel, workTypeLabel } from '../../wording/flow.ts';
import { exportRefusal, scopeNote } from '../../wording/scope.ts';
import { unbrokenFigure } from '../../wording/unbroken.ts';

/** Windows that the panel offers, in weeks. */
const WINDOWS = [13, 26, 52, 104];

/** What the panel needs beside the answer. */
export interface InsightsAbout {
  /** Folder name of the repository. */
  readonly repository: string;
  readonly filter: InsightsFilter;
}

/** The panel's state for an answer. */
export function insightsState(answer: FlowAnswer, { repository, filter }: InsightsAbout): InsightsState {
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
    figures: figuresOf(answer).map(unbrokenFigure),
    focus: answer.focus.map(metric => ({ metric, ...FOCUS_TEXT[metric] })),
  };
}
