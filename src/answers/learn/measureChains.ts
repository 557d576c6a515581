import type { Measure } from '../../model/outcome.ts';
import type { OutcomeVersion } from './outcomeVersions.ts';
import { plannedReviews } from './reviewDays.ts';

/** A measure as each version had it, oldest first. */
export interface MeasureChain {
  readonly seen: readonly SeenMeasure[];
  /** It is in the last version. */
  readonly isPresent: boolean;
  /** The day of the first version without it, of a measure that is gone; null where that is not committed. */
  readonly goneOn: string | null;
}

export interface SeenMeasure {
  /** The day of the commit (`YYYY-MM-DD`); null for what is not committed. */
  readonly on: string | null;
  readonly measure: Measure;
  readonly plan: EpicPlan;
}

/** When the epic went live and when it is looked at for the last time (`YYYY-MM-DD`), as the version has it. */
export interface EpicPlan {
  readonly launched: string | null;
  readonly review: string | null;
  /** Nobody wrote the reviews: they follow from the launch. */
  readonly isDerived: boolean;
}

interface Chain extends MeasureChain {
  /** Newest first. */
  readonly seen: SeenMeasure[];
  /** Place of the oldest version that has it, so far. */
  at: number;
}

/**
 * Follows each measure from what the file says now back through its versions, by its name: taken out and put back, it is
 * the same measure. It had another name before where it came in the place of one with the same unit, the same baseline and
 * a word in common.
 */
export function measureChains(versions: readonly OutcomeVersion[]): MeasureChain[] {
  // A version that could not be read tells nothing, not even what is gone.
  const readable = versions.filter((version, at) => version.outcome !== null || at === versions.length - 1);
  const chains: Chain[] = [];
  for (let at = readable.length - 1; at >= 0; at--) {
    const version = readable[at];
    const known = new Set(chains);
    const strangers: SeenMeasure[] = [];
    const plan = planOf(version);
    for (const measure of version?.outcome?.measures ?? []) {
      const seen = { on: version?.on ?? null, measure, plan };
      const chain = [...known].find(candidate => oldestOf(candidate).name === nameOf(measure));
      if (chain === undefined) strangers.push(seen);
      else extend(chain, seen, at, known);
    }
    for (const seen of strangers) {
      const before = [...known].filter(
        chain => chain.at === at + 1 && isRenamed(oldestOf(chain).measure, seen.measure),
      );
      const [only] = before;
      if (only !== undefined && before.length === 1) extend(only, seen, at, known);
      else {
        const isPresent = at === readable.length - 1;
        chains.push({ seen: [seen], at, isPresent, goneOn: isPresent ? null : (readable[at + 1]?.on ?? null) });
      }
    }
  }
  return chains.map(({ seen, isPresent, goneOn }) => ({ seen: seen.toReversed(), isPresent, goneOn }));
}

function planOf(version: OutcomeVersion | undefined): EpicPlan {
  const { outcome = null, launched = null } = version ?? {};
  const review = plannedReviews({ outcome, launched }).at(-1) ?? null;
  return { launched, review, isDerived: (outcome?.reviews ?? []).length === 0 };
}

function extend(chain: Chain, seen: SeenMeasure, at: number, known: Set<Chain>): void {
  chain.seen.push(seen);
  chain.at = at;
  known.delete(chain);
}

function oldestOf({ seen }: Chain): { readonly measure: Measure | undefined; readonly name: string } {
  const measure = seen.at(-1)?.measure;
  return { measure, name: measure === undefined ? '' : nameOf(measure) };
}

function nameOf({ name }: Measure): string {
  return name.trim().toLowerCase();
}

function isRenamed(newer: Measure | undefined, older: Measure): boolean {
  if (newer?.baseline == null || newer.baseline !== older.baseline || newer.unit !== older.unit) return false;
  const words = new Set(wordsOf(newer));
  return wordsOf(older).some(word => words.has(word));
}

/** Words that say something: "the" and "per" do not. */
function wordsOf(measure: Measure): readonly string[] {
  return nameOf(measure).match(/\p{L}{4,}/gu) ?? [];
}
