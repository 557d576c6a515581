import { compareKeys, type Card, type Column, type ShownBoard } from '../../src/protocol/boardProtocol.ts';

export type Stage = NonNullable<Column['stage']>;

/** A card on its way: it is shown where it goes before the host has answered. */
export interface Moving {
  readonly epic: string;
  readonly from: Stage | null;
  readonly to: Stage;
  /** The host has answered; what it sends next counts. */
  readonly answered: boolean;
}

/** A card and the column that it is in. */
export interface Place {
  readonly card: Card;
  readonly column: Column;
}

export function placeOf({ columns }: Pick<ShownBoard, 'columns'>, epic: string): Place | null {
  for (const column of columns) {
    const card = column.cards.find(({ path }) => path === epic);
    if (card !== undefined) return { card, column };
  }
  return null;
}

/** The columns with the card that is on its way in its new one. */
export function placed(board: ShownBoard, moving: Moving | null): readonly Column[] {
  const place = moving === null ? null : placeOf(board, moving.epic);
  if (moving === null || place === null || place.column.stage !== moving.from) return board.columns;
  const { card } = place;
  return board.columns.map(column => {
    if (column === place.column) return { ...column, cards: column.cards.filter(other => other !== card) };
    if (column.stage !== moving.to) return column;
    const cards = [...column.cards, card].sort((a, b) => compareKeys(a.key, b.key));
    return { ...column, cards };
  });
}

/** What is still on its way once the host sent `board`. */
export function stillMoving(moving: Moving | null, board: ShownBoard): Moving | null {
  if (moving === null || moving.answered) return null;
  return placeOf(board, moving.epic)?.column.stage === moving.from ? moving : null;
}

/** Stages that an epic in `from` can be moved to, in their order. */
export function stagesToMoveTo(
  { columns }: Pick<ShownBoard, 'columns'>,
  from: Stage | null,
): readonly { readonly stage: Stage; readonly label: string }[] {
  return columns.flatMap(({ stage, label }) => (stage === null || stage === from ? [] : [{ stage, label }]));
}

/** The stage beside `from`, for whoever moves step by step; null at the ends. Nothing is stopped by a step too many. */
export function stageBeside({ columns }: Pick<ShownBoard, 'columns'>, from: Stage | null, step: 1 | -1): Stage | null {
  const stages = columns.flatMap(({ stage }) => stage ?? []).filter(stage => stage !== 'stopped');
  if (from === 'stopped') return null;
  return stages[from === null ? (step === 1 ? 0 : -1) : stages.indexOf(from) + step] ?? null;
}
