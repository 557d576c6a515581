import { associatedTickets } from '../answers/why/associatedTickets.ts';
import { whyOfBranch, whyOfTicket } from '../answers/why/whyOfBranch.ts';
import type { RepositoryFacts } from '../model/branch.ts';
import type { EpicFile, OutcomesFolder } from '../model/epic.ts';
import type { FlowAnswer, FlowRequest } from '../model/flow.ts';
import { ProblemError } from '../model/problem.ts';
import type { RepositoryPort } from '../model/ports/gitPort.ts';
import type { ReadyAnswer } from '../model/ready.ts';
import { readBranchName } from '../model/text/branchName.ts';
import { isEpicKey, type KeyRules } from '../model/text/ticketKeys.ts';
import type { WhyAnswer } from '../model/why.ts';
import { createOutcomesReader, keyRules } from './outcomesFolder.ts';
import { createCell } from './cell.ts';
import type { FlowLens } from './flowLens.ts';
import type { LensPorts } from './ports.ts';
import { answerReady, type ReadyRequest } from './readyLens.ts';
import { createEpicWriter, type EpicWriter } from './epicWriter.ts';

/** Enough to see which tickets a branch is about; more would only cost time. */
const MAX_BRANCH_COMMITS = 500;

/** One repository, seen through the answers. Everything is cached until `invalidate`. */
export interface RepositoryLens {
  /** Absolute path of the work tree's root. */
  readonly root: string;
  /** Files and folders whose change calls for `invalidate`. */
  readonly watch: readonly string[];
  why(signal?: AbortSignal): Promise<WhyAnswer>;
  /** The why of another branch, by its short name; epic files come from that branch, then main. */
  whyOf(branch: string, signal?: AbortSignal): Promise<WhyAnswer>;
  whyOfTicket(key: string, signal?: AbortSignal): Promise<WhyAnswer>;
  outcomes(signal?: AbortSignal): Promise<OutcomesFolder>;
  ready(request: ReadyRequest, signal?: AbortSignal): Promise<ReadyAnswer>;
  flow(request: FlowRequest, onProgress: (commits: number) => void, signal?: AbortSignal): Promise<FlowAnswer>;
  /** Says that this branch is about `key`, whatever its name says. Rejects on a detached HEAD. */
  pin(key: string): Promise<void>;
  unpin(): Promise<void>;
  /** Says that this branch is not about `key`. */
  ignore(key: string): Promise<void>;
  readonly writer: EpicWriter;
  /** Forget what was read, because files, refs or settings changed. */
  invalidate(): void;
}

export interface OutcomeLens {
  /** Opens the repository that holds `folder`. Rejects with a `ProblemError` when there is none or git cannot run. */
  open(folder: string, signal?: AbortSignal): Promise<RepositoryLens>;
}

interface Snapshot {
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  readonly outcomes: OutcomesFolder;
}

/** The only door to the answers: extension, command line and agents all come through here. */
export function createOutcomeLens(ports: LensPorts): OutcomeLens {
  return {
    async open(folder, signal) {
      return createRepositoryLens(ports, await ports.git.open(folder, signal));
    },
  };
}

