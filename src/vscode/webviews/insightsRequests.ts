import path from 'node:path';
import * as vscode from 'vscode';
import { retrospectiveOf } from '../../export/retrospective.ts';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import type { FlowAnswer } from '../../model/flow/flow.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import { CancelledError, type Problem } from '../../model/problem.ts';
import type { FromInsights, InsightsFilter, ToInsights } from '../../protocol/insightsProtocol.ts';
import { showFile } from '../commands/showFile.ts';
import { insideRepository } from '../insideRepository.ts';
import { settings } from '../settings.ts';
import { writeThrough } from '../writeThrough.ts';
import { createInsightsExports, exportAnswer } from './insightsExports.ts';
import { writeRetrospective, type Picture } from './retrospective.ts';

type Shown = Extract<FlowAnswer, { state: 'shown' }>;
type Request = Extract<FromInsights, { t: 'prepare' | 'export' | 'focus' | 'retrospective' | 'openItem' }>;

/** What the page may ask for beside looking: files of figures, pinned metrics, the retrospective, what is behind an item. */
export interface InsightsRequests {
  handle(request: Request): Promise<void>;
  /** Asks the page for the pictures of the retrospective; the document is written when they come. */
  exportRetrospective(): Promise<void>;
}

interface RequestsContext {
  readonly lens: () => Promise<RepositoryLens>;
  readonly filter: () => InsightsFilter;
  readonly post: (message: ToInsights) => void;
  /** Ids of the items that the page shows, in its order. */
  readonly itemIds: () => readonly string[];
  /** What went wrong in reading the outcomes; null: it was cancelled. */
  readonly problemOf: (error: unknown) => Problem | null;
  /** The team file changed. */
  readonly changed: () => Promise<void>;
}

export function createInsightsRequests(context: RequestsContext): InsightsRequests {
  const { lens, filter, post, itemIds, problemOf, changed } = context;
  const exports = createInsightsExports(context);
  let awaitingPictures: { readonly answer: Shown; readonly learnt: LearnAnswer | Problem } | null = null;

  async function finishRetrospective(pictures: readonly Picture[]): Promise<void> {
    const awaiting = awaitingPictures;
    awaitingPictures = null;
    if (awaiting === null) return;
    const { root } = await lens();
    const about = retrospectiveOf(awaiting.answer, awaiting.learnt);
    const file = await writeRetrospective(root, settings.outcomesFolder(root), about, pictures);
    await showFile(root, file, null);
  }

  /** The document is of flow first: what goes wrong with outcomes is told in it. */
  async function learntOr(repository: RepositoryLens, type: Shown['type']): Promise<LearnAnswer | Problem> {
    try {
      return await repository.learn(type);
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw new CancelledError();
      return problem;
    }
  }

  async function pin(metrics: Extract<Request, { t: 'focus' }>['metrics']): Promise<void> {
    const repository = await lens();
    const { path: file, text, edit } = await repository.focus(filter().team, metrics);
    const fsPath = path.join(repository.root, file);
    // Where there is no team file yet, a link could stand in its place.
    await insideRepository(repository.root, file);
    if (text === null) await vscode.workspace.fs.writeFile(vscode.Uri.file(fsPath), Buffer.from(edit.text, 'utf8'));
    else await writeThrough(fsPath, file, text, edit);
    await changed();
  }

  async function openItem(index: number): Promise<void> {
    const hashes = await (await lens()).flowCommits(itemIds()[index] ?? '');
    const picked = await vscode.window.showQuickPick(
      hashes.map(hash => ({ label: hash.slice(0, 10), hash })),
      { title: 'Commits of this item', placeHolder: 'Pick one to copy its hash' },
    );
    if (picked !== undefined) await vscode.env.clipboard.writeText(picked.hash);
  }

  return {
    async handle(request) {
      switch (request.t) {
        case 'prepare':
          return exports.prepare(request.figure, request.format);
        case 'export':
          return exports.save(request.figure, request.format, request.content);
        case 'focus':
          return pin(request.metrics);
        case 'retrospective':
          return finishRetrospective(request.svgs);
        case 'openItem':
          return openItem(request.index);
      }
    },
    async exportRetrospective() {
      const repository = await lens();
      const answer = await exportAnswer(repository, filter());
      awaitingPictures = answer === null ? null : { answer, learnt: await learntOr(repository, answer.type) };
      if (awaitingPictures === null) return;
      const { figures } = retrospectiveOf(awaitingPictures.answer, awaitingPictures.learnt);
      post({ t: 'retrospective', figures: figures.filter(({ withheld, chart }) => withheld === '' && chart !== null) });
    },
  };
}
