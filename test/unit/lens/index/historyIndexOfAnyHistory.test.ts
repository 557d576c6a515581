import fc from 'fast-check';
import { createHistoryIndex } from '../../../../src/lens/index/historyIndex.ts';
import { assertSame, freshGraph, requestFor } from './expected.ts';
import { MadeGit, memoryStore } from './madeGit.ts';

const DAY = 86_400;
const STEP = DAY / 4;
/** A reading ends after 2,000 older commits, so there must be more. */
const FIRST_COMMITS = 2600;

/** One moment: what happened to the repository since the last one, and what is asked then. */
interface Moment {
  /** Each a number that picks what the commit goes on from, and days by which its clock is wrong. */
  readonly commits: readonly (readonly [pick: number, skew: number])[];
  /** Main is set back by this many commits first. */
  readonly lost: number;
  readonly sinceDaysAgo: number | null;
  /** Picks commits that releases point to. */
  readonly releases: readonly number[];
  readonly reopened: boolean;
}

const moment = fc.record<Moment>({
  commits: fc.array(fc.tuple(fc.nat(), fc.integer({ min: -3, max: 3 })), { maxLength: 40 }),
  lost: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 30 }) }),
  sinceDaysAgo: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null, freq: 8 }),
  releases: fc.array(fc.nat(), { maxLength: 3 }),
  reopened: fc.boolean(),
});

/** Main, with branches that begin somewhere in the past and come back as merges. */
class Growing {
  readonly git = new MadeGit();
  private readonly all: string[] = [];
  private readonly main: string[] = [];

  get tip(): string {
    return this.main.at(-1) ?? '';
  }

  get now(): number {
    return this.all.length * STEP;
  }

  commit([pick, skew]: readonly [number, number]): void {
    const landed = this.now + skew * DAY;
    const any = this.all[Math.max(0, this.all.length - 1 - (pick % 97))] ?? '';
    if (this.all.length === 0) this.onMain([], landed);
    else if (pick % 3 === 0) this.all.push(this.git.add([any], landed));
    else this.onMain(pick % 3 === 1 || any === this.tip ? [this.tip] : [this.tip, any], landed);
  }

  setBack(commits: number): void {
    this.main.splice(this.main.length - commits);
  }

  pick(number: number): string {
    return this.all[number % this.all.length] ?? '';
  }

  private onMain(parents: readonly string[], landed: number): void {
    const hash = this.git.add(parents, landed);
    this.all.push(hash);
    this.main.push(hash);
  }
}

describe('the history index of any history', function () {
  this.timeout(120_000);

  it('gives what git shows for every question, whatever was asked and pushed before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(moment, { minLength: 1, maxLength: 6 }), async (seed, moments) => {
        const growing = new Growing();
        for (let at = 0; at < FIRST_COMMITS; at++) growing.commit([(seed + at * 7919) % 1009, ((at * 31) % 7) - 3]);
        const store = memoryStore();
        const repository = { root: '/somewhere', history: growing.git.history };
        let index = createHistoryIndex({ repository, store });
        for (const { commits, lost, sinceDaysAgo, releases, reopened } of moments) {
          growing.setBack(lost);
          commits.forEach(commit => growing.commit(commit));
          const request = requestFor(growing.tip, {
            since: sinceDaysAgo === null ? null : growing.now - sinceDaysAgo * DAY,
            alsoFrom: releases.map(release => growing.pick(release)),
          });
          assertSame(await index.read(request, () => undefined), await freshGraph(growing.git, request));
          await index.save();
          if (reopened) index = createHistoryIndex({ repository, store });
        }
      }),
      { numRuns: 25 },
    );
  });
});
