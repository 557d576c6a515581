import type { EpicFile, OutcomesFolder } from '../../model/epic.ts';
import type { Finding } from '../../model/lint.ts';
import type { Problem } from '../../model/problem.ts';
import type { BranchWhy, WhyMissing } from '../../model/why.ts';
import type { Action, MessageState } from '../../protocol/actions.ts';
import type { Crumb, Notice, OutcomeState } from '../../protocol/outcomeProtocol.ts';
import { problemText } from '../../wording/problems.ts';
import { branchHow, epicHow, missingText, ticketHow } from '../../wording/why.ts';
import type { SessionState } from '../session.ts';
import { epicCard } from './epicCard.ts';
import { plainTexts } from './plainTexts.ts';

/** What the Outcome view shows for a session's state. `today` is `YYYY-MM-DD`; `findings` are those of a file. */
export function outcomeState(
  state: SessionState,
  today: string,
  findings: (path: string) => readonly Finding[] = () => [],
): OutcomeState {
  switch (state.kind) {
    case 'loading':
      return { kind: 'loading' };
    case 'problem':
      return problemState(state.problem);
    case 'answers': {
      const why = state.why.value;
      if (why === null) return { kind: 'loading' };
      const { missing } = state.why;
      return plainTexts<OutcomeState>({
        kind: 'chain',
        repository: state.several ? state.name : '',
        crumbs: crumbs(why, missing),
        gap: gap(why, missing),
        notices: [...notices(why, missing), ...folderNotices(why, state.outcomes)],
        otherTickets: why.otherTickets.map(ticket => ({
          key: ticket.key,
          how: ticketHow(ticket),
          pin: { id: 'pinTicket', label: 'Pin', argument: ticket.key },
        })),
        ticketActions: ticketActions(why),
        epic: why.epic === null ? null : epicCard(why.epic, state.ready, findings(why.epic.path), today),
      });
    }
  }
}

/** A failure as a state of the view: what happened and one way on. */
export function problemState(problem: Problem): MessageState {
  const { title, text, action } = problemText(problem);
  const known: Record<NonNullable<typeof action>, Action> = {
    showLog: { id: 'showLog', label: 'Show Log' },
    openFile: { id: 'openEpic', label: 'Open File', argument: problem.file ?? '' },
    manageTrust: { id: 'manageTrust', label: 'Manage Workspace Trust' },
    openFolder: { id: 'openFolder', label: 'Open Folder' },
    openSettings: { id: 'openSettings', label: 'Open Settings', argument: 'git.path' },
    refresh: { id: 'refresh', label: 'Refresh' },
  };
  const invite = problem.code === 'workspace/no-folder' || problem.code === 'git/no-repository';
  const tone = invite ? 'invite' : problem.code === 'workspace/untrusted' ? 'info' : 'warning';
  const actions: Action[] = action === null ? [] : [{ ...known[action], primary: true }];
  if (action !== 'refresh' && problem.code !== 'workspace/no-folder') actions.push({ id: 'refresh', label: 'Refresh' });
  return plainTexts({ kind: 'message', tone, title, text, actions });
}

/** From the objective down to the branch, as the chain is read. */
function crumbs(why: BranchWhy, missing: readonly WhyMissing[]): Crumb[] {
  const { branch, ticket, epic, keyResult, objective } = why;
  const name = epic?.epic ?? null;
  const lost = (kind: Crumb['kind'], label: string, code: WhyMissing): Crumb =>
    missing.includes(code)
      ? { kind, state: 'missing', label, how: missingText(code, why).text }
      : { kind, state: 'notAsked', label, how: 'follows from the links below' };
  const list: Crumb[] = [];
  if (objective !== null)
    list.push({
      kind: 'objective',
      state: 'found',
      label: objective.title,
      how: `${objective.id}, from value-tree.yaml`,
    });
  if (keyResult !== null)
    list.push({ kind: 'keyResult', state: 'found', label: keyResult.title, how: `${keyResult.id}, named by the epic` });
  else if (missing.includes('keyResult/unknown'))
    list.push({
      ...lost('keyResult', name?.keyResult ?? 'Key result', 'keyResult/unknown'),
      action: { id: 'openValueTree', label: 'Open value-tree.yaml' },
    });
  else if (name !== null)
    list.push({
      kind: 'keyResult',
      state: 'notAsked',
      label: 'No key result',
      how: missingText('keyResult/none', why).text,
    });
  list.push(
    name === null || epic === null
      ? lost('epic', 'No epic', missing.includes('epics/none') ? 'epics/none' : 'epic/none')
      : {
          kind: 'epic',
          state: 'found',
          label: `${name.key} ${name.title}`,
          how: why.epicSource === null ? epic.path : epicHow(why.epicSource, epic.path),
          action: { id: 'openEpic', label: 'Open', argument: epic.path },
        },
  );
  list.push(
    ticket === null
      ? lost('ticket', 'No ticket', 'ticket/none')
      : { kind: 'ticket', state: 'found', label: ticket.key, how: ticketHow(ticket) },
  );
  list.push({ kind: 'branch', state: 'found', label: branch.label, how: branchHow(branch) });
  return list;
}

