import type { FlowAnswer } from '../../model/flow/flow.ts';
import type { Action } from '../../protocol/actions.ts';
import type { InsightsFilter, InsightsState } from '../../protocol/insightsProtocol.ts';
import {
  CYCLE_TIME_METHOD,
  CYCLE_TIME_PROMPT,
  cycleTimeHeadline,
  cycleTimeWithheld,
  hasPercentile,
  declinedText,
  flowNotices,
  itemHow,
  percentileSentence,
  qualityLines,
  windowLabel,
  workTypeLabel,
} from '../../wording/flow.ts';

/** Windows that the panel offers, in weeks. */
const WINDOWS = [13, 26, 52, 104];

/** The panel's state for an answer. */
export function insightsState(answer: FlowAnswer, repository: string, filter: InsightsFilter): InsightsState {
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
  const { cycleTime, window } = answer;
  return {
    kind: 'shown',
    repository,
    windowLabel: windowLabel(window),
    from: window.from,
    to: window.to,
    fromAt: Date.parse(`${window.from}T00:00:00Z`) / 1000,
    toAt: Date.parse(`${window.to}T00:00:00Z`) / 1000,
    timeZone: answer.timeZone,
    filter,
    types: answer.types.map(type => ({ type, label: workTypeLabel(type) })),
    notices: flowNotices(answer),
    quality: qualityLines(answer.quality),
    cycleTime: {
      headline: cycleTimeHeadline(cycleTime),
      withheld: cycleTimeWithheld(cycleTime),
      finished: cycleTime.finished,
      known: cycleTime.known,
      percentiles: cycleTime.percentiles.map(percentile => ({
        percent: percentile.percent,
        daysElapsed: percentile.seconds === null ? null : percentile.seconds / 86_400,
        sentence: percentileSentence(percentile, cycleTime.known),
      })),
      points: cycleTime.points.map(point => ({
        id: point.id,
        label: point.label ?? 'no ticket',
        type: point.type,
        started: point.started,
        finished: point.finished,
        finishedAt: point.finishedAt,
        seconds: point.seconds,
        days: point.days,
        commits: point.commits,
        how: itemHow(point),
      })),
      method: [...CYCLE_TIME_METHOD],
      prompt: hasPercentile(cycleTime, 85) ? CYCLE_TIME_PROMPT : '',
    },
  };
}
