import { epicsForTicket } from '../answers/why/epicForTicket.ts';
import { questionsOf, type RepositoryEvidence } from '../answers/ready/repositoryFacts.ts';
import { readinessOf } from '../answers/ready/readiness.ts';
import type { RepositoryFacts } from '../model/branch.ts';
import type { EpicFile, OutcomesFolder } from '../model/epic.ts';
import { ProblemError } from '../model/problem.ts';
import type { RepositoryPort } from '../model/ports/gitPort.ts';
import type { ReadyAnswer } from '../model/ready.ts';
import type { WhyAnswer } from '../model/why.ts';
import type { LensPorts } from './ports.ts';
import { dayIn } from '../model/calendarDay.ts';

export interface ReadyRequest {
  /** An epic's key or one of its tickets (case ignored), or a file's path; null asks about the current branch's epic. */
  readonly epic: string | null;
  /** A gate's name; null asks the gates of the epic's stage. */
  readonly gate: string | null;
  /** Claimed and stale items do not count as met. */
  readonly strict: boolean;
}

interface ReadyContext {
  readonly request: ReadyRequest;
  readonly facts: RepositoryFacts;
  readonly outcomes: OutcomesFolder;
  readonly why: WhyAnswer;
}

/** Looks up what the items ask of the repository, then lets the pure answer judge. */
export async function answerReady(
  ports: LensPorts,
  repository: RepositoryPort,
  context: ReadyContext,
  signal?: AbortSignal,
): Promise<ReadyAnswer> {
  const { request, outcomes } = context;
  const now = ports.now();
  const file = request.epic === null ? (context.why.value?.epic ?? null) : findEpic(outcomes, request.epic);
  if (file === null) return { value: null, reasons: [], missing: ['epic/none'], asOf: now };
  const allGates = file.epic?.gates.map(gate => gate.name.toLowerCase()) ?? [];
  return readinessOf({
    file,
    evidence: await lookUp(ports, repository, file, context, signal),
    today: dayIn(outcomes.team.timeZone, now),
    gate: request.gate,
    evidenceRequired: request.strict ? allGates : outcomes.team.evidenceRequired.map(name => name.toLowerCase()),
    now,
  });
}

function findEpic(outcomes: OutcomesFolder, wanted: string): EpicFile | null {
  const key = wanted.toUpperCase();
  return (
    outcomes.epics.find(file => file.epic?.key.toUpperCase() === key) ??
    outcomes.epics.find(file => file.path === wanted) ??
    epicsForTicket(wanted, outcomes.epics)[0]?.file ??
    null
  );
}

async function lookUp(
  ports: LensPorts,
  repository: RepositoryPort,
  file: EpicFile,
  { facts, outcomes }: ReadyContext,
  signal?: AbortSignal,
): Promise<RepositoryEvidence> {
  const questions = questionsOf(file);
  const { root } = repository;
  const paths = new Set<string>();
  const texts = new Map<string, string>();
  const tooLarge = new Set<string>();
  const commits = new Set<string>();
  for (const path of questions.paths) if (await ports.files.exists(root, path)) paths.add(path);
  for (const path of questions.texts) {
    const text = paths.has(path) ? await readText(ports, root, path) : null;
    if (text === 'tooLarge') tooLarge.add(path);
    else if (text !== null) texts.set(path, text.text);
  }
  for (const hash of questions.commits) if (await repository.hasCommit(hash, signal)) commits.add(hash);
  const tickets = new Set(outcomes.epics.flatMap(({ epic }) => (epic === null ? [] : [epic.key, ...epic.tickets])));
  return {
    paths,
    texts,
    tooLarge,
    shallow: facts.shallow,
    commits,
    tags: questions.tags ? await repository.tags(signal) : [],
    tickets,
    changed: new Map(),
    absent: new Map(),
  };
}

/** A folder has no text to look into. */
async function readText(ports: LensPorts, root: string, path: string): Promise<{ text: string } | 'tooLarge' | null> {
  try {
    return await ports.files.read(root, path);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code === 'file/too-large' ? 'tooLarge' : null;
    throw error;
  }
}
