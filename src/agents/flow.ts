import * as z from 'zod/mini';
import { figureTextInFull } from '../export/plainText.ts';
import type { Figure } from '../model/flow/figure.ts';
import type { FlowAnswer } from '../model/flow/flow.ts';
import { WORK_TYPES } from '../model/work.ts';
import { exportedId } from '../wording/figures/exported.ts';
import { FIGURE_IDS, isFigureId } from '../wording/figures/figureIds.ts';
import { figuresOf } from '../wording/figures/figures.ts';
import { declinedText, flowNotices, windowLabel, workTypeLabel } from '../wording/flow.ts';
import type { AgentAnswer } from './answerText.ts';
import { ArgumentError, optionalOneOf, optionalText, optionalWhole, pageArgument } from './arguments.ts';
import { dataLines, named } from './data.ts';
import { createTool } from './tool.ts';

export const flowTool = createTool({
  name: 'flow',
  title: 'Flow: how work flows through the team',
  description:
    'How work flowed through the team against its own past: one sentence a figure, or one figure in full. Never about a person; shown for groups of five or more people only, so an answer may be that nothing is shown. Read-only; answers stay below 400 tokens.',
  schema: z.strictObject({
    weeks: optionalWhole('whole weeks to look back, 4 to 520; 26 unasked', 4, 520),
    type: optionalOneOf(`work type: ${WORK_TYPES.join(', ')}; all unasked`, WORK_TYPES),
    team: optionalText('one of several teams, by the name of its file in teams/'),
    figure: optionalText('id of one figure, to read it in full'),
    page: pageArgument(),
  }),
  async answer({ weeks, type, team, figure }, repository, signal) {
    if (figure !== undefined && !isFigureId(figure)) throw noFigure(FIGURE_IDS);
    const answer = await repository.flow(
      { window: { weeks: weeks ?? 26 }, type: type ?? null, team: team ?? null, use: 'export', solo: false },
      () => undefined,
      signal,
    );
    return answer.state === 'shown' ? shown(answer, figure) : declined(answer);
  },
});

type Shown = FlowAnswer & { state: 'shown' };

function declined(answer: Exclude<FlowAnswer, Shown>): AgentAnswer {
  const { title, text } = declinedText(answer);
  return { head: `Flow, ${windowLabel(answer.window)}.`, body: dataLines(`${title}. ${text}`), more: '' };
}

function shown(answer: Shown, wanted: string | undefined): AgentAnswer {
  const figures = figuresOf(answer);
  const head = `Flow, ${windowLabel(answer.window)}${answer.type === null ? '' : `, only ${workTypeLabel(answer.type)}`}.`;
  if (wanted === undefined) return { head, body: overview(answer, figures), more: MORE };
  const figure = figures.find(({ id }) => id === wanted) ?? figures.find(({ id }) => id === exportedId(wanted));
  if (figure === undefined) throw noFigure(figures.map(({ id }) => id));
  return { head, body: dataLines(figureTextInFull(figure).join('\n')), more: '' };
}

const MORE = 'More: figure with an id gives that figure in full, also of those that show nothing.';

/** What each figure says, its id first; then the ids of those that show nothing. */
function overview(answer: Shown, figures: readonly Figure[]): string[] {
  const told = figures.filter(({ withheld }) => withheld === '');
  const untold = figures.filter(({ withheld }) => withheld !== '').map(({ id }) => id);
  return [
    ...(answer.teamName === null ? [] : named('team', answer.teamName)),
    ...flowNotices(answer).flatMap(notice => named('note', notice)),
    ...told.flatMap(({ id, headline, title }) => named(id, headline === '' ? title : headline)),
    ...named('show nothing', untold.join(', ')),
  ];
}

function noFigure(known: readonly string[]): ArgumentError {
  return new ArgumentError(`figure takes one of ${known.join(', ')}.`);
}
