import type { FlowWindow } from '../../model/flow/flow.ts';

/** The figure that leaves the screen in place of another: without dots, cycle time is its own histogram. */
export function exportedId(figure: string): string {
  return figure === 'cycleTimeHistogram' ? 'cycleTime' : figure;
}

/** What a saved figure is called, as a table has no room for it: `shop-throughput-2026-05-18-to-2026-11-15`, the last day included. */
export function exportName(repository: string, figure: string, window: FlowWindow): string {
  return `${fileWord(repository)}-${figure}-${window.from}-to-${lastDay(window)}`;
}

/** The same of a figure that is about no window: `shop-calibration-2026-11-20`, the day of the answer. */
export function learntName(repository: string, figure: string, today: string): string {
  return `${fileWord(repository)}-${figure}-${today}`;
}

function fileWord(repository: string): string {
  return repository.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
}

/** The last day of a window (`YYYY-MM-DD`); `to` is the day after it. */
export function lastDay({ to }: FlowWindow): string {
  return new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
