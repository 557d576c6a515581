import { normaliseTicketKey } from '../model/text/ticketKeys.ts';
import { shortOutcome } from '../wording/why.ts';
import { UsageError } from './args.ts';
import { whyJson } from './output/whyJson.ts';
import { fileDiagnostics } from './fileDiagnostics.ts';
import { printWhy } from './print/printWhy.ts';
import type { CliCommand } from './result.ts';

/** `why`: exit 1 when the chain does not lead to an anticipated outcome. */
export const whyCommand: CliCommand = async ({ repository, options, signal }) => {
  const answer =
    options.branch !== null
      ? await repository.whyOf(options.branch, signal)
      : options.ticket !== null
        ? await repository.whyOfTicket(ticketKey(options.ticket), signal)
        : await repository.why(signal);
  const exit = answer.value !== null && shortOutcome(answer.value) !== null ? 0 : 1;
  return {
    exit,
    text: printWhy(answer),
    json: whyJson(answer),
    diagnostics: answer.value?.epic == null ? [] : fileDiagnostics(answer.value.epic),
  };
};

function ticketKey(written: string): string {
  const key = normaliseTicketKey(written) ?? (/^[\w.-]{1,64}$/.test(written) ? written : null);
  if (key === null) throw new UsageError(`--ticket takes a key such as PAY-101 or #123, not "${written}"`);
  return key;
}
