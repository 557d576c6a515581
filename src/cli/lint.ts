import { lstatSync } from 'node:fs';
import path from 'node:path';
import { jsonText } from '../export/plain.ts';
import { lintEntries } from '../export/lintEntries.ts';
import { lintSarif } from '../export/sarifLint.ts';
import { isEditable, type OutcomesFolder } from '../model/epic.ts';
import type { CliOptions } from './args.ts';
import { insideRepository, realOr } from './insideRepository.ts';
import { lintJson } from './output/lintJson.ts';
import { mainBranchDiagnostics } from './mainBranchDiagnostics.ts';
import { printLint } from './print/printLint.ts';
import type { CliCommand } from './result.ts';
import { VERSION } from './version.ts';

/**
 * `lint`: exit 1 when something could not be read, with `--strict` when there is anything to say, 2 when there is no epic file
 * to look at, in all or in a folder that was named. A named file of another kind is passed over.
 */
export const lintCommand: CliCommand = async ({ repository, options, signal }) => {
  const linted = (await repository.lint(signal)).filter(({ file }) => isEditable(file));
  const outcomes = await repository.outcomes(signal);
  const wanted = options.paths.map(written => ({ written, path: insideRepository(written, options, repository.root) }));
  const isWanted = (file: string) => wanted.length === 0 || wanted.some(({ path }) => isAt(file, path));
  const entries = lintEntries(linted, outcomes).filter(({ file }) => isWanted(file));
  const epics = linted.filter(({ file }) => isWanted(file.path)).length;
  const known = [...linted.map(({ file }) => file.path), ...otherFiles(options.folder, outcomes)];
  const unknown = wanted.filter(({ path }) => !known.some(file => isAt(file, path)));
  const nothing = epics === 0 && entries.length === 0;
  const empty = nothing ? emptyFolders(options) : [];
  const unanswered = empty.map(folder => `There is no epic file in ${folder}/; --folder names another.`);
  const isWrong = entries.some(({ severity }) => severity === 'error') || (options.strict && entries.length > 0);
  return {
    exit: unanswered.length > 0 ? 2 : isWrong ? 1 : 0,
    text: options.format === 'sarif' ? jsonText(lintSarif(entries, VERSION, unanswered)) : printLint(entries, epics),
    json: lintJson(entries, epics),
    diagnostics: [
      ...unanswered,
      ...(await mainBranchDiagnostics(repository, signal)),
      ...unknown
        .filter(({ written }) => !empty.includes(trimmed(written)))
        .map(({ written }) => `${written} is no epic file, value tree or team file and was not looked at.`),
    ],
  };
};

/** The folders that were to be looked at: those that were named, or that of the epic files. */
function emptyFolders({ paths, repository, folder }: CliOptions): readonly string[] {
  if (paths.length === 0) return [folder];
  return paths.filter(written => lstatSync(realOr(path.resolve(repository, written))).isDirectory()).map(trimmed);
}

function trimmed(folder: string): string {
  return folder.replace(/(?<=.)\/+$/, '');
}

/** Value tree and team files, there or not. */
function otherFiles(folder: string, { teams }: OutcomesFolder): string[] {
  return [
    `${folder}/value-tree.yaml`,
    `${folder}/team.yaml`,
    ...teams.flatMap(({ id }) => [`${folder}/teams/${id}.yaml`, `${folder}/teams/${id}.yml`]),
  ];
}

/** True for the file itself and for the folders that hold it. */
function isAt(file: string, place: string): boolean {
  return place === '' || file === place || file.startsWith(`${place}/`);
}
