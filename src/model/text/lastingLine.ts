/** Branches that teams name after an environment, or after the line that the next release grows on. */
const LASTING = new Set(
  'main|master|trunk|develop|development|dev|next|edge|nightly|staging|stage|production|prod|gh-pages'.split('|'),
);

/** A release line: `3.5.x`, `v2`, `release/2`, `support/1`. */
export function isReleaseLine(branch: string): boolean {
  return /^v?\d+(?:\.\d+)*(?:\.x)?$/.test(branch) || /^(?:releases?|support)[/-]/.test(branch);
}

/** A branch that lives on beside main (its short name); what is on it is no piece of work that will land as one. */
export function isLastingLine(branch: string): boolean {
  return LASTING.has(branch) || isReleaseLine(branch);
}
