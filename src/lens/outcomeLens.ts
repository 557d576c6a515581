import { whyOfTicket } from '../answers/why/whyOfBranch.ts';
import { isHead, type HeadState, type SeenHead } from '../model/branch.ts';
import { dayIn } from '../model/calendarDay.ts';
import type { ChangeWhyAnswer, LineQuestion, LineWhy } from '../model/changeWhy.ts';
import type { OutcomesFolder } from '../model/epic.ts';
import type { FocusMetric } from '../model/flow/focus.ts';
import type { FlowAnswer, FlowRequest } from '../model/flow/flow.ts';
import type { Board } from '../model/learn/board.ts';
import type { EpicsOverview } from '../model/learn/epicsOverview.ts';
import type { LearnAnswer } from '../model/learn/learn.ts';
import type { LintedEpic, LintFix } from '../model/lint.ts';
import type { ChangedFile, ChangeList, OutcomeChanges, PathPart, PathWhyAnswer } from '../model/pathWhy.ts';
import { ProblemError } from '../model/problem.ts';
import type { RepositoryPort } from '../model/ports/gitPort.ts';
import type { ReadyAnswer } from '../model/ready.ts';
import { isEpicKey } from '../model/text/ticketKeys.ts';
import type { TextEdit } from '../model/textRange.ts';
import type { WhyAnswer } from '../model/why.ts';
import type { WorkType } from '../model/work.ts';
import { createCell, createCells } from './cell.ts';
import type { DocumentWriter } from './documentWriter.ts';
import { createEpicWriter, type EpicWriter } from './epicWriter.ts';
import type { BoardContext, BoardLens } from './board/boardLens.ts';
import { createEpicPasts } from './epicPasts.ts';
import { createEpicVersions } from './epicVersions.ts';
import type { FlowContext, FlowLens } from './flowLens.ts';
import { keepGitAnswers, unlessAborted } from './gitAnswers.ts';
import type { EpicsLens } from './epics/epicsLens.ts';
import type { LearnLens } from './learn/learnLens.ts';
import type { LintLens } from './lint/lintLens.ts';
import { knownTickets } from './knownTickets.ts';
import type { LensPorts } from './ports.ts';
import { createReadyLens, type ReadyRequest } from './ready/readyLens.ts';
import { createSharedReads } from './sharedReads.ts';
import { createSnapshots, type Snapshot } from './snapshot.ts';
import type { SourceControlLens } from './sourceControl/sourceControlLens.ts';
import { focusEdit, type TeamEdit } from './teamWriter.ts';
import type { ChangeWhyLens } from './why/changeWhyLens.ts';
import type { PathWhyLens } from './why/pathWhyLens.ts';
import { answerWhy, answerWhyOf } from './whyLens.ts';

/** What changed: texts only (no git runs again for them), or HEAD, refs or config too. */
export type Change = 'files' | 'git';

