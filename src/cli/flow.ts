import { tableCsv } from '../export/csv.ts';
import { figureMarkdown } from '../export/markdown.ts';
import { retrospectiveMarkdown, retrospectiveOf } from '../export/retrospective.ts';
import type { Figure } from '../model/flow/figure.ts';
import type { FlowAnswer, FlowRequest } from '../model/flow/flow.ts';
import { WORK_TYPES } from '../model/work.ts';
import { figuresOf } from '../wording/figures/figures.ts';
import { declinedText } from '../wording/flow.ts';
import { UsageError, type CliOptions } from './args.ts';
import { flowJson } from './output/flowJson.ts';
import { printFigure, printFlow } from './print/printFlow.ts';
import type { CliCommand } from './result.ts';

/** `flow`: exit 1 when there is nothing to show. */
export const flowCommand: CliCommand = async ({ repository, options, terminal, progress, signal }) => {
  const request = requestOf(options, terminal && options.format === 'text');
  const told = (commits: number) => progress(`\rreading the history: ${commits} commits`);
  const answer = await repository.flow(request, told, signal).finally(() => progress('\r\u001b[K'));
  return {
    exit: answer.state === 'shown' ? 0 : 1,
    text: textOf(answer, options),
    json: options.json ? flowJson(answer, options.figure) : null,
    diagnostics: answer.state === 'shown' || options.format === 'text' ? [] : [declinedText(answer).text],
  };
};

function textOf(answer: FlowAnswer, options: CliOptions): string {
  const { format } = options;
  if (format === 'json') return '';
  if (answer.state !== 'shown')
    return format === 'text' ? `${asked(options, answer.window.from)}${printFlow(answer)}` : '';
  const figure = options.figure === null ? null : figureOf(answer, options.figure);
  switch (format) {
    case 'csv':
      return figure?.table == null ? '' : tableCsv(figure.table).replace(/\r\n$/, '');
    case 'markdown':
      return figure === null ? document(answer) : figureMarkdown(figure, { level: 1, picture: null, withMethod: true });
    case 'text':
      return `${asked(options, answer.window.from)}${figure === null ? printFlow(answer) : printFigure(answer, figure)}`;
  }
}

function document(answer: FlowAnswer & { state: 'shown' }): string {
  return retrospectiveMarkdown({ ...retrospectiveOf(answer), pictures: new Map() }).trimEnd();
}

function figureOf(answer: FlowAnswer & { state: 'shown' }, id: string): Figure {
  const figures = figuresOf(answer);
  const figure = figures.find(candidate => candidate.id === id);
  if (figure === undefined)
    throw new UsageError(`--figure takes one of ${figures.map(known => known.id).join(', ')}, not "${id}"`);
  return figure;
}

/** Windows are whole weeks; where that changed what was asked for, it is said. */
function asked({ since, until }: CliOptions, from: string): string {
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
