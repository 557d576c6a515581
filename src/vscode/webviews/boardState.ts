import { hasAnticipatedOutcome } from '../../model/outcome.ts';
import type { OutcomesFolder, ValueTree } from '../../model/epic.ts';
import { EPIC_TYPES, isEditable } from '../../model/epic.ts';
import type { Board, BoardCard } from '../../model/learn/board.ts';
import { isOver } from '../../model/stage.ts';
import { withoutPeople } from '../../model/text/withoutPeople.ts';
import type { MessageState } from '../../protocol/actions.ts';
import type { BoardState, Card, CardGate, Column } from '../../protocol/boardProtocol.ts';
import { ageHow, ageLabel, inProgressLabel, READ_ONLY_EPIC } from '../../wording/board.ts';
import { signWords } from '../../wording/epicSigns.ts';
import { workTypeLabel } from '../../wording/flow.ts';
import { VERDICT_TEXT } from '../../wording/outcome.ts';
import { problemText } from '../../wording/problems.ts';
import { gateSummary, stageLabel } from '../../wording/ready.ts';

/** Told by the outcome's and the key result's own lines of a card. */
const TOLD_ELSEWHERE = new Set(['noOutcome', 'unknownKeyResult']);

/** What the board shows of a repository. */
export function boardState(
  board: Board,
  { outcomes, repository }: { readonly outcomes: OutcomesFolder; readonly repository: string },
): BoardState {
  if (outcomes.epics.length === 0) return noEpics;
  const { valueTree } = outcomes;
  return {
    kind: 'board',
    repository,
    inProgress: inProgressLabel(board.inProgress),
    columns: board.columns.map(({ stage, inProgress, cards }): Column => ({
      stage,
      label: stage === null ? 'No stage' : stageLabel(stage),
      inProgress,
      cards: cards.flatMap(card => cardOf(card) ?? []),
    })),
    objectives: objectivesOf(valueTree),
    types: EPIC_TYPES.map(type => ({ type, label: workTypeLabel(type) })),
    notices: board.unread.map(({ file }) => ({
      text: `${file.path}: ${file.problems[0] === undefined ? 'no epic could be read.' : problemText(file.problems[0]).text}`,
      action: { id: 'openEpic', label: 'Open File', argument: file.path },
    })),
  };
}

const noEpics: MessageState = {
  kind: 'message',
  tone: 'invite',
  title: 'No epic yet',
  text: 'The board shows the epics of the outcomes folder by stage. Write the anticipated outcome of your branch to begin.',
  actions: [{ id: 'writeOutcome', label: 'Write Anticipated Outcome', primary: true }],
};

function objectivesOf({ objectives }: ValueTree) {
  return objectives.map(({ id, title, keyResults }) => ({
    id,
    label: `${id} ${title}`,
    keyResults: keyResults.map(keyResult => ({ id: keyResult.id, label: `${keyResult.id} ${keyResult.title}` })),
  }));
}

function cardOf({ entry, objective, keyResult, age }: BoardCard): Card | null {
  const { file, signs } = entry;
  const { epic, path } = file;
  if (epic === null) return null;
  const readOnly = !isEditable(file);
  const outcome = hasAnticipatedOutcome(epic.outcome) ? epic.outcome.statement.trim() : '';
  return {
    path,
    key: epic.key,
    title: withoutPeople(epic.title),
    outcome,
    write:
      outcome !== '' || readOnly || isOver(epic.stage)
        ? null
        : { id: 'editOutcome', label: 'Write it', argument: path },
    type: epic.type,
    typeLabel: epic.type === null ? '' : workTypeLabel(epic.type),
    objective: objective?.id ?? null,
    keyResult: epic.keyResult,
    keyResultLabel: keyResultLabel(epic.keyResult, keyResult),
    actual: epic.outcome?.actual == null ? '' : VERDICT_TEXT[epic.outcome.actual.verdict].label,
    gate: gateOf(entry),
    age: ageLabel(age, epic.stage),
    ageHow: ageHow(age),
    signs: signs.filter(({ code }) => !TOLD_ELSEWHERE.has(code)).map(sign => ({ code: sign.code, ...signWords(sign) })),
    fixed: readOnly ? READ_ONLY_EPIC : '',
    open: { id: 'openEpic', label: 'Open Epic File', argument: path },
  };
}

function keyResultLabel(named: string | null, known: BoardCard['keyResult']): string {
  if (named === null) return '';
  return known === null ? `${named} (not in value-tree.yaml)` : `${known.id} ${known.title}`;
}

function gateOf({ readiness, progress }: BoardCard['entry']): CardGate | null {
  if (readiness === null || progress === null) return null;
  const { asked } = readiness;
  return {
    name: asked.map(({ gate }) => gate.name).join(' and '),
    ...progress,
    summary: asked.map(gate => `${gate.gate.name}: ${gateSummary(gate)}`).join('; '),
  };
}