/** One repository, seen through the answers. Everything is cached until `invalidate`. */
export interface RepositoryLens {
  /** Absolute path of the work tree's root. */
  readonly root: string;
  /** Files and folders of git whose change calls for `invalidate('git')`. */
  readonly watch: readonly string[];
  why(signal?: AbortSignal): Promise<WhyAnswer>;
  /** The why of another branch, by its short name; epic files come from that branch, then main. */
  whyOf(branch: string, signal?: AbortSignal): Promise<WhyAnswer>;
  whyOfTicket(key: string, signal?: AbortSignal): Promise<WhyAnswer>;
  /** The why of the change that a line came with. Rejects with `line/not-found`, `file/not-found`, `file/too-large` or `file/binary`. */
  whyOfLine(question: LineQuestion, signal?: AbortSignal): Promise<LineWhy>;
  /** The why of a commit by 7 digits of its hash or more. Rejects with `commit/not-found`. */
  whyOfCommit(commit: string, signal?: AbortSignal): Promise<ChangeWhyAnswer>;
  /** What a file or folder ('' for all) was changed for. Rejects with `path/not-found` or `file/outside-repository`. */
  whyOfPath(path: string, signal?: AbortSignal): Promise<PathWhyAnswer>;
  /** The commits of one group of that answer, newest first. */
  pathChanges(path: string, part: PathPart, signal?: AbortSignal): Promise<ChangeList>;
  /** Commits of the current branch and of main whose tickets belong to an epic, newest first. Rejects with `epic/not-found`. */
  commitsOf(epic: string, signal?: AbortSignal): Promise<OutcomeChanges>;
  /** What a commit (full hash) changed against its first parent. Rejects with `commit/no-parent`. */
  changedFiles(commit: string, signal?: AbortSignal): Promise<readonly ChangedFile[]>;
  /** Text of a file in a commit (full hash), at most 1 MB; null when there is none. */
  fileAt(commit: string, path: string, signal?: AbortSignal): Promise<string | null>;
  outcomes(signal?: AbortSignal): Promise<OutcomesFolder>;
  /** Ticket keys that the recent history names, newest first, for somebody who writes one. */
  tickets(signal?: AbortSignal): Promise<readonly string[]>;
  ready(request: ReadyRequest, signal?: AbortSignal): Promise<ReadyAnswer>;
  /** What is worth a look in the epic files, unsaved texts included. */
  lint(signal?: AbortSignal): Promise<readonly LintedEpic[]>;
  /** All epics under their key results, with what may be worth a look, as of today; unsaved texts included. */
  overview(signal?: AbortSignal): Promise<EpicsOverview>;
  /** All epics by stage; `known` asks git nothing about ages and tells those that were read before. */
  board(ages: BoardContext['ages'], signal?: AbortSignal): Promise<Board>;
  /** What became of the outcomes, of all or of one work type, and how well they were foreseen, as of today; unsaved texts included. */
  learn(type?: WorkType | null, signal?: AbortSignal): Promise<LearnAnswer>;
  /** The edit of a finding's quick fix; null when no plain edit of `text` does it. */
  lintFix(text: string, fix: LintFix): Promise<TextEdit | null>;
  flow(request: FlowRequest, onProgress: (commits: number) => void, signal?: AbortSignal): Promise<FlowAnswer>;
  /**
   * Makes ready, while the person looks at the answer, what its other work types show, so that they are shown at once when
   * they are asked for. Rejects with `CancelledError`.
   */
  flowAhead(request: FlowRequest, signal: AbortSignal): Promise<void>;
  /** Hashes of an item of the last flow answer, because the person asked for that item. */
  flowCommits(item: string): Promise<readonly string[]>;
  /** Says that this branch is about `key`, whatever its name says. Rejects on a detached HEAD. */
  pin(key: string): Promise<void>;
  unpin(): Promise<void>;
  /** Says that this branch is not about `key`. */
  ignore(key: string): Promise<void>;
  readonly writer: EpicWriter;
  readonly documents: DocumentWriter;
  /** What helps to write commits and pull requests. */
  sourceControl(): Promise<SourceControlLens>;
  /** The change to a team file that pins these metrics; `team` is the id of one of several teams. */
  focus(team: string | null, metrics: readonly FocusMetric[]): Promise<TeamEdit>;
  /** Whether what was read, or is being read, saw another HEAD than this; false when nothing was read since `invalidate`. */
  isBehind(seen: SeenHead): Promise<boolean>;
  /** Forget what was read, because something changed; `git` (the default) forgets the files too. */
  invalidate(change?: Change): void;
}

export interface OutcomeLens {
  /** Opens the repository that holds `folder`. Rejects with a `ProblemError` when there is none or git cannot run. */
  open(folder: string, signal?: AbortSignal): Promise<RepositoryLens>;
}

/** The only door to the answers: extension, command line and agents all come through here. */
export function createOutcomeLens(ports: LensPorts): OutcomeLens {
  return {
    async open(folder, signal) {
      return createRepositoryLens(ports, await ports.git.open(folder, signal));
    },
  };
}

