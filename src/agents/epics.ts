import type { RepositoryLens } from '../lens/outcomeLens.ts';
import type { EpicFile } from '../model/epic.ts';
import { DRAFT_REQUEST, MARKED, NO_EPIC_TO_DRAFT, noEpicText } from '../wording/agents.ts';
import { ArgumentError } from './arguments.ts';
import { seen } from './data.ts';
import { epicLines } from './outcome.ts';

export interface EpicEntry {
  readonly key: string;
  /** Key and title on one line, of characters that are seen. */
  readonly title: string;
}

/** The epics of the repository, by key. */
export async function listEpics(repository: RepositoryLens, signal: AbortSignal): Promise<EpicEntry[]> {
  const { epics } = await repository.outcomes(signal);
  return epics.flatMap(({ epic }) =>
    epic === null ? [] : [{ key: epic.key, title: seen(`${epic.key} ${epic.title}`).slice(0, 200) }],
  );
}

/** The whole text of an epic's file, marked as data. Throws an ArgumentError where no epic has the key. */
export async function readEpic(repository: RepositoryLens, key: string, signal: AbortSignal): Promise<string> {
  return [MARKED, ...epicLines(await epicOf(repository, key, signal))].join('\n');
}

/**
 * What a person may ask their own model for: to draft an anticipated outcome from an epic's prose. Nothing is sent from here.
 * Without a key it is about the current branch's epic. Throws an ArgumentError where there is none.
 */
export async function draftRequest(
  repository: RepositoryLens,
  key: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  const epic =
    key === undefined ? ((await repository.why(signal)).value?.epic ?? null) : await epicOf(repository, key, signal);
  if (epic === null) throw new ArgumentError(NO_EPIC_TO_DRAFT);
  return [DRAFT_REQUEST, ...epicLines(epic)].join('\n');
}

async function epicOf(repository: RepositoryLens, key: string, signal: AbortSignal): Promise<EpicFile> {
  const { epics } = await repository.outcomes(signal);
  const found = epics.find(({ epic }) => epic?.key === key);
  if (found === undefined) throw new ArgumentError(noEpicText(seen(key).slice(0, 80)));
  return found;
}
