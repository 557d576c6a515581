/** How rows and their names share the width: the name before its row, or above it where it would take too much. */
export interface RowLayout {
  readonly above: boolean;
  /** Where the rows begin. */
  readonly left: number;
  readonly rowHeight: number;
}

const mostShare = 0.4;

/** `widest`: pixels that the longest name takes. */
export function rowLayout(widest: number, width: number): RowLayout {
  const above = widest + 10 > width * mostShare;
  return { above, left: above ? 1 : Math.ceil(widest) + 10, rowHeight: above ? 44 : 25 };
}
