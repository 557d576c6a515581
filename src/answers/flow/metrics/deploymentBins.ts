import type { Deployment, WorkItem } from '../../../model/work.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { BIN_WEEKS, binsOf, finest, leftOverOf, type Series } from '../people/series.ts';
import { hiddenCells } from '../people/suppression.ts';
import { weekIndex } from '../time/weeks.ts';

/** Tags of several release lines that are made within so many seconds are one deployment. */
const SAME_SECONDS = 60;

/** One time that work went live. */
export interface Rollout {
  readonly at: number;
  /** What it was the first to hold. */
  readonly items: readonly { readonly id: string }[];
}

/** Deployments by time; tags of several release lines made in one go count once, as one pipeline made them. */
export function rolloutsOf(deployments: readonly Deployment[]): Rollout[] {
  const releases: { at: number; items: { id: string }[]; streams: Set<number> }[] = [];
  for (const { at, stream, items } of deployments.toSorted((a, b) => a.at - b.at)) {
    const last = releases.at(-1);
    const isSame = last !== undefined && at - last.at <= SAME_SECONDS && !last.streams.has(stream);
    const release = isSame ? last : { at, items: [], streams: new Set<number>() };
    release.items.push(...items.map(id => ({ id })));
    release.streams.add(stream);
    if (!isSame) releases.push(release);
  }
  return releases.map(({ at, items }) => ({ at, items }));
}

export interface ReleaseBin {
  readonly from: string;
  readonly to: string;
  /** null where they are hidden to protect people. */
  readonly items: readonly Rollout[] | null;
  /** Work items that they hold; null where these are hidden. */
  readonly held: number | null;
}

export interface ReleaseSeries {
  readonly weeksPerBin: Series['weeksPerBin'];
  readonly bins: readonly ReleaseBin[];
}

/**
 * Releases by week, in the finest bins that may be shown. When work went live describes everybody whose work landed on main
 * meanwhile, and those whose work it holds; how much a bin's releases hold describes the latter alone.
 */
export function releaseSeries(input: FlowInput, releases: readonly Rollout[], ask: Ask): (gate: Gate) => ReleaseSeries {
  const known = new Map(input.items.map(item => [item.id, item]));
  const weekOf = (seconds: number): number => weekIndex(input.weeks, input.calendar, seconds);
  const byWeek = input.weeks.map((): Rollout[] => []);
  for (const release of releases) byWeek[weekOf(release.at)]?.push(release);
  const landed = input.weeks.map((): WorkItem[] => []);
  for (const item of input.items) landed[weekOf(item.end)]?.push(item);
  const wanted = BIN_WEEKS.map(weeksPerBin => {
    const meanwhile = binsOf(input.weeks, landed, weeksPerBin);
    const bins = binsOf(input.weeks, byWeek, weeksPerBin).map((bin, at) => ({
      ...bin,
      around: ask(workAround(bin.items, meanwhile[at]?.items ?? [])),
      inside: ask(workAround(bin.items, [])),
    }));
    const leftOver = leftOverOf(byWeek, weeksPerBin);
    const before = {
      items: leftOver,
      around: ask(workAround(leftOver, leftOverOf(landed, weeksPerBin))),
      inside: ask(workAround(leftOver, [])),
    };
    return { weeksPerBin, bins, before };
  });
  return gate => {
    const isOfPeople = ({ items }: { readonly items: readonly Rollout[] }): boolean =>
      !items.every(release => isNobodys(release, known, gate));
    const read = wanted.map(({ weeksPerBin, bins, before }) => {
      const parts = [...bins.map(bin => ({ ...bin, isLeftOver: false })), { ...before, isLeftOver: true }];
      const held = parts.map(({ items }) => items.reduce((sum, release) => sum + release.items.length, 0));
      const hiddenBy = (countOf: (part: number) => number, cell: 'around' | 'inside'): boolean[] =>
        hiddenCells(
          parts.map((part, at) => ({
            count: countOf(at),
            passes: !isOfPeople(part) || gate.passes(part[cell]),
            isLeftOver: part.isLeftOver,
          })),
        );
      const hidden = hiddenBy(at => parts[at]?.items.length ?? 0, 'around');
      const heldHidden = hiddenBy(at => held[at] ?? 0, 'inside');
      return {
        weeksPerBin,
        bins: bins.map(({ from, to, items }, at) => ({
          ...{ from, to },
          items: hidden[at] === true ? null : items,
          held: hidden[at] === true || heldHidden[at] === true ? null : (held[at] ?? 0),
        })),
      };
    });
    return finest(read) ?? { weeksPerBin: 1, bins: [] };
  };
}

/** What these releases hold and what landed meanwhile, each item once. */
export function workAround(
  releases: readonly Rollout[],
  landed: readonly { readonly id: string }[],
): { readonly id: string }[] {
  const ids = new Set([...releases.flatMap(({ items }) => items), ...landed].map(({ id }) => id));
  return [...ids].map(id => ({ id }));
}

/** True for a release that holds nothing of people. */
export function isNobodys({ items }: Rollout, known: ReadonlyMap<string, WorkItem>, gate: Gate): boolean {
  return items.every(({ id }) => {
    const item = known.get(id);
    return item !== undefined && gate.isAutomated(item);
  });
}
