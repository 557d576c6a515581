import { tableCsv } from '../export/csv.ts';
import { figureMarkdown } from '../export/markdown.ts';
import { retrospectiveMarkdown, retrospectiveOf } from '../export/retrospective.ts';
import type { FlowAnswer, FlowRequest } from '../model/flow/flow.ts';
import { WORK_TYPES } from '../model/work.ts';
import { declinedText } from '../wording/flow.ts';
import { askedFigure, type AskedFigure } from './askedFigure.ts';
import { UsageError, type CliOptions } from './args.ts';
import { flowJson } from './output/flowJson.ts';
import { printFigure, printFlow } from './print/printFlow.ts';
import type { CliCommand } from './result.ts';

/** `flow`: exit 1 when there is nothing to show, of everything or of the one figure that was asked for. */
export const flowCommand: CliCommand = async ({ repository, options, terminal, progress, signal }) => {
  const own = terminal && options.format === 'text';
  const told = (commits: number) => progress(`\rreading the history: ${commits} commits`);
  const answer = await repository.flow(requestOf(options, own), told, signal).finally(() => progress('\r\u001b[K'));
  const asked = options.figure === null || answer.state !== 'shown' ? null : askedFigure(answer, options.figure);
  const isText = options.format === 'text';
  return {
    exit: answer.state !== 'shown' || asked?.isEmpty(options.format) === true ? 1 : 0,
    text: textOf(answer, options, asked),
    json: options.json ? flowJson(answer, asked?.figure.id ?? null) : null,
    diagnostics: [
      ...(options.solo && !own ? [SOLO_ON_A_TERMINAL] : []),
      ...(answer.state === 'shown' || isText ? [] : [declinedText(answer).text]),
      ...(asked?.diagnostics(options.format) ?? []),
    ],
  };
};

const SOLO_ON_A_TERMINAL =
  '--solo does nothing here: figures of one or two people are shown as text on a terminal only.';

function textOf(answer: FlowAnswer, options: CliOptions, asked: AskedFigure | null): string {
  const widened = widening(options, answer.window.from);
  if (answer.state !== 'shown') return options.format === 'text' ? `${widened}${printFlow(answer)}` : '';
  const figure = asked?.figure ?? null;
  switch (options.format) {
    case 'json':
      return '';
    case 'csv':
      return figure?.table == null ? '' : tableCsv(figure.table);
    case 'markdown':
      return figure === null ? document(answer) : figureMarkdown(figure, { level: 1, picture: null, withMethod: true });
    case 'text':
      return `${widened}${figure === null ? printFlow(answer) : printFigure(answer, figure)}`;
  }
}

function document(answer: FlowAnswer & { state: 'shown' }): string {
  return retrospectiveMarkdown({ ...retrospectiveOf(answer), pictures: new Map() }).trimEnd();
}

/** Windows are whole weeks; where that changed what was asked for, it is said. */
function widening({ since, until }: CliOptions, from: string): string {
  if (since === null || since === from) return '';
  return `Asked from ${since}${until === null ? '' : ` to ${until}`}; widened to whole weeks before this one, at least four.\n`;
}

/** `own`: it goes to a person's own screen; everything else leaves it. */
function requestOf(options: CliOptions, own: boolean): FlowRequest {
  const type = options.type === null ? null : WORK_TYPES.find(known => known === options.type);
  if (type === undefined)
    throw new UsageError(`--type takes one of ${WORK_TYPES.join(', ')}, not "${options.type ?? ''}"`);
  return {
    window: options.since === null ? { weeks: options.weeks } : { since: options.since, until: options.until },
    type,
    team: options.team,
    use: own ? 'view' : 'export',
    solo: own && options.solo,
  };
}
