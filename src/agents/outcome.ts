import * as z from 'zod/mini';
import type { RepositoryLens } from '../lens/outcomeLens.ts';
import type { Epic, EpicFile } from '../model/epic.ts';
import { hasAnticipatedOutcome, type Measure } from '../model/outcome.ts';
import { normaliseTicketKey } from '../model/text/ticketKeys.ts';
import type { BranchWhy, WhyAnswer } from '../model/why.ts';
import { dayLabel, numberLabel } from '../wording/dates.ts';
import { stageLabel } from '../wording/ready.ts';
import { epicHow, missingText, ticketHow } from '../wording/why.ts';
import { ArgumentError, optionalFlag, optionalText, pageArgument } from './arguments.ts';
import { dataLines, named } from './data.ts';
import { createTool } from './tool.ts';

/** What the bet rests on and what it leaves out is told shortly; the epic's text has it in full. */
const MOST_CHARACTERS = 200;

export const outcomeTool = createTool({
  name: 'outcome',
  title: 'Outcome: why this work exists',
  description:
    'Why the current branch, another branch or a ticket exists: ticket, epic, anticipated outcome, measures, key result, non-goals, decisions, open questions. Read it before changing code, so that the change serves the outcome. Read-only; answers stay below 400 tokens.',
  schema: z.strictObject({
    ticket: optionalText('key of a ticket or epic, such as PAY-101 or #123, instead of the current branch'),
    branch: optionalText('name of another branch, instead of the current one'),
    text: optionalFlag("true: the text of the epic's file instead of the summary, page by page"),
    page: pageArgument(),
  }),
  async answer({ ticket, branch, text }, repository, signal) {
    if (ticket !== undefined && branch !== undefined) throw new ArgumentError('ticket and branch exclude each other.');
    const why = await whyOf(repository, { ticket, branch }, signal);
    const head = `Outcome of ${ticket === undefined ? (branch === undefined ? 'the current branch' : 'the branch asked about') : 'the ticket asked about'}.`;
    const epic = why.value?.epic ?? null;
    if (text === true) {
      if (epic === null)
        throw new ArgumentError('no epic was found, so there is no text. Ask without "text" to see why.');
      return { head: 'The text of the epic’s file.', body: epicLines(epic), more: '' };
    }
    return { head, body: whyLines(why), more: moreOf(epic) };
  },
});

function whyOf(
  repository: RepositoryLens,
  { ticket, branch }: { readonly ticket: string | undefined; readonly branch: string | undefined },
  signal: AbortSignal,
): Promise<WhyAnswer> {
  if (branch !== undefined && branch !== 'HEAD') return repository.whyOf(branch, signal);
  if (ticket === undefined) return repository.why(signal);
  const key = normaliseTicketKey(ticket) ?? (/^[\w.-]{1,64}$/.test(ticket) ? ticket : null);
  if (key === null) throw new ArgumentError('ticket takes a key such as PAY-101 or #123.');
  return repository.whyOfTicket(key, signal);
}

/** An epic's file: its place, then its text as it is written. */
export function epicLines({ path, text }: EpicFile): string[] {
  return [...named('file', path), ...dataLines(text)];
}

function moreOf(epic: EpicFile | null): string {
  return epic === null ? '' : 'More: text true gives the epic’s text; the tool readiness says what is left to do.';
}

function whyLines({ value: why, missing }: WhyAnswer): string[] {
  if (why === null) return [];
  const gaps = missing.filter(code => code !== 'keyResult/none');
  return [
    ...linkLines(why),
    ...(why.epic?.epic == null ? [] : betLines(why.epic.epic)),
    ...gaps.flatMap(code => {
      const { title, text } = missingText(code, why);
      return named(`missing ${code}`, `${title}. ${text}`);
    }),
  ];
}

function linkLines(why: BranchWhy): string[] {
  const { ticket, otherTickets, epic: file, epicSource, keyResult, objective } = why;
  const epic = file?.epic ?? null;
  const how = file === null ? '' : epicSource === null ? file.path : epicHow(epicSource, file.path);
  const stage = epic?.stage == null ? '' : `, stage ${stageLabel(epic.stage).toLowerCase()}`;
  return [
    ...(why.branch.state === 'none' ? [] : named('branch', why.branch.label)),
    ...(ticket === null ? [] : named('ticket', `${ticket.key} (${ticketHow(ticket)})`)),
    ...(epic === null ? [] : named('epic', `${epic.key}: ${epic.title}${stage} (${how})`)),
    ...(epic !== null && hasAnticipatedOutcome(epic.outcome)
      ? named('anticipated outcome', epic.outcome.statement)
      : []),
    ...(keyResult === null ? [] : named('key result', `${keyResult.id} ${keyResult.title}`, MOST_CHARACTERS)),
    ...(objective === null ? [] : named('objective', `${objective.id} ${objective.title}`, MOST_CHARACTERS)),
    ...otherTickets.flatMap(other => named('also', `${other.key} (${ticketHow(other)})`)),
  ];
}

function betLines({ outcome, nonGoals, decisions, openQuestions }: Epic): string[] {
  const shown = hasAnticipatedOutcome(outcome) ? outcome : null;
  const each = (name: string, texts: readonly string[]) => texts.flatMap(text => named(name, text, MOST_CHARACTERS));
  return [
    ...named('for', shown?.benefits.join(', ') ?? ''),
    ...each('measure', shown?.measures.map(measureText) ?? []),
    ...each('early sign', shown?.earlySigns.map(({ sign }) => sign) ?? []),
    ...each('non-goal', nonGoals),
    ...each('decision', decisions),
    ...each('open question', openQuestions),
  ];
}

function measureText({ name, unit, baseline, target, by, measured }: Measure): string {
  const value = (number: number | null) =>
    number === null ? '?' : `${numberLabel(number)}${unit === null ? '' : ` ${unit}`}`;
  const latest = [...measured].sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  const now = latest === undefined ? 'not measured yet' : `${value(latest.value)} on ${dayLabel(latest.on)}`;
  return `${name}: ${value(baseline)} -> ${now} -> ${value(target)}${by === null ? '' : ` by ${dayLabel(by)}`}`;
}
