import path from 'node:path';
import * as vscode from 'vscode';
import { tableCsv } from '../../export/csv.ts';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import type { Figure } from '../../model/flow/figure.ts';
import type { FlowAnswer } from '../../model/flow/flow.ts';
import type { ExportFormat, InsightsFilter, ToInsights } from '../../protocol/insightsProtocol.ts';
import { exportedId, exportName, learntName } from '../../wording/figures/exported.ts';
import { figuresOf } from '../../wording/figures/figures.ts';
import { LEARN_FIGURE_IDS, learnFigures } from '../../wording/figures/learnFigures.ts';
import { declinedText } from '../../wording/flow.ts';

/** Saves figures as files. What leaves the screen is computed anew for that, with the floor for exports and without dots. */
export interface InsightsExports {
  /** Answers the page's `prepare`: sends the figure as it may leave this machine, or saves it when no picture is needed. */
  prepare(figure: string, format: ExportFormat): Promise<void>;
  /** Saves what the page drew. */
  save(figure: string, format: ExportFormat, content: string): Promise<void>;
}

interface ExportsContext {
  readonly lens: () => Promise<RepositoryLens>;
  readonly filter: () => InsightsFilter;
  readonly post: (message: ToInsights) => void;
}

type Shown = Extract<FlowAnswer, { state: 'shown' }>;

/** A figure, and what its file is called. */
interface Named {
  readonly figure: Figure;
  readonly name: string;
}

/** The answer as it may leave this machine; says why and gives null where it may not. */
export async function exportAnswer(lens: RepositoryLens, filter: InsightsFilter): Promise<Shown | null> {
  const { weeks, type, team } = filter;
  const answer = await lens.flow({ window: { weeks }, type, team, use: 'export', solo: false }, () => undefined);
  if (answer.state === 'shown') return answer;
  const { title, text } = declinedText(answer);
  await vscode.window.showInformationMessage(`${title}: ${text}`);
  return null;
}

export function createInsightsExports({ lens, filter, post }: ExportsContext): InsightsExports {
  const names = new Map<string, string>();

  async function figureFor(id: string): Promise<Figure | null> {
    const from = await lens();
    const found = LEARN_FIGURE_IDS.includes(id) ? await learnt(from, id) : await ofFlow(from, id);
    if (found === null) return null;
    const { figure, name } = found;
    names.set(figure.id, name);
    if (figure.withheld === '') return figure;
    await vscode.window.showInformationMessage(`${figure.title}: ${figure.withheld}`);
    return null;
  }

  /** What epic files say is the team's own: no group of people is needed for it. */
  async function learnt(from: RepositoryLens, id: string): Promise<Named | null> {
    const { type, team } = filter();
    const answer = await from.learn(type);
    const figure = learnFigures(answer, { team }).find(candidate => candidate.id === id);
    return figure === undefined ? null : { figure, name: learntName(path.basename(from.root), id, answer.today) };
  }

  async function ofFlow(from: RepositoryLens, id: string): Promise<Named | null> {
    const answer = await exportAnswer(from, filter());
    const figure = answer === null ? undefined : figuresOf(answer).find(candidate => candidate.id === exportedId(id));
    if (answer === null || figure === undefined) return null;
    return { figure, name: exportName(path.basename(from.root), figure.id, answer.window) };
  }

  async function save(figure: string, format: ExportFormat, content: string): Promise<void> {
    const root = (await lens()).root;
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.file(path.join(root, `${names.get(figure) ?? figure}.${format}`)),
      filters: { [format.toUpperCase()]: [format] },
      title: 'Save the figure',
    });
    if (target === undefined) return;
    await vscode.workspace.fs.writeFile(target, Buffer.from(content, format === 'png' ? 'base64' : 'utf8'));
  }

  return {
    async prepare(id, format) {
      const figure = await figureFor(id);
      if (figure === null) return;
      if (format !== 'csv') post({ t: 'draw', format, figure });
      else if (figure.table !== null) await save(figure.id, 'csv', tableCsv(figure.table));
    },
    save,
  };
}
