import { withoutPeople } from './withoutPeople.ts';

/** Longer titles are machines' or jokes. */
const LONGEST = 500;
/** Characters that act, reorder a line or hide between the letters of a word. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const HALVES = /\p{Surrogate}/gu;
const AT_SIGNS = /[\uff20\ufe6b]/g;

/**
 * A commit's first line as it may be shown: without trailers, e-mail addresses and @mentions, without "by", "for", "from",
 * "thanks to", "on behalf of" and what follows where that may name somebody, without a merged branch's name or owner and
 * without a conventional scope; inside Revert and Reapply too. No rule knows a name, so more is cut than would have to be.
 * On one line, without control, bidirectional and invisible characters. '' when nothing is left.
 */
export function shownTitle(line: string): string {
  const visible = line
    .replace(/[\t\r\n]/g, ' ')
    .replace(UNSEEN, '')
    .replace(HALVES, '\ufffd')
    .replace(AT_SIGNS, '@');
  return tidy(unwrapped(visible.slice(0, LONGEST).trim()));
}

const WRAPPER = /^(revert|reapply)\s+(["'“])/i;

/** Revert and Reapply around a title stay; what they quote is a title of its own. */
function unwrapped(title: string): string {
  const wrapper = WRAPPER.exec(title);
  if (wrapper === null) return shownPlain(title);
  const [start, verb = '', quote = '"'] = wrapper;
  const end = title.lastIndexOf(quote === '“' ? '”' : quote);
  const closed = end >= start.length;
  const quoted = tidy(unwrapped(title.slice(start.length, closed ? end : undefined).trim()));
  const rest = closed ? shownPlain(title.slice(end + 1).trim()) : '';
  return [verb, quoted === '' ? '' : `"${quoted}"`, rest].filter(part => part !== '').join(' ');
}

function shownPlain(title: string): string {
  const merge = mergeTitle(title);
  if (merge !== null) return merge;
  const revert = /^revert(?:\([^()]*\))?!?:\s+/i.exec(title);
  if (revert !== null) return `revert: ${unwrapped(title.slice(revert[0].length))}`;
  return withoutNamed(withoutAddresses(withoutTrailers(withoutScope(title))));
}

const REQUEST_TITLE = /^(Merged PR \d+: |Pull request #\d+: )(.*)$/i;
const GERRIT_MERGE = /^Merge (["“])(.+)["”]/i;
const MERGED_NUMBER =
  /^Merge(?:d)? (?:pull|merge) request [#!](\d{1,10})|^Merged in \S+ \(pull request #(\d{1,10})\)|^Merge PR #(\d{1,10})/i;
const MERGED_THING = /^Merged? (remote-tracking branch|branch|tag|commit|changes)(?:es)?\b/i;

/** What a merge may say of itself: its kind, its number or what the request was called; never a branch or whose it was. */
function mergeTitle(title: string): string | null {
  if (!/^(?:Merge|Pull request #)/i.test(title)) return null;
  const request = REQUEST_TITLE.exec(title);
  if (request !== null) return `${request[1] ?? ''}${unwrapped(withoutPaths(request[2] ?? ''))}`;
  const quoted = GERRIT_MERGE.exec(title);
  if (quoted !== null) return `Merge "${tidy(unwrapped(quoted[2] ?? ''))}"`;
  const number = MERGED_NUMBER.exec(title);
  if (number !== null) return `Merge pull request #${number[1] ?? number[2] ?? number[3] ?? ''}`;
  const thing = MERGED_THING.exec(title);
  if (thing !== null) return `Merge ${(thing[1] ?? '').toLowerCase()}`;
  // "Merge duplicate rows" is somebody's own words; "Merge ada/topic into main" names a branch.
  return /^Merged? (?:\S*[/:~]|in\b|'|\S+ (?:into|to|in|onto)\b|\S+$)/i.test(title) ? 'Merge' : null;
}

/** A request is called as its branch where nobody gave it a title. */
function withoutPaths(title: string): string {
  return title.replace(/(?<!\S)[^\s/]+\/\S+/g, '').trim();
}

/** What stands before a colon and is nobody: kinds of changes; keys and words in capitals are seen by their letters. */
const KINDS =
  /^(?:feat|feature|fix|bugfix|hotfix|docs?|chore|refactor|tests?|ci|build|perf|style|revert|deps|release|security|minor|trivial|wip|fixup!?|squash!?)!?$/i;
const PREFIX = /^([\p{L}][\p{L}\p{N}_./-]{0,63}!?):\s+/u;

/** A scope, or a word of a person's own before a colon, may be a login. */
function withoutScope(title: string): string {
  const plain = title.replace(/^(\w+)\([^()]*\)(!?:)/, '$1$2');
  const prefix = PREFIX.exec(plain);
  if (prefix === null || KINDS.test(prefix[1] ?? '') || /^[A-Z][A-Z0-9_-]+$/.test(prefix[1] ?? '')) return plain;
  return plain.slice(prefix[0].length);
}

const TRAILER =
  /(?<![\p{L}\p{N}_-])(?:[\p{L}]+(?:-[\p{L}]+)*-by|reviewers?|authors?|co-?authors?|contributors?|committers?|assignees?|cc|thanks(?:-to)?|on-behalf-of)\s*:.*$/iu;

function withoutTrailers(title: string): string {
  return title.replace(TRAILER, '');
}

/** Up to four words before an address in angle brackets are the name that it belongs to. */
const NAMED_ADDRESS = /(?:[\p{L}\p{N}_.'’-]{1,40}\s+){0,4}<[^<>\s]{1,200}@[^<>\s]{0,200}>/gu;

function withoutAddresses(title: string): string {
  if (!title.includes('@')) return title;
  // What is left with an @ may be an address inside a company.
  const words = withoutPeople(title.replace(NAMED_ADDRESS, ' ')).split(/\s+/);
  return words.filter(word => !word.includes('@')).join(' ');
}

/** Words before somebody's name, whatever follows. */
const PEOPLE_PHRASE =
  /(?<![\p{L}\p{N}_-])(?:thanks\s+to|many\s+thanks|kudos|props|credits?\s+(?:to|goes)|courtesy\s+of|on\s+behalf\s+of|h\/t|hat\s+tip|cc|(?:paired|pairing|together|co-?authored)\s+with|with\s+(?:the\s+)?(?:help|input)\s+(?:of|from)|(?:patch|patched|report|reported|reviewed?|suggested|requested|approved|contributed|contribution|submitted|written|authored|co-?authored|tested|proposed|noticed|discovered|spotted|found|assigned|approval|sponsored|raised|feedback|idea|pointed\s+out|signed\s+off|signed-off|pr|pull\s+request)\s+(?:by|from|to))(?![\p{L}\p{N}_])/iu;
const AS_ASKED =
  /(?<![\p{L}\p{N}_-])as\s+\S+(?:\s+\S+){0,2}?\s+(?:asked|requested|suggested|proposed|reported|noted|wanted|wished|said)(?![\p{L}\p{N}_])/iu;
const THANKS = /(?<![\p{L}\p{N}_-])(?:thanks|thx|ty)(?:[,:]|\s+\p{Lu}|\s+\S+\s*[)!.]*$)/iu;
const BEFORE_NAME = /(?<![\p{L}\p{N}_-])(by|for|from|via)\s+(?=\S)/giu;

/** Cuts from the first words that may name somebody to the end, or to the end of the brackets that they stand in. */
function withoutNamed(title: string): string {
  let left = title;
  for (let at = namedAt(left); at !== null; at = namedAt(left)) {
    const end = closingBracket(left, at);
    left = `${left.slice(0, at)}${end === null ? '' : left.slice(end)}`;
  }
  return left;
}

function namedAt(title: string): number | null {
  const places = [PEOPLE_PHRASE, AS_ASKED, THANKS].map(pattern => pattern.exec(title)?.index);
  for (const match of title.matchAll(BEFORE_NAME)) {
    const follows = title.slice(match.index + match[0].length);
    if (mayNameSomebody((match[1] ?? '').toLowerCase(), follows)) places.push(match.index);
  }
  const found = places.filter(place => place !== undefined);
  return found.length === 0 ? null : Math.min(...found);
}

const CLOSING = { '(': ')', '[': ']' } as const;

/** Where the innermost brackets around `at` close; null when it stands in none. */
function closingBracket(title: string, at: number): number | null {
  const opened = Math.max(title.lastIndexOf('(', at), title.lastIndexOf('[', at));
  if (opened === -1) return null;
  const closing = CLOSING[title[opened] === '[' ? '[' : '('];
  const end = title.indexOf(closing, opened);
  return end === -1 || end < at ? null : end;
}

const words = (text: string) => new Set(text.split(' '));

/** After these, something is counted, chosen or described, and nobody is named. */
const ORDINARY = words(
  'a an the this that these those its their our each every all any some no both another other more most many few less ' +
    'first last next same such which what when where if multiple single several default now only non one two three',
);
const ORDINARY_AFTER: Readonly<Record<string, ReadonlySet<string>>> = {
  by: words(
    'name id key date time type size order hand index value field column row page group length number reference',
  ),
  from: words(
    'main master trunk upstream cache disk memory config configuration file files server client docs tests database source ' +
      'sources scratch output input build code list table json yaml xml html path url environment history log logs review',
  ),
  for: words('loop loops example consistency clarity readability performance security compatibility debugging testing'),
  via: words('config configuration http https ssh env environment cli api'),
};
/** After a word alone these begin something new: the word was a name, or may have been one. */
const FUNCTION_WORDS = words(
  'and or to on in at of as is was has who again since yesterday today via with by for from into about because so but if ' +
    'when while after before until during not & + too',
);

/** What nobody is called: `Type#member`, `call()`, a type of three words or more. */
const IN_CODE = /#|\(\)|::|^(?:[A-Z][a-z0-9]+){3}/;

/** Judged without knowing a name: what is plainly no name stays. */
function mayNameSomebody(preposition: string, follows: string): boolean {
  const [first = '', second = ''] = follows.split(/\s+/, 2).map(word => word.replace(/[,;:.!?)\]]+$/, ''));
  if (/^`[^`]*`$/.test(first)) return false;
  if (/^(?:v?\d[\d.,%x+-]*[a-z]{0,3}|#\d+|[A-Z][A-Z0-9_]+-\d+)$/.test(first)) return false;
  if (preposition !== 'by' && (/^[A-Z]{3,}s?$/.test(first) || IN_CODE.test(first))) return false;
  if (ORDINARY.has(first) || ORDINARY_AFTER[preposition]?.has(first) === true) return false;
  if (preposition !== 'from' && /^[a-z]{3,}ing$/.test(first)) return false;
  // Two plain words are a thing: "guest checkout". One alone may be a login.
  const isThing = /^[a-z]+(?:-[a-z]+)*$/.test(first) && /^[a-z]{2,}(?:-[a-z]+)*$/.test(second);
  return !(preposition === 'for' && isThing && !FUNCTION_WORDS.has(second));
}

const EMPTY_BRACKETS = /(?<!\S)\([\s,;/&]*\)|\[[\s,;/&]*\]/g;

function tidy(title: string): string {
  const left = title.replace(EMPTY_BRACKETS, ' ').replace(/\s+/g, ' ').trim();
  return left.replace(/^[\s,;:)\]–—-]{1,20}/, '').replace(/[\s,;:([–—-]{1,20}$/, '');
}
