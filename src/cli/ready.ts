import { folderDiagnostics } from './folderDiagnostics.ts';
import { readyJson } from './output/readyJson.ts';
import { printReady } from './print/printReady.ts';
import type { CliCommand } from './result.ts';

/** `ready`: exit 1 when something is not met, 2 when only what cannot be checked stands in the way or there is no epic. */
export const readyCommand: CliCommand = async ({ repository, options, signal }) => {
  const { epic, gate, strict } = options;
  const answer = await repository.ready({ epic, gate, strict }, signal);
  const verdict = answer.value?.verdict ?? 'unknown';
  return {
    exit: verdict === 'yes' ? 0 : verdict === 'no' ? 1 : 2,
    text: printReady(answer),
    json: readyJson(answer),
    diagnostics: folderDiagnostics(await repository.outcomes(signal), answer.value?.epic ?? null),
  };
};
