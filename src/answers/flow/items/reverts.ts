import { isCertainRevert } from '../../../model/text/commitMessage.ts';
import type { Change } from './changes.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';

/** One change takes another one back. Both are places in the list of changes. */
export interface RevertLink {
  readonly by: number;
  readonly target: number;
  /** Epoch seconds at which the revert landed. */
  readonly at: number;
  /** The target landed again later: it was finished after that, and is not reverted. */
  readonly early: boolean;
}

/** What reverts made of a change; places are those in the list of changes. */
export interface RevertState {
  /** The change that it takes back. */
  readonly reverts: number | null;
  /** It is nothing but a revert, and takes something away rather than bringing it back. */
  readonly takesBack: boolean;
  readonly reverted: { readonly at: number; readonly restored: boolean } | null;
}

/** 'mayTakeBack': it is a revert once what it takes back is known. */
export type RevertKind = 'takesBack' | 'bringsBack' | 'mayTakeBack';

/** Whether a change is nothing but a revert: by its commits on main, or by all commits of its branches. */
export function revertKind(graph: HistoryGraph, { events }: Change): RevertKind | null {
  const messages = events.flatMap(event => {
    const landed = commitAt(graph, event.at).facts;
    return landed.revert === null && event.merge ? event.own.map(at => commitAt(graph, at).facts) : [landed];
  });
  if (messages.some(({ revert }) => revert === null)) return null;
  if (!messages.every(isCertainRevert)) return 'mayTakeBack';
  return messages.every(({ revert }) => revert?.reapply === false) ? 'takesBack' : 'bringsBack';
}

/**
 * Follows chains of reverts: a change is there again once what took it back was itself taken back (METRICS F2). `links`
 * and `kinds` speak of changes by their place, by time.
 */
export function revertStates(kinds: readonly (RevertKind | null)[], links: readonly RevertLink[]): RevertState[] {
  const targetOf = new Map<number, number>();
  const linksTo = new Map<number, RevertLink[]>();
  for (const link of links) {
    const { by, target } = link;
    targetOf.set(by, Math.max(target, targetOf.get(by) ?? -1));
    const known = linksTo.get(target);
    if (link.early) continue;
    if (known === undefined) linksTo.set(target, [link]);
    else known.push(link);
  }
  // A revert comes after what it takes back, so the first pass goes forward and the second one backward.
  const takesBack: boolean[] = [];
  kinds.forEach((kind, index) => {
    const target = targetOf.get(index);
    takesBack.push(kind !== null && (target === undefined ? kind === 'takesBack' : takesBack[target] !== true));
  });
  const inEffect = kinds.map(() => true);
  const standing = (link: RevertLink): boolean => inEffect[link.by] === true;
  for (let index = kinds.length - 1; index >= 0; index--) inEffect[index] = linksTo.get(index)?.some(standing) !== true;
  return kinds.map((_, index) => {
    const taken = linksTo.get(index);
    return {
      reverts: targetOf.get(index) ?? null,
      takesBack: takesBack[index] === true,
      reverted:
        taken === undefined ? null : { at: Math.min(...taken.map(({ at }) => at)), restored: inEffect[index] === true },
    };
  });
}
