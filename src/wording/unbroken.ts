import type { Figure } from '../model/flow/figure.ts';

const NO_BREAK = '\u00a0';
const SIGN = /\b([np]) ([=<>]) (?=\d)/g;
const UNIT =
  /(\d) (?=(?:%|(?:minute|hour|day|week|month|year|item|change|deployment|branch|file|line|commit|people)(?:s|es)?\b))/g;

/** The same with no-break spaces inside "n = 352", "95 %" and "26 weeks": no line should end within one. */
export function unbroken(text: string): string {
  return text.replaceAll(SIGN, `$1${NO_BREAK}$2${NO_BREAK}`).replaceAll(UNIT, `$1${NO_BREAK}`);
}

/** The sentences of a figure for a face that breaks lines by itself. */
export function unbrokenFigure(figure: Figure): Figure {
  const { headline, proxy, withheld, notes, method, prompt } = figure;
  return {
    ...figure,
    headline: unbroken(headline),
    proxy: unbroken(proxy),
    withheld: unbroken(withheld),
    notes: notes.map(unbroken),
    method: method.map(unbroken),
    prompt: unbroken(prompt),
  };
}
