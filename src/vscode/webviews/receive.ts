import type { Disposable } from '../disposables.ts';
import type * as vscode from 'vscode';
import type * as z from 'zod/mini';
import { ProblemError } from '../../model/problem.ts';
import type { ErrorBoundary } from '../errors.ts';

/** Checks every message of a page against its schema and handles it inside the error boundary; others are refused with a log line. */
export function receive<Schema extends z.ZodMiniType>(
  webview: vscode.Webview,
  schema: Schema,
  errors: ErrorBoundary,
  what: string,
  handle: (message: z.infer<Schema>) => Promise<void>,
): Disposable {
  return webview.onDidReceiveMessage((raw: unknown) => {
    const parsed = schema.safeParse(raw);
    return parsed.success
      ? errors.command(what, () => handle(parsed.data))
      : errors.background(what, () =>
          Promise.reject(new ProblemError({ code: 'schema/invalid', detail: 'a page sent an unknown message' })),
        );
  });
}
