import { createHmac, randomBytes } from 'node:crypto';
import type { CommitSet, GroupReading } from '../model/ports/gitPort.ts';
import type { GroupBand, GroupSize } from '../model/work.ts';
import type { GitClient } from './gitClient.ts';

/** The only place that asks git for people. Mailmapped; hash first, so that answers can come in any order. */
const AUTHOR_FORMAT = '%H%x00%aE%x00%aN';
const FIELDS = 3;

const UNKNOWN = new Set('|?|unknown|anonymous|none|null|undefined|author|no author|(no author)'.split('|'));

/** Services and agents that do not call themselves a bot, with `-`, `_` and `.` read as spaces. Nobody is called so. */
const SERVICES = new Set(
  (
    'dependabot|dependabot preview|renovate|mend renovate|github actions|web flow|gitlab ci|greenkeeper|snyk|' +
    'semantic release|release please|release drafter|pre commit ci|mergify|imgbot|pyup|scala steward|circleci|' +
    'circle ci|teamcity|buildkite|azure pipelines|azure devops|weblate|hosted weblate|crowdin|transifex|allcontributors|' +
    'codecov|spring builds|spring buildmaster|buildmaster|continuous integration|' +
    'github copilot|copilot swe agent|openai codex|chatgpt|cursor agent|cursoragent|' +
    'devin ai integration|google labs jules|gemini cli|gemini code assist|amazon q developer|openhands|openhands agent|' +
    'sweep ai|windsurf|codegen sh|coderabbit|coderabbitai|qodo'
  ).split('|'),
);

/** Services by their whole name; before an `@` also somebody's surname, given name or both. */
const NAMESAKES = new Set('jenkins|travis ci|claude code|devin ai|aider|junie'.split('|'));

/** Services by their whole name; before an `@` also a mailbox that people share, initials or a nickname. */
const ROLES = new Set('release|build|builds|ci|automation|copilot|codex|cursor'.split('|'));

/** Words that are in a machine's name beside what it runs. */
const MACHINE_WORDS = new Set([
  ...ROLES,
  ...'server|agent|pipeline|pipelines|user|system|service|deploy|deployer|deployment|admin|robot'.split('|'),
]);

/** Services by name only: many people's own address begins with one of these. */
const FORGES = new Set(['github', 'gitlab']);

/** Agents whose names are people's names too: known by their address. */
const AGENT_ADDRESSES = new Set([
  'noreply@anthropic.com',
  'cursoragent@cursor.com',
  'codex@openai.com',
  'noreply@openai.com',
]);

/** An agent's account behind a hidden address, under this very name; elsewhere it is somebody's given name. */
const NAMED_AGENT = 'claude';

/** More than 80 % of the items, in whole numbers. */
const DOMINANT = { of: 5, more: 4 };

/** A number that stands for one human within one call, or why the author is none. */
type Author = number | 'automated' | 'unknown';

/**
 * The identity gate: counts distinct human authors for every set of commits at once. Addresses and names are hashed under
 * a key that lives for this call; two identities that share either are one human. Whatever is doubtful lowers the count.
 * Nothing but bands, dominance and the automated commits leaves, and no words of git's when it fails.
 */
export async function readGroupSizes(
  client: GitClient,
  root: string,
  sets: readonly CommitSet[],
  signal?: AbortSignal,
): Promise<GroupReading> {
  const commits = new Set(sets.flatMap(set => set.items.flat()));
  const { authors, humanOf } = await readAuthors(client, root, [...commits], signal);
  const automated = new Set<string>();
  for (const commit of commits) if (authors.get(commit) === 'automated') automated.add(commit);
  const human = (commit: string): Somebody | null => {
    const author = authors.get(commit);
    if (author === 'unknown') return author;
    return typeof author === 'number' ? humanOf(author) : null;
  };
  return { sets: sets.map(set => groupSize(set, human)), automated };
}

/** A human, or one of those that cannot be told apart. */
type Somebody = number | 'unknown';

/** All of the unknown count as one when it is asked who has most items, and as nobody when humans are counted. */
function groupSize(set: CommitSet, human: (commit: string) => Somebody | null): GroupSize {
  const everyone = new Set<number>();
  const itemsOf = new Map<Somebody, number>();
  let owned = 0;
  for (const item of set.items) {
    const authors = item.map(human).filter(found => found !== null);
    const humans = authors.filter(found => found !== 'unknown');
    for (const found of humans) everyone.add(found);
    const owner = mostFrequent(humans) ?? authors[0];
    if (owner === undefined) continue;
    owned++;
    itemsOf.set(owner, (itemsOf.get(owner) ?? 0) + 1);
  }
  const most = Math.max(0, ...itemsOf.values());
  return { band: bandOf(everyone.size), dominated: most * DOMINANT.of > owned * DOMINANT.more };
}

