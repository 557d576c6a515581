import type * as z from 'zod/mini';
import type { RepositoryLens } from '../lens/outcomeLens.ts';
import { readArguments } from './arguments.ts';
import { pageText, type AgentAnswer } from './answerText.ts';

export interface AgentTool {
  readonly name: 'outcome' | 'readiness' | 'flow';
  readonly title: string;
  /** What a model reads to decide whether to call it. */
  readonly description: string;
  readonly schema: z.ZodMiniObject;
  /** The answer's text. Rejects with an ArgumentError, a ProblemError or a CancelledError. */
  call(given: unknown, repository: RepositoryLens, signal: AbortSignal): Promise<string>;
}

type Paged = z.ZodMiniObject<{ page: z.ZodMiniOptional<z.ZodMiniType<number>> } & Record<string, z.ZodMiniType>>;

interface Definition<Schema extends Paged> extends Pick<AgentTool, 'name' | 'title' | 'description'> {
  readonly schema: Schema;
  answer(asked: z.infer<Schema>, repository: RepositoryLens, signal: AbortSignal): Promise<AgentAnswer>;
}

/** A tool that reads its arguments by its schema, and gives its answer page by page. */
export function createTool<Schema extends Paged>(definition: Definition<Schema>): AgentTool {
  const { name, title, description, schema, answer } = definition;
  return {
    ...{ name, title, description, schema },
    async call(given, repository, signal) {
      const asked = readArguments(name, schema, given);
      const text = await answer(asked, repository, signal);
      signal.throwIfAborted();
      return pageText(text, (asked as { page?: number | undefined }).page ?? 1);
    },
  };
}
