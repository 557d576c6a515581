import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import { COMMANDS, VIEWS, type CommandId } from '../ids.ts';
import { addTicketToEpic } from './addTicketToEpic.ts';
import { chooseRepository } from './chooseRepository.ts';
import type { Command, CommandContext } from './context.ts';
import { nextStage } from './nextStage.ts';
import { notThisTicket } from './notThisTicket.ts';
import { openEpic } from './openEpic.ts';
import { openEvidence } from './openEvidence.ts';
import { openItem } from './openItem.ts';
import { pinTicket } from './pinTicket.ts';
import { recordMeasurement } from './recordMeasurement.ts';
import { reviewOutcome } from './reviewOutcome.ts';
import { writeOutcome } from './writeOutcome.ts';

const focus =
  (view: string): Command =>
  async () => {
    await vscode.commands.executeCommand(`${view}.focus`);
  };

/** Every command with what it does, for the error boundary's sentence. */
const TABLE: Readonly<Record<CommandId, readonly [what: string, run: Command]>> = {
  [COMMANDS.showOutcome]: ['show the outcome', focus(VIEWS.outcome)],
  [COMMANDS.writeOutcome]: ['write the anticipated outcome', writeOutcome],
  [COMMANDS.addTicketToEpic]: ['add the ticket to an epic', addTicketToEpic],
  [COMMANDS.openEpic]: ['open the epic file', openEpic],
  [COMMANDS.nextStage]: ['move the epic to its next stage', nextStage],
  [COMMANDS.recordMeasurement]: ['record the measurement', recordMeasurement],
  [COMMANDS.reviewOutcome]: ['review the outcome', reviewOutcome],
  [COMMANDS.pinTicket]: ['pin the ticket', pinTicket],
  [COMMANDS.unpinTicket]: [
    'unpin the ticket',
    async ({ session }) => {
      await (await session.repository()).unpin();
      await session.refresh();
    },
  ],
  [COMMANDS.notThisTicket]: ['set the ticket aside', notThisTicket],
  [COMMANDS.showReadiness]: ['show the readiness list', focus(VIEWS.readiness)],
  [COMMANDS.undoLastTick]: ['undo the last tick', ({ ticker }) => ticker.undo()],
  [COMMANDS.openEvidence]: ['open the evidence', openEvidence],
  [COMMANDS.openItem]: ['open the item', openItem],
  [COMMANDS.openInsights]: ['open the insights', ({ insights }) => insights.open()],
  [COMMANDS.exportRetrospective]: ['export the retrospective', ({ insights }) => insights.exportRetrospective()],
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
