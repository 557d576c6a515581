import { prepareFlow, type FlowPreparation } from '../../answers/flow/flowAnswer.ts';
import type { FlowSource } from '../../answers/flow/flowSource.ts';
import type { FlowAnswer, FlowRequest } from '../../model/flow/flow.ts';
import type { GroupReading, RepositoryPort } from '../../model/ports/gitPort.ts';
import { CancelledError } from '../../model/problem.ts';
import { WORK_TYPES } from '../../model/work.ts';

/** Answers about one source after another. What was computed for a source is kept as long as somebody holds the source. */
export interface PreparedAnswers {
  answer(source: FlowSource, request: FlowRequest, signal?: AbortSignal): Promise<FlowAnswer>;
  /**
   * Computes what the request's other work types need and asks the identity gate about all of them in one call, so that a
   * change of filter is answered at once. Lets others run in between. Rejects with `CancelledError`.
   */
  lookAhead(source: FlowSource, request: FlowRequest, signal: AbortSignal): Promise<void>;
}

/** The answer up to the gate, and what the gate said. */
interface Prepared {
  readonly preparation: FlowPreparation;
  readonly reading: GroupReading | null;
}

export function createPreparedAnswers(repository: Pick<RepositoryPort, 'groupSizes'>): PreparedAnswers {
  const prepared = new WeakMap<FlowSource, Map<string, Prepared>>();

  function preparedFor(source: FlowSource): Map<string, Prepared> {
    const known = prepared.get(source) ?? new Map<string, Prepared>();
    prepared.set(source, known);
    return known;
  }

  return {
    async answer(source, request, signal) {
      const known = preparedFor(source);
      const before = known.get(nameOf(request));
      if (before !== undefined) return before.preparation.finish(before.reading);
      const preparation = prepareFlow(source, request);
      const { cells } = preparation;
      const reading = cells.length === 0 ? null : await repository.groupSizes(cells, signal);
      known.set(nameOf(request), { preparation, reading });
      return preparation.finish(reading);
    },

    async lookAhead(source, request, signal) {
      const known = preparedFor(source);
      const others = [null, ...WORK_TYPES.filter(type => source.work.items.some(item => item.type === type))]
        .map(type => ({ ...request, type }))
        .filter(other => !known.has(nameOf(other)));
      const made: { readonly name: string; readonly preparation: FlowPreparation }[] = [];
      for (const other of others) {
        await new Promise(resolve => setImmediate(resolve));
        if (signal.aborted) throw new CancelledError();
        made.push({ name: nameOf(other), preparation: prepareFlow(source, other) });
      }
      const cells = made.flatMap(({ preparation }) => preparation.cells);
      if (cells.length === 0) return;
      const { sets, automated } = await repository.groupSizes(cells, signal);
      let from = 0;
      for (const { name, preparation } of made) {
        const to = from + preparation.cells.length;
        known.set(name, { preparation, reading: { sets: sets.slice(from, to), automated } });
        from = to;
      }
    },
  };
}

function nameOf({ window, type, team, use, solo }: FlowRequest): string {
  return JSON.stringify([window, type, team, use, solo]);
}
