/** Epoch seconds. An argument everywhere, so that no answer depends on an ambient clock. */
export type Clock = () => number;
