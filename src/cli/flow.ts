import { tableCsv } from '../export/csv.ts';
import { figureMarkdown } from '../export/markdown.ts';
import { retrospectiveMarkdown, retrospectiveOf } from '../export/retrospective.ts';
import type { FlowAnswer, FlowRequest } from '../model/flow/flow.ts';
import type { RepositoryLens } from '../lens/outcomeLens.ts';
import type { LearnAnswer } from '../model/learn/learn.ts';
import { ProblemError, type Problem } from '../model/problem.ts';
import { WORK_TYPES } from '../model/work.ts';
import { declinedText } from '../wording/flow.ts';
import { askedFigure, checkFigure, type AskedFigure } from './askedFigure.ts';
import { UsageError, type CliOptions } from './args.ts';
import { folderDiagnostics, teamDiagnostics } from './folderDiagnostics.ts';
import { mainBranchDiagnostics } from './mainBranchDiagnostics.ts';
import { flowJson } from './output/flowJson.ts';
import { printFigure, printFlow } from './print/printFlow.ts';
import type { CliCommand } from './result.ts';

/** `flow`: exit 1 when there is nothing to show, of everything or of the one figure that was asked for. */
export const flowCommand: CliCommand = async ({ repository, options, terminal, progress, signal }) => {
  const own = terminal && options.format === 'text';
  const told = (commits: number) => progress(`\rreading the history: ${commits} commits`);
  const answer = await repository.flow(requestOf(options, own), told, signal).finally(() => progress('\r\u001b[K'));
  if (options.figure !== null && answer.state !== 'shown') checkFigure(options.figure);
  const asked = options.figure === null || answer.state !== 'shown' ? null : askedFigure(answer, options.figure);
  const outcomes = await repository.outcomes(signal);
  const isText = options.format === 'text';
  const document =
    answer.state === 'shown' && asked === null && options.format === 'markdown'
      ? documentOf(answer, await learntOr(repository, answer.type, signal))
      : '';
  return {
    exit: answer.state !== 'shown' || asked?.isEmpty(options.format) === true ? 1 : 0,
    text: textOf(answer, options, { asked, document }),
    json: options.json ? flowJson(answer, asked?.figure.id ?? null) : null,
    diagnostics: [
      ...(options.solo && !own ? [SOLO_ON_A_TERMINAL] : []),
      ...(answer.state === 'shown' || isText ? [] : [declinedText(answer).text]),
      ...(asked?.diagnostics(options.format) ?? []),
      ...(await mainBranchDiagnostics(repository, signal)),
      ...folderDiagnostics(outcomes, null),
      ...teamDiagnostics(outcomes),
    ],
  };
};

const SOLO_ON_A_TERMINAL =
  '--solo does nothing here: figures of one or two people are shown as text on a terminal only.';

interface Made {
  readonly asked: AskedFigure | null;
  /** The retrospective, where that is asked for. */
  readonly document: string;
}

function textOf(answer: FlowAnswer, options: CliOptions, { asked, document }: Made): string {
  const widened = widening(options, answer.window.from);
  if (answer.state !== 'shown') return options.format === 'text' ? `${widened}${printFlow(answer)}` : '';
  const figure = asked?.figure ?? null;
  switch (options.format) {
    case 'json':
    case 'sarif':
      return '';
    case 'csv':
      return figure?.table == null ? '' : tableCsv(figure.table);
    case 'markdown':
      return figure === null ? document : figureMarkdown(figure, { level: 1, picture: null, withMethod: true });
    case 'text':
      return `${widened}${figure === null ? printFlow(answer) : printFigure(answer, figure)}`;
  }
}

/** The document is of flow first: an expected failure with outcomes is told in it. */
async function learntOr(
  repository: RepositoryLens,
  type: FlowRequest['type'],
  signal: AbortSignal,
): Promise<LearnAnswer | Problem> {
  try {
    return await repository.learn(type, signal);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

function documentOf(answer: FlowAnswer & { state: 'shown' }, learnt: LearnAnswer | Problem): string {
  return retrospectiveMarkdown({ ...retrospectiveOf(answer, learnt), pictures: new Map() }).trimEnd();
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
