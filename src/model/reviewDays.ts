/** Days (`YYYY-MM-DD`) on which a team looks at an outcome again. */
export interface ReviewDays {
  /** The latest day that has come without a word since; null when none has. */
  readonly due: string | null;
  /** The next day to come; null when there is none. */
  readonly next: string | null;
}
