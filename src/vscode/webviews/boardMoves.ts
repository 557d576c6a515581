import { gatesLeft } from '../../answers/ready/leftOpen.ts';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import { isEditable } from '../../model/epic.ts';
import { ProblemError } from '../../model/problem.ts';
import type { Stage } from '../../model/stage.ts';
import type { FromBoard, ToBoard } from '../../protocol/boardProtocol.ts';
import { movedBackSentence, movedSentence, READ_ONLY_EPIC } from '../../wording/board.ts';
import { problemText } from '../../wording/problems.ts';
import type { ErrorBoundary } from '../errors.ts';
import { moveEpic, type TakeBack } from '../moveEpic.ts';
import type { Session } from '../session.ts';

type Asked = Extract<FromBoard, { readonly t: 'move' | 'undo' }>;
type Answer = Extract<ToBoard, { readonly t: 'moved' | 'stayed' }>;

/** Moves epics for the board, and takes the last move back. What goes wrong is an answer, too. */
export type BoardMoves = (asked: Asked) => Promise<Answer>;

interface Done {
  readonly number: number;
  readonly epic: string;
  readonly key: string;
  readonly from: Stage | null;
  readonly takeBack: TakeBack;
}

export function createBoardMoves(session: Session, errors: ErrorBoundary): BoardMoves {
  let last: Done | null = null;
  let count = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function move({ epic, from, to }: Extract<Asked, { t: 'move' }>): Promise<Answer> {
    const lens = await session.repository();
    const file = (await lens.outcomes()).epics.find(({ path }) => path === epic);
    if (file?.epic == null) throw new ProblemError({ code: 'epic/not-found', detail: epic });
    if (!isEditable(file)) return { t: 'stayed', epic, sentence: READ_ONLY_EPIC, undo: null };
    const { key } = file.epic;
    const left = await leftBy(lens, epic, to);
    const takeBack = await moveEpic(session, lens, file, { from, to });
    last = takeBack === null ? null : { number: ++count, epic, key, from, takeBack };
    return { t: 'moved', epic, sentence: movedSentence(key, to, left), undo: last?.number ?? null };
  }

  async function undo(number: number): Promise<Answer> {
    if (last?.number !== number) throw new ProblemError({ code: 'file/changed-underneath' });
    const { epic, key, from, takeBack } = last;
    await takeBack();
    last = null;
    return { t: 'moved', epic, sentence: movedBackSentence(key, from), undo: null };
  }

  async function answer(asked: Asked): Promise<Answer> {
    const epic = asked.t === 'move' ? asked.epic : (last?.epic ?? null);
    const stayed = (sentence: string): Answer => {
      // What could not be taken back now may be taken back later.
      const again = asked.t === 'undo' && asked.move === last?.number ? asked.move : null;
      return { t: 'stayed', epic, sentence, undo: again };
    };
    try {
      return asked.t === 'move' ? await move(asked) : await undo(asked.move);
    } catch (error) {
      const problem = errors.problemOf('move the epic', error);
      if (problem === null) return stayed('');
      const { title, text } = problemText(problem);
      return stayed(`${title}. ${text}`);
    }
  }

  return asked => {
    // Two moves at once would each refuse the other's text as changed.
    const mine = turn.then(() => answer(asked));
    turn = mine;
    return mine;
  };
}

/** What the gates that are left ask, before the move: the stage decides which they are. */
async function leftBy(lens: RepositoryLens, epic: string, to: Stage) {
  const { value } = await lens.ready({ epic, gate: null, strict: false });
  return value === null ? [] : gatesLeft(value, to);
}
