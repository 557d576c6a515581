import { normaliseTicketKey } from '../model/text/ticketKeys.ts';
import { shortOutcome } from '../wording/why.ts';
import { UsageError } from './args.ts';
import { whyJson } from './output/whyJson.ts';
import { folderDiagnostics } from './folderDiagnostics.ts';
import { mainBranchDiagnostics } from './mainBranchDiagnostics.ts';
import { printWhy } from './print/printWhy.ts';
import type { CliCommand } from './result.ts';

/** `why`: exit 1 when the chain does not lead to an anticipated outcome. */
export const whyCommand: CliCommand = async ({ repository, options, signal }) => {
  const answer =
    options.branch !== null && options.branch !== 'HEAD'
      ? await repository.whyOf(options.branch, signal)
      : options.ticket !== null
        ? await repository.whyOfTicket(ticketKey(options.ticket), signal)
        : await repository.why(signal);
  const why = answer.value;
  const broken = answer.missing.includes('epic/unreadable');
  const exit = why !== null && shortOutcome(why) !== null ? 0 : broken ? 2 : 1;
  return {
    exit,
    text: printWhy(answer),
    json: whyJson(answer),
    diagnostics: [
      ...(await mainBranchDiagnostics(repository, signal)),
      ...folderDiagnostics(await repository.outcomes(signal), why?.epic ?? null),
    ],
  };
};

function ticketKey(written: string): string {
  const key = normaliseTicketKey(written) ?? (/^[\w.-]{1,64}$/.test(written) ? written : null);
  if (key === null) throw new UsageError(`--ticket takes a key such as PAY-101 or #123, not "${written}"`);
  return key;
}
