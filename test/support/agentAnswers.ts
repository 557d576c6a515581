import assert from 'node:assert/strict';
import { estimateTokens } from '../../src/agents/tokens.ts';
import { MARK, MARKED } from '../../src/wording/agents.ts';

/** Fails when an answer costs 400 tokens, by our estimate or by the rule of thumb of 3.5 characters a token. */
export function assertCheap(text: string, where: string): void {
  assert.ok(estimateTokens(text) < 400, `${where}: ${estimateTokens(text)} tokens`);
  assert.ok(text.length / 3.5 < 400, `${where}: ${text.length} characters`);
}

/** The lines of an answer that hold words of the repository, without their mark. Fails when the mark is not explained. */
export function markedLines(text: string): string[] {
  const lines = text.split('\n');
  const marked = lines.filter(line => line.startsWith(MARK.trimEnd()));
  if (marked.length > 0 && !text.startsWith('Outcome Lens could not answer')) assert.ok(lines.includes(MARKED), text);
  return marked.map(line => line.slice(MARK.length));
}

/** Everything else: words of ours. */
export function ownLines(text: string): string[] {
  return text.split('\n').filter(line => !line.startsWith(MARK.trimEnd()));
}
