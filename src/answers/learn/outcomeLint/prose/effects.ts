/**
 * Phrases that announce an effect: a purpose, a comparison, an end, or money and time that somebody keeps. Each alternative
 * has a fixed length or a bounded one, so that the search is linear. The text is lower case.
 */
const EFFECTS: readonly RegExp[] = [
  /\b(?:so|because|otherwise|thereby|therefore|whereby|thus|hence)\b/,
  /\b(?:instead of|rather than|no longer|not anymore|any more|without|never|nobody|no one|on their own|for the first time)\b/,
  /\b(?:fewer|less|more|faster|quicker|sooner|earlier|shorter|longer|cheaper|easier|safer|smaller|better|higher|lower|twice|half)\b/,
  /\b(?:to|and|thus|will|which|that|would|could) (?:avoid|cut|decrease|double|earn|free|gain|grow|halve|help|increase|keep|lower|prevent|protect|raise|reach|reduce|retain|save|shorten|speed up|stop|win)s?\b/,
  /\b(?:lets|letting|helps|helping|empowers|gives|giving|means|meaning|saves|saving|reducing|reduces|cutting|avoiding|preventing)\b/,
  /\b(?:allow|enable|help)(?:s|ing)? (?:[\w-]+ ){1,4}to\b/,
  /\b(?:churn|conversion|revenue|margin|profit|complaints?|outages?|downtime|incidents?|waiting time|retention|abandonment|costs?|fees?|penalt(?:y|ies)|fines?|risks?|trust|satisfaction|satisfied|confident|confidence)\b/,
  /[€$£]|\b(?:euros?|dollars?|pounds?|francs?)\b/,
  /\d ?%(?! (?:of|test|code|branch|unit|line))|\bpercent\b/,
  /\b(?:ms|milliseconds?|seconds?|minutes?|hours?)\b/,
];
/** A share of code that is tested is nobody's gain yet. */
const COVERAGE = /\bcoverage\b/;

/** True when something in the text (lower case) announces an effect. */
export function announcesEffect(text: string): boolean {
  const said = COVERAGE.test(text) ? text.replace(/\d+ ?%/g, '') : text;
  return EFFECTS.some(effect => effect.test(said));
}
