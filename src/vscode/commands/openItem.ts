import type { ReadinessNode } from '../views/readinessTree.ts';
import type { Command } from './context.ts';
import { showFile } from './showFile.ts';

/** Opens the epic file at the item that was clicked in the Readiness view. */
export const openItem: Command = async ({ session, readOnlyEpics }, node) => {
  const { state } = session;
  const file = state.kind === 'answers' ? state.ready.value?.epic : undefined;
  if (state.kind !== 'answers' || file === undefined || !isItem(node)) return;
  if (file.origin === 'main') await readOnlyEpics.show(state.lens.root, file);
  else await showFile(state.lens.root, file.path, node.item.item.range);
};

/** Tree commands get the tree's own nodes; anything else is not for us. */
export function isItem(node: unknown): node is ReadinessNode & { kind: 'item' } {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'item' && 'item' in node;
}