/** The first of the most frequent; null when there is none. */
function mostFrequent(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

function bandOf(humans: number): GroupBand {
  if (humans <= 2) return (['0', '1', '2'] as const)[humans] ?? '0';
  if (humans <= 4) return '3-4';
  return humans <= 9 ? '5-9' : '10+';
}

async function readAuthors(client: GitClient, root: string, commits: readonly string[], signal?: AbortSignal) {
  const key = randomBytes(32);
  const humans = createHumans(key);
  const authors = new Map<string, Author>();
  const decoder = new TextDecoder();
  let rest = '';
  const take = (bytes: Buffer) => {
    const fields = (rest + decoder.decode(bytes, { stream: true })).split('\0');
    const whole = fields.length - 1 - ((fields.length - 1) % FIELDS);
    for (let at = 0; at < whole; at += FIELDS) {
      authors.set(fields[at] ?? '', humans.author(fields[at + 1] ?? '', fields[at + 2] ?? ''));
    }
    rest = fields.slice(whole).join('\0');
    return true;
  };
  try {
    if (commits.length > 0)
      await client.stream(root, { stream: 'given', format: AUTHOR_FORMAT, commits }, take, signal);
  } finally {
    key.fill(0);
  }
  return { authors, humanOf: humans.humanOf };
}

/** Joins identities into humans. */
function createHumans(key: Buffer) {
  const known = new Map<string, Author>();
  const firstWith = new Map<string, number>();
  const joinedTo: number[] = [];

  function humanOf(identity: number): number {
    let at = identity;
    for (let next = joinedTo[at] ?? at; next !== at; next = joinedTo[at] ?? at) at = next;
    return at;
  }

  function identify(address: string, name: string): Author {
    const email = normalisedAddress(address);
    const plainName = normalisedName(name);
    if (UNKNOWN.has(email) || UNKNOWN.has(plainName)) return 'unknown';
    const told = machineOf(email, plainName);
    if (told !== 'human') return told;
    const identity = joinedTo.push(joinedTo.length) - 1;
    // One space for both: a hidden address is an account's name, and some people's git name is their address.
    for (const part of [email, plainName]) {
      const token = createHmac('sha256', key).update(part).digest('base64');
      const other = firstWith.get(token);
      if (other === undefined) firstWith.set(token, identity);
      else joinedTo[humanOf(other)] = humanOf(identity);
    }
    return identity;
  }

  return {
    humanOf,
    author(address: string, name: string): Author {
      const written = `${address}\0${name}`;
      const found = known.get(written) ?? identify(address, name);
      known.set(written, found);
      return found;
    },
  };
}

/** Lower case, without `+tag`; `12+ann@users.noreply.github.com` and its likes are the account `ann`. */
function normalisedAddress(address: string): string {
  const text = address.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at === -1) return text;
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (domain.startsWith('users.noreply.')) return local.replace(/^\d+[+-]/, '');
  const tag = local.indexOf('+');
  return `${tag > 0 ? local.slice(0, tag) : local}@${domain}`;
}

/** Lower case, without accents, single spaces. */
function normalisedName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Whether an address and a name are a machine's. Where the address alone says so in a word that also stands in people's
 * addresses, and the name neither agrees nor explains it, nobody can tell.
 */
function machineOf(email: string, name: string): 'automated' | 'unknown' | 'human' {
  const account = email.split('@', 1)[0] ?? '';
  const [plainAccount, plainName] = [spaced(account), spaced(name)];
  const isService = [plainAccount, plainName].some(text => SERVICES.has(text));
  const isNamed = NAMESAKES.has(plainName) || ROLES.has(plainName) || FORGES.has(name);
  const isAgent = AGENT_ADDRESSES.has(email) || (email === NAMED_AGENT && plainName === NAMED_AGENT);
  if (isService || isNamed || isAgent || saysBot(account) || saysBot(name)) return 'automated';
  const isNamesake = NAMESAKES.has(plainAccount) || email === NAMED_AGENT;
  if (!isNamesake && !ROLES.has(plainAccount)) return 'human';
  const words = plainName.split(' ');
  if (words.some(word => MACHINE_WORDS.has(word))) return 'automated';
  return isNamesake && plainAccount.split(' ').every(word => words.includes(word)) ? 'human' : 'unknown';
}

/** `github-actions` as `github actions`. */
function spaced(text: string): string {
  return text.replace(/[\s._-]+/g, ' ').trim();
}

/** `bot` as a word of its own: `my-bot`, `test_bot`, `[bot]`; not `robotics` or `bots`. */
function saysBot(text: string): boolean {
  return /(?<![\p{L}\p{N}])bot(?![\p{L}\p{N}])/u.test(text);
}
