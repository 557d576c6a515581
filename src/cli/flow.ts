import type { FlowRequest } from '../model/flow/flow.ts';
import { WORK_TYPES } from '../model/work.ts';
import { UsageError, type CliOptions } from './args.ts';
import { flowJson } from './output/flowJson.ts';
import { printFlow } from './print/printFlow.ts';
import type { CliCommand } from './result.ts';

/** `flow`: exit 1 when there is nothing to show. */
export const flowCommand: CliCommand = async ({ repository, options, terminal, progress, signal }) => {
  const request = requestOf(options, terminal);
  const told = (commits: number) => progress(`\rreading the history: ${commits} commits`);
  const answer = await repository.flow(request, told, signal).finally(() => progress('\r\u001b[K'));
  return {
    exit: answer.state === 'shown' ? 0 : 1,
    text: `${asked(options, answer.window.from)}${printFlow(answer)}`,
    json: flowJson(answer),
    diagnostics: [],
  };
};

/** Windows are whole weeks; where that changed what was asked for, it is said. */
function asked({ since, until }: CliOptions, from: string): string {
  if (since === null || since === from) return '';
  return `Asked from ${since}${until === null ? '' : ` to ${until}`}; widened to whole weeks before this one, at least four.\n`;
}

function requestOf(options: CliOptions, terminal: boolean): FlowRequest {
  const type = options.type === null ? null : WORK_TYPES.find(known => known === options.type);
  if (type === undefined)
    throw new UsageError(`--type takes one of ${WORK_TYPES.join(', ')}, not "${options.type ?? ''}"`);
  return {
    window: options.since === null ? { weeks: options.weeks } : { since: options.since, until: options.until },
    type,
    use: terminal ? 'view' : 'export',
    solo: terminal && options.solo,
  };
}
