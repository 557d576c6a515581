import type { ChangeWhyStyle } from '../wording/changeWhy.ts';
import { insideRepository } from './insideRepository.ts';
import { changeWhyJson, lineWhyJson } from './output/changeWhyJson.ts';
import { plain } from './print/plain.ts';
import { printChangeWhy } from './print/printChangeWhy.ts';
import { printWhy } from './print/printWhy.ts';
import type { CliRequest } from './result.ts';
import type { AnsweredWhy } from './why.ts';

/** The why of a commit by 7 digits of its hash or more. */
export async function answerChange(request: CliRequest, commit: string): Promise<AnsweredWhy> {
  const answer = await request.repository.whyOfCommit(commit, request.signal);
  return {
    why: answer.value,
    missing: answer.missing,
    text: printChangeWhy(answer, await styleOf(request)),
    json: changeWhyJson(answer),
  };
}

/** The why of a line of a file as it is on the disk. */
export async function answerLine(request: CliRequest, written: string, line: number): Promise<AnsweredWhy> {
  const { repository, options, signal } = request;
  const path = insideRepository(written, options, repository.root);
  const answer = await repository.whyOfLine({ path, line, text: null }, signal);
  const { value, missing } = answer.why;
  const text =
    answer.kind === 'committed'
      ? printChangeWhy(answer.why, await styleOf(request))
      : `${printWhy(answer.why)}\n\n  ${plain(path)}:${line} is not committed as it stands, so this is the why of the branch.`;
  return { why: value, missing, text, json: lineWhyJson(path, line, answer) };
}

/** A commit's title is for the person's own screen. */
async function styleOf({ repository, terminal, signal }: CliRequest): Promise<ChangeWhyStyle> {
  return { titles: terminal, timeZone: (await repository.outcomes(signal)).team.timeZone };
}