function createRepositoryLens(facePorts: LensPorts, repository: RepositoryPort): RepositoryLens {
  const { root } = repository;
  const ports: LensPorts = { ...facePorts, outcomesFolder: () => facePorts.outcomesFolder(root) };
  const git = keepGitAnswers(repository);
  // Shared by all callers, so they take no caller's signal: one that gives up must not fail the others.
  const takeSnapshot = createSnapshots(ports, git);
  let head: HeadState | null = null;
  const snapshot = createCell(async () => {
    const taken = await takeSnapshot();
    ({ head } = taken.facts);
    return taken;
  });
  const readyLens = createReadyLens(ports, git);
  let filesChanged = false;
  const whyAnswer = createCell(async () => answerWhy(ports, git, await snapshot.get()));
  const tickets = createCell(async () => knownTickets(git, await snapshot.get(), ports.now()));
  let flowPart: Promise<FlowLens> | null = null;
  let lintPart: Promise<LintLens> | null = null;
  let epicsPart: Promise<EpicsLens> | null = null;
  let boardPart: Promise<BoardLens> | null = null;
  let learnPart: Promise<LearnLens> | null = null;
  let documentsPart: Promise<DocumentWriter> | null = null;
  let sourceControlPart: Promise<SourceControlLens> | null = null;
  let changeWhyPart: Promise<ChangeWhyLens> | null = null;
  let pathWhyPart: Promise<PathWhyLens> | null = null;
  const overviews = createCells<EpicsOverview>();
  const learnt = createSharedReads<LearnAnswer>();
  const epicVersions = createEpicVersions(ports, git);
  const epicPasts = createEpicPasts(ports.epics);

  async function flowOf(request: FlowRequest): Promise<{ readonly part: FlowLens; readonly context: FlowContext }> {
    flowPart ??= import('./flowLens.ts').then(part => part.createFlowLens(ports, git));
    const part = await flowPart;
    const { facts, rules, outcomes } = await snapshot.get();
    return { part, context: { request, facts, rules, outcomes } };
  }

  async function flow(request: FlowRequest, onProgress: (commits: number) => void, signal?: AbortSignal) {
    const { part, context } = await flowOf(request);
    const answer = await part.answer(context, onProgress, signal);
    void part.save();
    return answer;
  }

  /** What answers about the items of epic files begin with. */
  async function itemsContext() {
    const [{ facts, savedRules: rules, outcomes }, why] = await Promise.all([snapshot.get(), whyAnswer.get()]);
    // Half a word in an epic file changes nothing that git is asked.
    if (filesChanged && !outcomes.epics.some(({ unsaved }) => unsaved)) git.forgetFiles();
    filesChanged = false;
    return { facts, rules, outcomes, why };
  }

  async function overview(signal?: AbortSignal): Promise<EpicsOverview> {
    const { outcomes } = await unlessAborted(snapshot.get(), signal);
    const today = dayIn(outcomes.team.timeZone, ports.now());
    const load = async () => {
      epicsPart ??= import('./epics/epicsLens.ts').then(part => part.createEpicsLens(ports, git));
      return (await epicsPart)({ ...(await itemsContext()), today });
    };
    return unlessAborted(overviews.get(today, load), signal);
  }

  async function changeWhy(): Promise<ChangeWhyLens> {
    const load = async () => (await import('./why/changeWhyLens.ts')).createChangeWhyLens(ports, git, whyAnswer.get);
    return (changeWhyPart ??= load());
  }

  async function pathWhy<T>(ask: (part: PathWhyLens, now: Snapshot) => Promise<T>, signal?: AbortSignal): Promise<T> {
    pathWhyPart ??= import('./why/pathWhyLens.ts').then(part => part.createPathWhyLens(ports, git));
    return ask(await pathWhyPart, await unlessAborted(snapshot.get(), signal));
  }

  async function documents(): Promise<DocumentWriter> {
    documentsPart ??= import('./documentWriter.ts').then(part => part.createDocumentWriter(ports, root, snapshot.get));
    return documentsPart;
  }

  async function sourceControl(): Promise<SourceControlLens> {
    sourceControlPart ??= import('./sourceControl/sourceControlLens.ts').then(part =>
      part.createSourceControlLens({ ports, git, snapshot: snapshot.get, why: whyAnswer.get }),
    );
    return sourceControlPart;
  }

  async function learn(type: WorkType | null = null, signal?: AbortSignal): Promise<LearnAnswer> {
    const { facts, outcomes } = await unlessAborted(snapshot.get(), signal);
    const load = async (shared: AbortSignal) => {
      learnPart ??= import('./learn/learnLens.ts').then(part => part.createLearnLens(ports, epicVersions, epicPasts));
      return (await learnPart)({ facts, outcomes, type }, shared);
    };
    return learnt.get(`${dayIn(outcomes.team.timeZone, ports.now())} ${type}`, load, signal);
  }

  function invalidate(change: Change = 'git'): void {
    if (change === 'git') void flowPart?.then(part => part.forget());
    if (change === 'git') void changeWhyPart?.then(part => part.forget());
    if (change === 'git') void pathWhyPart?.then(part => part.forget());
    if (change === 'git') git.forget();
    if (change === 'git') tickets.clear();
    if (change === 'git') head = null;
    filesChanged = true;
    snapshot.clear();
    whyAnswer.clear();
    overviews.clear();
    learnt.clear();
  }

  /** Changes a setting of the current branch. */
  async function changeBranch(change: (ref: string) => Promise<void>): Promise<void> {
    const { head: now } = (await snapshot.get()).facts;
    if (now.kind === 'detached') throw new ProblemError({ code: 'head/detached' });
    try {
      await change(now.ref);
    } finally {
      invalidate();
    }
  }

  return {
    root,
    watch: repository.watch,
    why: signal => unlessAborted(whyAnswer.get(), signal),
    whyOf: async (branch, signal) => answerWhyOf(ports, git, await snapshot.get(), branch, signal),
    whyOfTicket: async (key, signal) =>
      whyOfTicket(key, (await unlessAborted(snapshot.get(), signal)).outcomes, ports.now()),
    whyOfLine: async (question, signal) =>
      (await changeWhy()).ofLine(question, await unlessAborted(snapshot.get(), signal), signal),
    whyOfCommit: async (commit, signal) =>
      (await changeWhy()).ofCommit(commit, await unlessAborted(snapshot.get(), signal), signal),
    whyOfPath: (path, signal) => pathWhy((part, now) => part.ofPath(path, now, signal), signal),
    pathChanges: (path, wanted, signal) => pathWhy((part, now) => part.changesOf(path, wanted, now, signal), signal),
    commitsOf: async (key, signal) => {
      const own = (await unlessAborted(whyAnswer.get(), signal)).value?.epic?.epic?.key.toUpperCase();
      return pathWhy((part, now) => part.ofEpic(key, own === key.toUpperCase(), now, signal), signal);
    },
    changedFiles: (commit, signal) => pathWhy(part => part.filesOf(commit, signal), signal),
    fileAt: (commit, path, signal) => git.readTree(commit, path, signal),
    outcomes: async signal => (await unlessAborted(snapshot.get(), signal)).outcomes,
    tickets: signal => unlessAborted(tickets.get(), signal),
    ready: async (request, signal) => readyLens({ request, ...(await itemsContext()) }, signal),
    lint: async signal => {
      lintPart ??= import('./lint/lintLens.ts').then(part => part.createLintLens(ports, git));
      return (await lintPart)(await itemsContext(), signal);
    },
    overview,
    learn,
    board: async (ages, signal) => {
      const { facts, outcomes } = await unlessAborted(snapshot.get(), signal);
      boardPart ??= import('./board/boardLens.ts').then(part => part.createBoardLens(epicVersions, epicPasts));
      return (await boardPart)({ facts, outcomes, overview: await overview(signal), ages }, signal);
    },
    lintFix: async (text, fix) => (await ports.epics.edits()).lintFix(text, fix),
    flow,
    flowAhead: async (request, signal) => {
      const { part, context } = await flowOf(request);
      await part.lookAhead(context, signal);
    },
    flowCommits: async item => (await flowPart)?.commitsOf(item) ?? [],
    pin: key => changeBranch(async ref => repository.setBranchConfig(ref, 'outcomelens-ticket', checkedKey(key))),
    unpin: () => changeBranch(ref => repository.unsetBranchConfig(ref, 'outcomelens-ticket')),
    ignore: key => changeBranch(async ref => repository.addBranchConfig(ref, 'outcomelens-ignore', checkedKey(key))),
    writer: createEpicWriter(ports, root, snapshot.get),
    documents: {
      prepare: async (kind, label, epic) => (await documents()).prepare(kind, label, epic),
      customise: async name => (await documents()).customise(name),
    },
    sourceControl,
    focus: (team, metrics) => focusEdit(ports, root, team, metrics),
    async isBehind(seen) {
      await snapshot.held?.catch(() => undefined);
      return head !== null && !isHead(head, seen);
    },
    invalidate,
  };
}

function checkedKey(key: string): string {
  if (!isEpicKey(key)) throw new ProblemError({ code: 'ticket/invalid-key', detail: key.slice(0, 80) });
  return key;
}
