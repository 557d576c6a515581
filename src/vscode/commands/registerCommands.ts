import * as vscode from 'vscode';
import { NO_FILTER } from '../../model/learn/epicsChoice.ts';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import { COMMANDS, VIEWS, type CommandId } from '../ids.ts';
import { chooseRepository } from './chooseRepository.ts';
import type { Command, CommandContext } from './context.ts';
import type { LaterCommands } from './laterCommands.ts';
import { openItem } from './openItem.ts';
import { pathOfRow } from '../views/epics/epicRows.ts';

const focus =
  (view: string): Command =>
  async () => {
    await vscode.commands.executeCommand(`${view}.focus`);
  };

/** A command of the bundle that is loaded when one of its commands first runs. */
const later =
  (name: keyof LaterCommands): Command =>
  async (context, ...args) => {
    const { laterCommands } = await import('./laterCommands.ts');
    await laterCommands[name](context, ...args);
  };

/** The same, where an epic's row in the Epics view stands for the path of its file. */
const laterOfRow =
  (name: keyof LaterCommands): Command =>
  (context, wanted, ...args) =>
    later(name)(context, pathOfRow(wanted) ?? wanted, ...args);

/** Every command with what it does, for the error boundary's sentence. */
const TABLE: Readonly<Record<CommandId, readonly [what: string, run: Command]>> = {
  [COMMANDS.showOutcome]: ['show the outcome', focus(VIEWS.outcome)],
  [COMMANDS.writeOutcome]: [
    'write the anticipated outcome',
    (context, wanted) => {
      const path = pathOfRow(wanted);
      return path === null
        ? later('writeOutcome')(context, wanted)
        : later('openEpic')(context, path, 'outcome.statement');
    },
  ],
  [COMMANDS.addTicketToEpic]: ['add the ticket to an epic', later('addTicketToEpic')],
  [COMMANDS.openEpic]: ['open the epic file', laterOfRow('openEpic')],
  [COMMANDS.nextStage]: ['move the epic to its next stage', laterOfRow('nextStage')],
  [COMMANDS.recordMeasurement]: ['record the measurement', laterOfRow('recordMeasurement')],
  [COMMANDS.reviewOutcome]: ['review the outcome', laterOfRow('reviewOutcome')],
  [COMMANDS.recordEarlySign]: ['record the early sign', laterOfRow('recordEarlySign')],
  [COMMANDS.revisitBelief]: ['revisit the belief', laterOfRow('revisitBelief')],
  [COMMANDS.whyFile]: ['say why the file is here', later('whyPath')],
  [COMMANDS.whyFolder]: ['say why the folder is here', later('whyPath')],
  [COMMANDS.outcomeCommits]: ['list the commits', laterOfRow('outcomeCommits')],
  [COMMANDS.newDocument]: ['write the document', laterOfRow('newDocument')],
  [COMMANDS.openDocument]: ['open the document', later('openDocument')],
  [COMMANDS.customiseTemplate]: ['customise the template', later('customiseTemplate')],
  [COMMANDS.pinTicket]: ['pin the ticket', later('pinTicket')],
  [COMMANDS.unpinTicket]: [
    'unpin the ticket',
    async ({ session }) => {
      await (await session.repository()).unpin();
      await session.refresh();
    },
  ],
  [COMMANDS.notThisTicket]: ['set the ticket aside', later('notThisTicket')],
  [COMMANDS.insertTicketTrailer]: ['insert the ticket', later('insertTicketTrailer')],
  [COMMANDS.copyPullRequestDescription]: [
    'copy the description of the pull request',
    later('copyPullRequestDescription'),
  ],
  [COMMANDS.whyIsThisLineHere]: ['tell why the line is here', ({ whyHovers }) => whyHovers.showAtCursor()],
  [COMMANDS.showReadiness]: ['show the readiness list', focus(VIEWS.readiness)],
  [COMMANDS.undoLastTick]: ['undo the last tick', ({ ticker }) => ticker.undo()],
  [COMMANDS.openEvidence]: ['open the evidence', later('openEvidence')],
  [COMMANDS.openItem]: ['open the item', openItem],
  [COMMANDS.showEpics]: ['show the epics', focus(VIEWS.epics)],
  [COMMANDS.newEpic]: ['write a new epic', later('newEpic')],
  [COMMANDS.moveUnder]: [
    'move the epic',
    async ({ epics }, row, selected) => (await epics.part()).moveUnder(row, selected),
  ],
  [COMMANDS.undoLastMove]: ['undo the last move', async ({ epics }) => (await epics.part()).undoMove()],
  [COMMANDS.filterEpics]: ['filter the epics', async ({ epics }) => (await epics.part()).filter()],
  [COMMANDS.clearEpicsFilter]: [
    'show all epics',
    async ({ epics }) => (await epics.part()).choose({ filter: NO_FILTER }),
  ],
  [COMMANDS.sortEpics]: ['sort the epics', async ({ epics }) => (await epics.part()).sort()],
  [COMMANDS.openValueTree]: ['open the value tree', context => later('openEpic')(context, 'value-tree.yaml')],
  [COMMANDS.openInsights]: ['open the insights', ({ insights }) => insights.open()],
  [COMMANDS.openBoard]: [
    'open the Portfolio board',
    async ({ board }) => {
      await board.open();
    },
  ],
  [COMMANDS.exportRetrospective]: ['export the retrospective', ({ insights }) => insights.exportRetrospective()],
  [COMMANDS.offerMcp]: ['offer the MCP server', ({ agents }) => agents.offerMcp(true)],
  [COMMANDS.withdrawMcp]: ['withdraw the MCP server', ({ agents }) => agents.offerMcp(false)],
  [COMMANDS.chooseRepository]: ['choose the repository', chooseRepository],
  [COMMANDS.refresh]: ['refresh', ({ session }) => session.refresh()],
  [COMMANDS.showLog]: [
    'show the log',
    ({ log }) => {
      log.show();
      return Promise.resolve();
    },
  ],
};

/** Registers every command inside the error boundary. */
export function registerCommands(context: CommandContext, errors: ErrorBoundary): Disposable {
  const owned = createDisposables();
  for (const [id, [what, run]] of Object.entries(TABLE))
    owned.register(
      vscode.commands.registerCommand(id, (...args: unknown[]) => errors.command(what, () => run(context, ...args))),
    );
  return owned;
}
