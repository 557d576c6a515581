import { existsSync } from 'node:fs';
import path from 'node:path';
import { candidatePaths } from '../answers/ready/evidencePath.ts';
import { jsonText } from '../export/plain.ts';
import { readyMarkdown, type RepositoryLinks } from '../export/readyMarkdown.ts';
import { readySarif } from '../export/sarifReady.ts';
import type { ReadyAnswer } from '../model/ready.ts';
import { folderDiagnostics } from './folderDiagnostics.ts';
import { readyJson } from './output/readyJson.ts';
import { printReady } from './print/printReady.ts';
import type { CliCommand, CliRequest } from './result.ts';
import { VERSION } from './version.ts';

/** `ready`: exit 1 when something is not met, 2 when only what cannot be checked stands in the way or there is no epic. */
export const readyCommand: CliCommand = async request => {
  const { repository, options, signal } = request;
  const { epic, gate, strict } = options;
  const answer = await repository.ready({ epic, gate, strict }, signal);
  const verdict = answer.value?.verdict ?? 'unknown';
  return {
    exit: verdict === 'yes' ? 0 : verdict === 'no' ? 1 : 2,
    text: textOf(answer, request),
    json: readyJson(answer),
    diagnostics: folderDiagnostics(await repository.outcomes(signal), answer.value?.epic ?? null),
  };
};

function textOf(answer: ReadyAnswer, { repository, options }: CliRequest): string {
  const { epic, gate, format } = options;
  if (format === 'markdown')
    return readyMarkdown(answer, { epic, gate, links: linksOf(answer, repository.root, options.links) });
  if (format === 'sarif')
    return jsonText(
      readySarif(
        answer,
        [epic, gate].filter(part => part !== null),
        VERSION,
      ),
    );
  return format === 'text' ? printReady(answer) : '';
}

/** Links to files that are there. */
function linksOf({ value }: ReadyAnswer, root: string, base: string | null): RepositoryLinks | null {
  if (base === null) return null;
  const file = value?.epic.path ?? '';
  const find = (target: string) =>
    candidatePaths(file, target).find(candidate => existsSync(path.join(root, candidate))) ?? null;
  return { base, find };
}
