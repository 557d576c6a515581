import type { TicketChain } from '../model/why.ts';
import { normaliseTicketKey } from '../model/text/ticketKeys.ts';
import { shortOutcome } from '../wording/why.ts';
import { UsageError } from './args.ts';
import { whyJson } from './output/whyJson.ts';
import { folderDiagnostics } from './folderDiagnostics.ts';
import { mainBranchDiagnostics } from './mainBranchDiagnostics.ts';
import { printWhy } from './print/printWhy.ts';
import type { CliCommand, CliRequest, CliResult } from './result.ts';
import { answerChange, answerLine } from './whyChange.ts';
import { whyPath } from './whyPath.ts';

/** What a question about a branch, a ticket, a line or a commit comes to. */
export interface AnsweredWhy {
  readonly why: TicketChain | null;
  /** Codes of what is missing. */
  readonly missing: readonly string[];
  readonly text: string;
  readonly json: unknown;
}

/** `why`: exit 1 when the chain does not lead to an anticipated outcome. */
export const whyCommand: CliCommand = async (request): Promise<CliResult> => {
  const { repository, options, signal } = request;
  if (options.file !== null && options.line === null) return whyPath(request, options.file);
  const { why, missing, text, json } = await answerFor(request);
  const broken = missing.includes('epic/unreadable');
  const exit = why !== null && shortOutcome(why) !== null ? 0 : broken ? 2 : 1;
  return {
    exit,
    text,
    json,
    diagnostics: [
      ...(await mainBranchDiagnostics(repository, signal)),
      ...folderDiagnostics(await repository.outcomes(signal), why?.epic ?? null),
    ],
  };
};

async function answerFor(request: CliRequest): Promise<AnsweredWhy> {
  const { commit, file, line } = request.options;
  if (commit !== null) return answerChange(request, commit);
  if (file !== null && line !== null) return answerLine(request, file, line);
  return answerBranch(request);
}

/** The current branch, another one, or a ticket. */
async function answerBranch({ repository, options, signal }: CliRequest): Promise<AnsweredWhy> {
  const answer =
    options.branch !== null && options.branch !== 'HEAD'
      ? await repository.whyOf(options.branch, signal)
      : options.ticket !== null
        ? await repository.whyOfTicket(ticketKey(options.ticket), signal)
        : await repository.why(signal);
  return { why: answer.value, missing: answer.missing, text: printWhy(answer), json: whyJson(answer) };
}

function ticketKey(written: string): string {
  const key = normaliseTicketKey(written) ?? (/^[\w.-]{1,64}$/.test(written) ? written : null);
  if (key === null) throw new UsageError(`--ticket takes a key such as PAY-101 or #123, not "${written}"`);
  return key;
}