/** The lowest missing link: mending it is the next step. A missing key result is never a gap. */
function gap(why: BranchWhy, missing: readonly WhyMissing[]): MessageState | null {
  const order: readonly WhyMissing[] = [
    'branch/unborn',
    'branch/detached',
    'branch/isMain',
    'epic/unreadable',
    'outcome/none',
    'epic/none',
    'ticket/none',
    'epics/none',
  ];
  const hasTicket = why.ticket !== null;
  const code = order.find(candidate => missing.includes(candidate) && (candidate !== 'epic/none' || hasTicket));
  if (code === undefined) return null;
  // A newborn branch can already have its why, and a whole chain needs no gap.
  if (code === 'branch/unborn' && why.epic !== null) return null;
  const shown = code === 'branch/unborn' ? 'epics/none' : code;
  const { title, text } = missingText(
    code === 'ticket/none' && missing.includes('epics/none') ? 'epics/none' : shown,
    why,
  );
  return { kind: 'message', tone: 'invite', title, text, actions: gapActions(shown, why) };
}

function gapActions(code: WhyMissing, why: BranchWhy): Action[] {
  const write: Action = { id: 'writeOutcome', label: 'Write Anticipated Outcome', primary: true };
  const pin: Action = { id: 'pinTicket', label: 'Pin Ticket…' };
  switch (code) {
    case 'branch/detached':
      return [];
    case 'branch/isMain':
      return [{ id: 'openInsights', label: 'Open Insights', primary: true }];
    case 'epic/unreadable':
    case 'outcome/none':
      return [{ ...openOutcome(why.epic), primary: true }];
    case 'epic/none':
      return [write, { id: 'addTicketToEpic', label: 'Add to an Epic…' }];
    default:
      return why.ticket === null ? [write, pin] : [write];
  }
}

function openOutcome(epic: EpicFile | null): Action {
  const path = epic?.path ?? '';
  return epic?.epic === null
    ? { id: 'openEpic', label: 'Open File', argument: path }
    : { id: 'editOutcome', label: 'Write Anticipated Outcome', argument: path };
}

function ticketActions(why: BranchWhy): Action[] {
  const { ticket } = why;
  if (ticket === null || why.branch.state === 'detached') return [];
  if (ticket.source === 'pin') return [{ id: 'unpinTicket', label: 'Unpin' }];
  return [
    { id: 'notThisTicket', label: 'Not This Ticket', argument: ticket.key },
    { id: 'pinTicket', label: 'Pin Another…' },
  ];
}

/** Files that could not be read at all: the chain may lack a link because of one of them. */
function folderNotices(why: BranchWhy, { team, valueTree }: OutcomesFolder): Notice[] {
  const lost = why.unreadableEpics.flatMap(file =>
    file.problems.slice(0, 1).map(problem => ({ file: file.path, ...problem })),
  );
  return [...lost, ...team.problems, ...valueTree.problems].map(problem => {
    const path = problem.file ?? '';
    const where = problem.line === undefined ? path : `${path}, line ${problem.line}`;
    const open: Action = { id: 'openEpic', label: 'Open', argument: path };
    return { tone: 'warning', text: `${where}: ${problemText(problem).text}`, actions: path === '' ? [] : [open] };
  });
}

function notices(why: BranchWhy, missing: readonly WhyMissing[]): Notice[] {
  const list: Notice[] = [];
  const open = (path: string): Action => ({ id: 'openEpic', label: 'Open', argument: path });
  const problem = why.epic?.problems[0];
  if (why.epic !== null && problem !== undefined && why.epic.epic !== null) {
    const more = why.epic.problems.length - 1;
    const text = `${why.epic.path}${problem.line === undefined ? '' : `, line ${problem.line}`}: ${problemText(problem).text}`;
    list.push({
      tone: 'warning',
      text: more > 0 ? `${text} (and ${more} more)` : text,
      actions: [open(why.epic.path)],
    });
  }
  if (why.epic?.origin === 'main')
    list.push({
      tone: 'info',
      text: `The epic file is read from ${why.branch.main?.name ?? 'main'}: this branch does not have it. It cannot be ticked here.`,
      actions: [],
    });
  for (const other of why.otherEpics)
    list.push({ tone: 'info', text: `${other.path} also lists this ticket.`, actions: [open(other.path)] });
  if (why.branch.main?.how === 'head')
    list.push({
      tone: 'info',
      text: `Main branch: ${branchHow({ ...why.branch, state: 'branch', commits: null })}.`,
      actions: [],
    });
  if (why.branch.shallow)
    list.push({
      tone: 'info',
      text: 'This is a shallow clone: commits beyond its edge are not here, so tickets named there are not seen.',
      actions: [],
    });
  if (missing.includes('keyResult/unknown'))
    list.push({
      tone: 'warning',
      text: missingText('keyResult/unknown', why).text,
      actions: [{ id: 'openValueTree', label: 'Open value-tree.yaml' }],
    });
  return list;
}
