import type { WorkItems } from '../../answers/flow/items/workItems.ts';
import type { RepositoryPort } from '../../model/ports/gitPort.ts';
import type { ItemSize, WorkItem } from '../../model/work.ts';

/** Sizes of items, each commit measured once: what a commit changed never changes. */
export interface Sizes {
  of(
    items: readonly Pick<WorkItem, 'id'>[],
    work: Pick<WorkItems, 'landedOf'>,
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, ItemSize>>;
}

/** An item that landed in several commits is as large as all of them together. */
export function createSizes(repository: Pick<RepositoryPort, 'sizes'>): Sizes {
  const measured = new Map<string, ItemSize>();
  return {
    async of(items, work, signal) {
      const wanted = items.flatMap(({ id }) => work.landedOf.get(id) ?? []).filter(hash => !measured.has(hash));
      if (wanted.length > 0)
        for (const [hash, size] of await repository.sizes(wanted, signal)) measured.set(hash, size);
      const sizes = new Map<string, ItemSize>();
      for (const { id } of items) {
        const parts = (work.landedOf.get(id) ?? []).map(hash => measured.get(hash));
        const known = parts.filter(part => part !== undefined);
        if (known.length > 0 && known.length === parts.length) sizes.set(id, known.reduce(together));
      }
      return sizes;
    },
  };
}

function together(a: ItemSize, b: ItemSize): ItemSize {
  return { files: a.files + b.files, lines: a.lines === null || b.lines === null ? null : a.lines + b.lines };
}
