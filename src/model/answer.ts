/** What every answer carries beside its value: how it was found, what is missing, how fresh it is. */
export interface Answer<Value, ReasonCode, MissingCode> {
  /** null = unknown; never a guess. */
  readonly value: Value | null;
  readonly reasons: readonly ReasonCode[];
  readonly missing: readonly MissingCode[];
  /** Epoch seconds at which the inputs were read. */
  readonly asOf: number;
}
