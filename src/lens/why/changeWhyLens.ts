import { ticketsOfChange, whyOfChange } from '../../answers/why/whyOfChange.ts';
import type { ChangeWhyAnswer, LineQuestion, LineWhy } from '../../model/changeWhy.ts';
import type { TitledCommit } from '../../model/commit.ts';
import type { TreeFile } from '../../model/ports/gitPort.ts';
import { ProblemError } from '../../model/problem.ts';
import { linesOf, mapLines } from '../../model/text/lineMap.ts';
import { isAbsolute, pathInRepository } from '../../model/text/pathInRepository.ts';
import type { WhyAnswer } from '../../model/why.ts';
import { unlessAborted, type GitAnswers } from '../gitAnswers.ts';
import type { LensPorts } from '../ports.ts';
import type { Snapshot } from '../snapshot.ts';
import { createFewReads } from './fewReads.ts';

/** The why of a line and of a commit. What git said of a commit, or of a file in it, stays true and is kept. */
export interface ChangeWhyLens {
  /** Rejects with `line/not-found`, `file/not-found`, `file/too-large`, `file/binary` or `file/outside-repository`. */
  ofLine(question: LineQuestion, snapshot: Snapshot, signal?: AbortSignal): Promise<LineWhy>;
  /** `digits`: 7 or more of a hash. Rejects with `commit/not-found`. */
  ofCommit(digits: string, snapshot: Snapshot, signal?: AbortSignal): Promise<ChangeWhyAnswer>;
  /** Refs or settings changed, and with them perhaps which commits blame looks through and where the history ends. */
  forget(): void;
}

/** Texts and answers that are kept: a person looks at a few files, and at some lines of each. */
const MOST_FILES = 8;
const MOST_ANSWERS = 1000;
/**
 * Commits of main that are looked at for the merge of a change: for one that was asked for by its name, and for that of a
 * line, where the answer may take little longer than the blame.
 */
const LOOKED_BACK = { commit: 100_000, line: 2000 };
/** As git does, a NUL near the beginning tells that it is no text. */
const LOOKED_AT = 8000;

export function createChangeWhyLens(
  ports: LensPorts,
  git: GitAnswers,
  whyOfBranch: () => Promise<WhyAnswer>,
): ChangeWhyLens {
  const files = createFewReads<TreeFile>(MOST_FILES);
  const origins = createFewReads<string>(MOST_ANSWERS);
  const commits = createFewReads<TitledCommit | null>(MOST_ANSWERS);
  const landings = createFewReads<string | null>(MOST_ANSWERS);

  async function ofLine(question: LineQuestion, snapshot: Snapshot, signal?: AbortSignal): Promise<LineWhy> {
    const path = isAbsolute(question.path) ? null : pathInRepository(question.path);
    if (path === null) throw new ProblemError({ code: 'file/outside-repository', file: question.path });
    const { head } = snapshot.facts;
    const tip = head.kind === 'unborn' ? null : head.hash;
    const shown = question.text ?? (await textOnDisk(path));
    const before = tip === null ? null : await committedText(tip, path, signal);
    if (shown.slice(0, LOOKED_AT).includes('\0')) throw new ProblemError({ code: 'file/binary', file: path });
    const lines = linesOf(shown);
    const { line } = question;
    if (!Number.isInteger(line) || line < 1 || line > lines.length)
      throw new ProblemError({ code: 'line/not-found', file: path, detail: `${line} of ${lines.length}` });
    const committed = before === null ? -1 : (mapLines(lines, linesOf(before))[line - 1] ?? -1);
    if (tip === null || committed === -1)
      return { kind: 'uncommitted', why: await unlessAborted(whyOfBranch(), signal) };
    const origin = await originOf(tip, path, committed + 1, signal);
    return { kind: 'committed', why: await whyOf(origin, true, snapshot, signal) };
  }

  async function textOnDisk(path: string): Promise<string> {
    const file = await ports.files.read(git.root, path);
    if (file === null) throw new ProblemError({ code: 'file/not-found', file: path });
    return file.text;
  }

  /** null when the commit has no such file. */
  async function committedText(commit: string, path: string, signal?: AbortSignal): Promise<string | null> {
    const load = (shared: AbortSignal) => git.fileIn(commit, path, shared);
    const file = await files.get(`${commit} ${path}`, load, signal);
    switch (file.kind) {
      case 'text':
        return file.text;
      case 'absent':
        return null;
      case 'tooLarge':
        throw new ProblemError({ code: 'file/too-large', file: path });
      case 'binary':
        throw new ProblemError({ code: 'file/binary', file: path });
      case 'inside':
      case 'other':
        throw new ProblemError({ code: 'file/not-found', file: path });
      case 'elsewhere':
        throw new ProblemError({
          code: 'file/unreadable',
          file: path,
          detail: 'its committed text is not in this partial clone',
        });
    }
  }

  async function originOf(commit: string, path: string, line: number, signal?: AbortSignal): Promise<string> {
    const load = async (shared: AbortSignal) => {
      const ignoring = await git.ignoreRevsFiles(shared);
      const found = await git.lineOrigins({ commit, path, lines: [line], ignoring }, shared);
      return found.get(line) ?? '';
    };
    return origins.get(`${commit} ${line} ${path}`, load, signal);
  }

  async function ofCommit(digits: string, snapshot: Snapshot, signal?: AbortSignal): Promise<ChangeWhyAnswer> {
    const hash = await git.fullHash(digits.toLowerCase(), signal);
    if (hash === null) throw new ProblemError({ code: 'commit/not-found', detail: digits.slice(0, 64) });
    return whyOf(hash, false, snapshot, signal);
  }

  async function whyOf(hash: string, foundByLine: boolean, snapshot: Snapshot, signal?: AbortSignal) {
    const commit = await titled(hash, snapshot, signal);
    if (commit === null) throw new ProblemError({ code: 'commit/not-found', detail: hash });
    const most = foundByLine ? LOOKED_BACK.line : LOOKED_BACK.commit;
    const landing = await landingOf(commit, most, snapshot, signal);
    return whyOfChange({ commit, landing, foundByLine, outcomes: snapshot.outcomes, now: ports.now() });
  }

  async function titled(hash: string, snapshot: Snapshot, signal?: AbortSignal): Promise<TitledCommit | null> {
    const { savedRules: rules, facts } = snapshot;
    const main = facts.main?.name ?? '';
    const load = async (shared: AbortSignal) =>
      (await git.titledCommits({ commits: [hash], main, rules }, shared))[0] ?? null;
    return commits.get(`${hash} ${JSON.stringify([main, rules])}`, load, signal);
  }

  /** Only a change that names no ticket itself is asked how it came to main. */
  async function landingOf(commit: TitledCommit, most: number, snapshot: Snapshot, signal?: AbortSignal) {
    const { main } = snapshot.facts;
    if (main === null || commit.parents.length > 1 || ticketsOfChange(commit).length > 0) return null;
    const load = (shared: AbortSignal) => git.landingMerge(commit, main.hash, most, shared);
    const merge = await landings.get(`${commit.hash} ${main.hash} ${most}`, load, signal);
    return merge === null ? null : titled(merge, snapshot, signal);
  }

  return {
    ofLine,
    ofCommit,
    forget() {
      for (const kept of [origins, commits, landings]) kept.clear();
    },
  };
}