function createRepositoryLens(ports: LensPorts, repository: RepositoryPort): RepositoryLens {
  const reader = createOutcomesReader(ports, repository.root);
  // Shared by all callers, so they take no caller's signal: one that gives up must not fail the others.
  const snapshot = createCell(takeSnapshot);
  const whyAnswer = createCell(async () => answerWhy(await snapshot.get()));
  let flowPart: Promise<FlowLens> | null = null;

  async function takeSnapshot(): Promise<Snapshot> {
    const team = await reader.team();
    const first = await repository.facts(team.mainBranch, keyRules(team, []));
    const outcomes = await reader.read(repository, first.main?.hash ?? null, team);
    const rules = keyRules(team, outcomes.epics);
    return { facts: withRules(first, rules), rules, outcomes };
  }

  async function answerWhy({ facts, rules, outcomes }: Snapshot): Promise<WhyAnswer> {
    const { head, main } = facts;
    const ref = head.kind === 'detached' ? null : head.ref;
    const config = (key: 'outcomelens-ticket' | 'outcomelens-ignore' | 'gk-associated-issues') =>
      ref === null ? Promise.resolve([]) : repository.branchConfig(ref, key);
    const [pins, ignored, associated, commits] = await Promise.all([
      config('outcomelens-ticket'),
      config('outcomelens-ignore'),
      config('gk-associated-issues'),
      head.kind === 'branch' && main !== null && main.hash !== head.hash
        ? repository.commitsSince(main, head.hash, rules, MAX_BRANCH_COMMITS + 1)
        : Promise.resolve([]),
    ]);
    const pin = pins.at(-1) ?? null;
    return whyOfBranch({
      repository: facts,
      evidence: {
        pin: pin !== null && isEpicKey(pin) ? pin : null,
        ignored,
        associated: associatedTickets(associated),
        commits: commits.slice(0, MAX_BRANCH_COMMITS),
      },
      commitsTruncated: commits.length > MAX_BRANCH_COMMITS,
      outcomes,
      now: ports.now(),
    });
  }

  async function whyOf(branch: string, signal?: AbortSignal): Promise<WhyAnswer> {
    const { facts, rules, outcomes } = await snapshot.get();
    const tip = await repository.branchTip(branch, signal);
    if (tip === null) throw new ProblemError({ code: 'git/failed', detail: `there is no branch "${branch}"` });
    const theirs = await epicsOfTree(tip.hash, outcomes, signal);
    const head = { kind: 'branch' as const, ref: tip.ref, hash: tip.hash, facts: readBranchName(branch, rules) };
    return answerWhy({ facts: { ...facts, head }, rules, outcomes: theirs });
  }

  /** The tree of another branch counts before main's; the work tree belongs to this branch and does not count. */
  async function epicsOfTree(hash: string, mine: OutcomesFolder, signal?: AbortSignal): Promise<OutcomesFolder> {
    const folder = ports.outcomesFolder();
    const listed = (await repository.listTree(hash, folder, signal)).filter(path =>
      /^[^/]+\.md$/i.test(path.slice(folder.length + 1)),
    );
    const epics: EpicFile[] = [];
    for (const path of listed) {
      const text = await repository.readTree(hash, path, signal);
      if (text !== null) epics.push(ports.epics.parseEpic({ path, text, origin: 'main', unsaved: false }));
    }
    const fromMain = mine.epics.filter(file => file.origin === 'main' && !listed.includes(file.path));
    return { ...mine, epics: [...epics, ...fromMain] };
  }

  async function flow(request: FlowRequest, onProgress: (commits: number) => void, signal?: AbortSignal) {
    flowPart ??= import('./flowLens.ts').then(part => part.createFlowLens(ports, repository));
    const part = await flowPart;
    const { facts, rules, outcomes } = await snapshot.get();
    return part.answer({ request, facts, rules, outcomes }, onProgress, signal);
  }

  async function branchRef(): Promise<string> {
    const { head } = (await snapshot.get()).facts;
    if (head.kind === 'detached')
      throw new ProblemError({ code: 'git/failed', detail: 'no branch is checked out (detached HEAD)' });
    return head.ref;
  }

  function invalidate(): void {
    snapshot.clear();
    whyAnswer.clear();
  }

  const afterwards = (change: (ref: string) => Promise<void>) => async () => {
    try {
      await change(await branchRef());
    } finally {
      invalidate();
    }
  };

  return {
    root: repository.root,
    watch: repository.watch,
    why: signal => unlessAborted(whyAnswer.get(), signal),
    whyOf,
    whyOfTicket: async key => whyOfTicket(key, (await snapshot.get()).outcomes, ports.now()),
    outcomes: async () => (await snapshot.get()).outcomes,
    ready: async (request, signal) => {
      const [{ facts, outcomes }, answer] = await Promise.all([snapshot.get(), whyAnswer.get()]);
      return answerReady(ports, repository, { request, facts, outcomes, why: answer }, signal);
    },
    flow,
    pin: key => afterwards(ref => repository.setBranchConfig(ref, 'outcomelens-ticket', checkedKey(key)))(),
    unpin: afterwards(ref => repository.unsetBranchConfig(ref, 'outcomelens-ticket')),
    ignore: key => afterwards(ref => repository.addBranchConfig(ref, 'outcomelens-ignore', checkedKey(key)))(),
    writer: createEpicWriter(ports, repository.root, snapshot.get),
    invalidate,
  };
}

function checkedKey(key: string): string {
  if (!isEpicKey(key)) throw new ProblemError({ code: 'ticket/invalid-key', detail: key.slice(0, 80) });
  return key;
}

/** The branch's name is read again once the epic files have told which project keys exist. */
function withRules(facts: RepositoryFacts, rules: KeyRules): RepositoryFacts {
  const { head } = facts;
  if (head.kind === 'detached') return facts;
  return { ...facts, head: { ...head, facts: readBranchName(head.ref.replace(/^refs\/heads\//, ''), rules) } };
}

async function unlessAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  const value = await promise;
  signal?.throwIfAborted();
  return value;
}
