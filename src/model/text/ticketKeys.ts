import { matchesOf } from './matches.ts';

/**
 * Recognises ticket keys in text. Two tiers, measured on real histories:
 * tier 1 accepts only project keys that the team or its epic files name; tier 2 accepts anything that looks like a key,
 * minus look-alikes (UTF-8, CVE-2024-1234, …). A wrong ticket costs more trust than none.
 */
export interface KeyRules {
  /** Project keys known to be tickets (`PAY`), upper case. */
  readonly known: readonly string[];
  /** The team listed its keys: nothing else is a ticket. */
  readonly knownOnly: boolean;
  /** Whole keys (`UTF-8`) or project keys that the team says are no tickets, upper case. */
  readonly ignored: readonly string[];
}

export const NO_KEY_RULES: KeyRules = { known: [], knownOnly: false, ignored: [] };

const LOOK_ALIKES = new Set(
  (
    'UTF UCS ISO IEC RFC SHA MD AES RSA CRC CVE CWE GHSA GPL LGPL BSD MPL HTTP HTTPS TLS SSL IPV IP USB GPT COVID JSR JEP PEP EIP ' +
    'KIP ECMA ANSI POSIX FIPS NIST UTC GMT GH PR MR ISSUE GCC LLVM JDK JRE DDR LPDDR ORA BASE CP I18N A11Y L10N X US ES EN DE FR ' +
    'HTML CSS XML JSON YAML RC BETA ALPHA CID PROJ KEY ABC XXX TODO HMAC ED CTR GB KB MB V P M H T S'
  ).split(' '),
);

/** Stand in examples, but where somebody writes one into a branch's name in capitals it is meant. */
const PLACEHOLDERS = new Set(['ABC', 'PROJ', 'KEY', 'BASE', 'US', 'CP', 'DE', 'FR']);

/** Lower-case words that stand before a number in branch names without meaning a ticket. */
const BRANCH_WORDS = new Set(
  (
    'fix feature feat bug bugfix hotfix add release version ver step part phase test tests patch node java python sprint week day ' +
    'wip try take update bump upgrade use to top build ci docs doc chore refactor revert deps run stage round attempt draft ' +
    'remove drop rename support draft iteration milestone level tier vue react angular go rust ruby php jdk net core next'
  ).split(' '),
);

const TIER_2 = /(?<![A-Za-z0-9_.\\-])([A-Z][A-Z0-9_]{1,9})-([1-9]\d{0,6})(?![A-Za-z0-9_]|[-.:/]\d)/g;
const BRANCH_KEY = /(?<=^|[/_])([A-Za-z][A-Za-z0-9]{1,9})[-_]([1-9]\d{0,6})(?=$|[/_]|-(?!\d))/g;
const TICKET_KEY = /^(?:[A-Z][A-Z0-9_]{0,19}-[1-9]\d{0,6}|#[1-9]\d{0,8})$/;

/** True for `PAY-101` and `#123`: the only shapes that are ever stored or handed to git. */
export function isTicketKey(text: string): boolean {
  return TICKET_KEY.test(text);
}

/** True for a ticket key or any other unique id that an epic may have (`guest-checkout`): safe as a config value and file name. */
export function isEpicKey(text: string): boolean {
  return isTicketKey(text) || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text);
}

