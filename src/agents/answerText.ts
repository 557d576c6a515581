import { MARKED, noPageText, pageLine } from '../wording/agents.ts';
import { ArgumentError } from './arguments.ts';
import { estimateTokens, MOST_TOKENS } from './tokens.ts';

/** What an agent is told, in lines. Those of `body` are marked where they hold words of the repository. */
export interface AgentAnswer {
  /** Stands on every page: what was asked. Ours, short. */
  readonly head: string;
  readonly body: readonly string[];
  /** How to learn more, in words of ours; '' for nothing. */
  readonly more: string;
}

/** The page of an answer that was asked for, below 400 tokens. Throws an ArgumentError where there is no such page. */
export function pageText({ head, body, more }: AgentAnswer, page: number): string {
  const frame = estimateTokens([head, MARKED, more, pageLine(99, 999)].join('\n'));
  const pages = pagesOf(body, MOST_TOKENS - frame - 8);
  const lines = pages[page - 1];
  if (lines === undefined) throw new ArgumentError(noPageText(page, pages.length));
  const foot = [pages.length === 1 ? '' : pageLine(page, pages.length), more];
  return [head, MARKED, ...lines, ...foot].filter(line => line !== '').join('\n');
}

function pagesOf(body: readonly string[], room: number): string[][] {
  const pages: string[][] = [[]];
  let left = room;
  for (const line of body) {
    const cost = estimateTokens(line) + 1;
    if (cost > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(line);
    left -= cost;
  }
  return pages;
}
