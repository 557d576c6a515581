import { tableCsv } from '../export/csv.ts';
import { figureMarkdown } from '../export/markdown.ts';
import type { Figure } from '../model/flow/figure.ts';
import { learnFigures } from '../wording/figures/learnFigures.ts';
import { leaderQuestions } from '../wording/leaderQuestions.ts';
import { UsageError, type CliOptions } from './args.ts';
import { whyEmpty } from './askedFigure.ts';
import { folderDiagnostics } from './folderDiagnostics.ts';
import { learnJson } from './output/learnJson.ts';
import { idsOf, learnMarkdown, printLearn, printLearnFigure, type LearnParts } from './print/printLearn.ts';
import type { CliCommand } from './result.ts';

/** `learn`: exit 1 when there is no epic to learn from, or the one figure that was asked for shows nothing. */
export const learnCommand: CliCommand = async ({ repository, options, signal }) => {
  const answer = await repository.learn(null, signal);
  const outcomes = await repository.outcomes(signal);
  const figures = learnFigures(answer);
  const { tries, focus } = outcomes.team;
  const leader = answer.files === 0 ? [] : leaderQuestions(answer, { periods: [], tries, focus });
  const asked = figureAsked(figures, options);
  const isEmpty =
    asked === null
      ? answer.ratio.epics.length === 0
      : asked.withheld !== '' || (options.format === 'csv' && asked.table === null);
  return {
    exit: isEmpty ? 1 : 0,
    text: textOf({ answer, figures, leader }, asked, options),
    json: learnJson(answer),
    diagnostics: [
      ...(isEmpty && asked !== null && options.format === 'csv' ? [`No table: ${whyEmpty(asked)}`] : []),
      ...folderDiagnostics(outcomes, null),
    ],
  };
};

function figureAsked(figures: readonly Figure[], { figure: id, json }: CliOptions): Figure | null {
  if (id === null) return null;
  if (json) throw new UsageError('--figure does not go with JSON here: the document has everything');
  const found = figures.find(figure => figure.id === id);
  if (found === undefined) throw new UsageError(`--figure takes one of ${idsOf(figures)}, not "${id}"`);
  return found;
}

function textOf(parts: LearnParts, asked: Figure | null, { format }: CliOptions): string {
  switch (format) {
    case 'csv':
      return asked?.table == null ? '' : tableCsv(asked.table);
    case 'markdown':
      return asked === null
        ? learnMarkdown(parts)
        : figureMarkdown(asked, { level: 1, picture: null, withMethod: true });
    case 'text':
      return asked === null ? printLearn(parts) : printLearnFigure(parts.answer, asked);
    case 'json':
    case 'sarif':
      return '';
  }
}