/** `pay-101` -> `PAY-101`, `GH-12`, `gh-12`, `AB#12` and `!12` -> `#12`; null when it is no key. */
export function normaliseTicketKey(written: string): string | null {
  const text = written.trim();
  const numbered = /^(?:gh-|ab#|#|!)([1-9]\d{0,8})$/i.exec(text);
  const key = numbered === null ? text.toUpperCase() : `#${numbered[1] ?? ''}`;
  return isTicketKey(key) ? key : null;
}

/** `PAY-101` -> `PAY`; null for `#123`. */
export function projectOfKey(key: string): string | null {
  const dash = key.lastIndexOf('-');
  return dash <= 0 ? null : key.slice(0, dash);
}

/** Keys in prose, in order, without repeats. Case matters: lower-case words before numbers are mostly no tickets. */
export function ticketKeysIn(text: string, rules: KeyRules): string[] {
  const positions = keysFound(text, rules);
  if (positions.length < 2) return positions.map(({ key }) => key);
  return [...new Set(positions.sort((a, b) => a.start - b.start).map(({ key }) => key))];
}

/** A key in a text, with the offsets (UTF-16 units) of its first character and of what follows it. */
export interface KeyPlace {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Where in a text keys stand, in order, each place once: a known project wins over a guess that ends at the same number. */
export function ticketKeyPlacesIn(text: string, rules: KeyRules): readonly KeyPlace[] {
  const ends = new Set<number>();
  return keysFound(text, rules)
    .filter(({ end }) => !ends.has(end) && ends.add(end))
    .sort((a, b) => a.start - b.start);
}

/** Known projects first, then guesses; what fits both is found twice. */
function keysFound(text: string, rules: KeyRules): KeyPlace[] {
  const positions: KeyPlace[] = [];
  if (!text.includes('-')) return positions;
  const { inProse } = tier1Patterns(rules.known);
  if (inProse !== null) collect(text, inProse, rules, positions, false);
  if (!rules.knownOnly) collect(text, TIER_2, rules, positions, true);
  return positions;
}

/** The key in a branch's name, case ignored, with the offset behind it; null when there is none. */
export function ticketKeyInBranch(name: string, rules: KeyRules): { key: string; end: number } | null {
  const match = tier1Patterns(rules.known).inBranch?.exec(name) ?? null;
  const known = match === null ? null : keyOf(match, rules, false);
  if (match !== null && known !== null) return { key: known, end: match.index + match[0].length };
  if (!rules.knownOnly) {
    for (const match of matchesOf(BRANCH_KEY, name)) {
      const key = keyOf(match, rules, !PLACEHOLDERS.has(match[1] ?? ''));
      if (key !== null && !BRANCH_WORDS.has((match[1] ?? '').toLowerCase()))
        return { key, end: match.index + match[0].length };
    }
    for (const match of matchesOf(TIER_2, name)) {
      const key = keyOf(match, rules, true);
      if (key !== null) return { key, end: match.index + match[0].length };
    }
  }
  return numberInBranch(name);
}

function numberInBranch(name: string): { key: string; end: number } | null {
  const match =
    /(?:^|\/)(?:(?:issue|issues|gh|ticket|feature|fix|bug|hotfix)[-/_#])#?([1-9]\d{1,8})(?=$|[-_/])(?!-\d\d-)/i.exec(
      name,
    ) ?? /(?:^|\/)#?([1-9]\d{2,8})(?=$|[-_])(?!-\d\d(?:-|$))/.exec(name);
  return match === null ? null : { key: `#${match[1] ?? ''}`, end: match.index + match[0].length };
}

interface Tier1 {
  /** null where no key is known. */
  readonly inProse: RegExp | null;
  readonly inBranch: RegExp | null;
}

const TIER_1 = new WeakMap<readonly string[], Tier1>();

/** Made once for the keys of one reading: they are asked for with every commit. */
function tier1Patterns(known: readonly string[]): Tier1 {
  let patterns = TIER_1.get(known);
  if (patterns === undefined) {
    const alternatives = known.map(key => key.replace(/[^A-Za-z0-9_]/g, '')).filter(key => key !== '');
    const source = `(?<![A-Za-z0-9])(${alternatives.join('|')})-([1-9]\\d{0,6})(?![A-Za-z0-9_])`;
    const make = (flags: string) => (alternatives.length === 0 ? null : new RegExp(source, flags));
    patterns = { inProse: make('g'), inBranch: make('i') };
    TIER_1.set(known, patterns);
  }
  return patterns;
}

function collect(text: string, pattern: RegExp, rules: KeyRules, into: KeyPlace[], guess: boolean): void {
  for (const match of matchesOf(pattern, text)) {
    const key = keyOf(match, rules, guess);
    if (key !== null) into.push({ key, start: match.index, end: match.index + match[0].length });
  }
}

function keyOf(match: RegExpExecArray, rules: KeyRules, guess: boolean): string | null {
  const project = (match[1] ?? '').toUpperCase();
  const key = `${project}-${match[2] ?? ''}`;
  if (rules.ignored.includes(key) || rules.ignored.includes(project)) return null;
  return guess && LOOK_ALIKES.has(project) ? null : key;
}
