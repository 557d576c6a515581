import * as vscode from 'vscode';
import { reviewDays } from '../../answers/learn/reviewDays.ts';
import { plain } from '../../export/plain.ts';
import { dayIn } from '../../model/calendarDay.ts';
import { hasAnticipatedOutcome } from '../../model/outcome.ts';
import { reviewDueText } from '../../wording/outcome.ts';
import { gateSummary, verdictSentence } from '../../wording/ready.ts';
import { branchHow, epicHow, missingText, shortOutcome, ticketHow } from '../../wording/why.ts';
import { createDisposables, type Disposable } from '../disposables.ts';
import { COMMANDS, STATUS_ITEMS } from '../ids.ts';
import type { Session, SessionState } from '../session.ts';
import { settings } from '../settings.ts';
import { shorten } from './shorten.ts';

const MAX_LENGTH = 48;

/** Two status items: the branch's outcome, and how far the gate of its epic's stage is. */
export function registerStatusBar(session: Session): Disposable {
  const owned = createDisposables();
  const outcome = owned.register(
    vscode.window.createStatusBarItem(STATUS_ITEMS.outcome, vscode.StatusBarAlignment.Left, 40),
  );
  outcome.name = 'Outcome of the branch';
  outcome.command = COMMANDS.showOutcome;
  const readiness = owned.register(
    vscode.window.createStatusBarItem(STATUS_ITEMS.readiness, vscode.StatusBarAlignment.Left, 39),
  );
  readiness.name = 'Readiness of the epic';
  readiness.command = COMMANDS.showReadiness;

  const update = (state: SessionState) => {
    const quiet = settings.quiet();
    show(outcome, quiet ? null : outcomeText(state));
    show(readiness, quiet ? null : readinessText(state));
  };
  owned.register(session.onDidChange(update));
  owned.register(settings.onDidChange(() => update(session.state)));
  update(session.state);
  return owned;
}

interface StatusText {
  readonly icon: string;
  /** A second icon, behind the text. */
  readonly mark?: string;
  readonly text: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly label: string;
}

function show(item: vscode.StatusBarItem, content: StatusText | null): void {
  if (content === null) {
    item.hide();
    return;
  }
  // `$(…)` in a repository's own words would draw an icon.
  const mark = content.mark === undefined ? '' : ` $(${content.mark})`;
  item.text = `$(${content.icon}) ${plain(content.text).replaceAll('$(', '$\u200b(')}${mark}`;
  item.tooltip = plain(content.tooltip);
  item.accessibilityInformation = { label: plain(content.label) };
  item.show();
}

function outcomeText(state: SessionState): StatusText | null {
  const why = state.kind === 'answers' ? state.why.value : null;
  if (why === null || state.kind !== 'answers') return null;
  const statement = shortOutcome(why);
  if (statement !== null) {
    const text = shorten(statement, MAX_LENGTH);
    const due = reviewDue(state);
    return {
      icon: 'target',
      text,
      ...(due === null ? {} : { mark: 'history' }),
      tooltip: [chainTooltip(state), ...(due === null ? [] : [due])].join('\n'),
      label: `Outcome of this branch: ${statement}${due === null ? '' : `. ${due}`}`,
    };
  }
  const { branch } = why;
  if (branch.state === 'main' || branch.state === 'detached')
    return {
      icon: 'target',
      text: branch.label,
      tooltip: chainTooltip(state),
      label: `Outcome Lens: ${branchHow(branch)}`,
    };
  return {
    icon: 'target',
    text: 'No outcome yet',
    tooltip: chainTooltip(state),
    label: 'This branch has no anticipated outcome yet. Opens the Outcome view.',
  };
}

/** Only here and in the views: a review that is due is never a notification. */
function reviewDue({ why, outcomes }: SessionState & { kind: 'answers' }): string | null {
  const epic = why.value?.epic?.epic ?? null;
  const today = dayIn(outcomes.team.timeZone, Date.now() / 1000);
  const due = epic === null ? null : reviewDays(epic, today).due;
  return due === null ? null : reviewDueText(due, today);
}

function chainTooltip(state: SessionState & { kind: 'answers' }): string {
  const why = state.why.value;
  if (why === null) return '';
  const epic = why.epic?.epic ?? null;
  const lines = [
    epic !== null && hasAnticipatedOutcome(epic.outcome) ? epic.outcome.statement.trim() : null,
    why.objective === null ? null : `Objective: ${why.objective.title}`,
    why.keyResult === null ? null : `Key result: ${why.keyResult.title}`,
    epic === null || why.epic === null || why.epicSource === null
      ? null
      : `Epic: ${epic.key} ${epic.title} (${epicHow(why.epicSource, why.epic.path)})`,
    why.ticket === null ? null : `Ticket: ${why.ticket.key} (${ticketHow(why.ticket)})`,
    `Branch: ${why.branch.label} (${branchHow(why.branch)})`,
    state.why.missing[0] === undefined || state.why.missing[0] === 'keyResult/none'
      ? null
      : missingText(state.why.missing[0], why).text,
  ];
  return lines.filter(line => line !== null).join('\n');
}

function readinessText(state: SessionState): StatusText | null {
  const ready = state.kind === 'answers' ? state.ready.value : null;
  if (ready === null || ready.asked.length === 0) return null;
  const total = ready.asked.reduce((sum, gate) => sum + gate.items.length, 0);
  if (total === 0) return null;
  const met = ready.asked.reduce((sum, gate) => sum + gate.met, 0);
  const gates = ready.asked.map(gate => `${gate.gate.name}: ${gateSummary(gate)}`);
  const earlier = ready.earlierOpen.map(gate => `Earlier, still open: ${gate.gate.name}: ${gateSummary(gate)}`);
  return {
    icon: 'checklist',
    text: `${met}/${total}`,
    tooltip: [...gates, ...earlier].join('\n'),
    label: `Readiness: ${verdictSentence(ready)}`,
  };
}
