import { parseArgs } from 'node:util';

export interface CliOptions {
  readonly command: 'why' | 'ready' | 'lint' | 'learn' | 'flow' | 'mcp' | 'help' | 'version';
  readonly repository: string;
  readonly folder: string;
  readonly json: boolean;
  readonly branch: string | null;
  readonly ticket: string | null;
  /** A path as the caller wrote it. */
  readonly file: string | null;
  /** Counted from 1. */
  readonly line: number | null;
  /** 7 digits of a hash or more. */
  readonly commit: string | null;
  readonly epic: string | null;
  /** Files and folders as the caller wrote them; empty for all. */
  readonly paths: readonly string[];
  readonly gate: string | null;
  readonly strict: boolean;
  readonly since: string | null;
  readonly until: string | null;
  readonly weeks: number;
  readonly type: string | null;
  readonly solo: boolean;
  readonly team: string | null;
  /** Id of one figure; null for all. */
  readonly figure: string | null;
  readonly format: Format;
  /** Address before a file's path, without a slash at its end. */
  readonly links: string | null;
}

/** What each command can print; the first is what it does unasked. */
export const FORMATS = {
  why: ['text', 'json'],
  ready: ['text', 'markdown', 'sarif', 'json'],
  lint: ['text', 'sarif', 'json'],
  learn: ['text', 'markdown', 'csv', 'json'],
  flow: ['text', 'markdown', 'csv', 'json'],
  // It speaks a protocol.
  mcp: ['text'],
} as const;
export type Format = (typeof FORMATS)[keyof typeof FORMATS][number];

/** A wrong call; the message says what is wrong with it. */
export class UsageError extends Error {}

const OPTIONS = {
  repository: { type: 'string', short: 'C' },
  folder: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  branch: { type: 'string' },
  ticket: { type: 'string' },
  file: { type: 'string' },
  line: { type: 'string' },
  commit: { type: 'string' },
  gate: { type: 'string' },
  strict: { type: 'boolean' },
  since: { type: 'string' },
  until: { type: 'string' },
  weeks: { type: 'string' },
  type: { type: 'string' },
  solo: { type: 'boolean' },
  team: { type: 'string' },
  figure: { type: 'string' },
  format: { type: 'string' },
  links: { type: 'string' },
} as const;

type OptionName = keyof typeof OPTIONS;
const COMMON: readonly OptionName[] = ['repository', 'folder', 'help', 'version'];
const OWN = {
  why: ['json', 'branch', 'ticket', 'file', 'line', 'commit'],
  ready: ['json', 'gate', 'strict', 'format', 'links'],
  lint: ['json', 'strict', 'format'],
  learn: ['json', 'figure', 'format'],
  flow: ['json', 'since', 'until', 'weeks', 'type', 'solo', 'team', 'figure', 'format'],
  mcp: [],
} as const satisfies Record<string, readonly OptionName[]>;

const KNOWN = Object.keys(OWN)
  .join(', ')
  .replace(/, (?=\w+$)/, ' or ');

/** Reads the command line. Throws a UsageError that names the wrong word. */
export function parseArguments(argv: readonly string[]): CliOptions {
  const { values, positionals } = parse(argv);
  const [command, argument, ...rest] = positionals;
  const wanted = values.version === true ? 'version' : values.help === true || command === undefined ? 'help' : command;
  if (wanted !== 'help' && wanted !== 'version') {
    if (!isCommand(wanted)) throw new UsageError(`there is no command "${wanted}"; use ${KNOWN}`);
    const allowed: readonly string[] = [...COMMON, ...OWN[wanted]];
    const foreign = Object.keys(values).find(name => !allowed.includes(name));
    if (foreign !== undefined) throw new UsageError(`--${foreign} does not go with "${wanted}"`);
    const extra = wanted === 'lint' ? undefined : wanted === 'ready' ? rest[0] : argument;
    if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many`);
  }
  const [asked, other] = (['branch', 'ticket', 'file', 'commit'] as const).filter(name => values[name] !== undefined);
  if (asked !== undefined && other !== undefined) throw new UsageError(`--${asked} and --${other} exclude each other`);
  if (values.line !== undefined && values.file === undefined)
    throw new UsageError('--line counts the lines of a file; --file must name it');
  if (values.weeks !== undefined && values.since !== undefined)
    throw new UsageError('--weeks and --since exclude each other');
  const [since, until] = [day('since', values.since), day('until', values.until)];
  if (until !== null && since === null)
    throw new UsageError('--until says where a stretch ends; --since must say where it begins');
  if (until !== null && since !== null && until < since)
    throw new UsageError(`--until ${until} lies before --since ${since}`);
  return {
    command: wanted,
    repository: values.repository ?? '.',
    folder: folderInside(values.folder ?? 'outcomes'),
    json: values.json === true || values.format === 'json',
    branch: values.branch ?? null,
    ticket: values.ticket ?? null,
    file: values.file ?? null,
    line: line(values.line),
    commit: commit(values.commit),
    epic: argument ?? null,
    paths: positionals.slice(1),
    gate: values.gate ?? null,
    strict: values.strict ?? false,
    since,
    until,
    weeks: weeks(values.weeks),
    type: values.type ?? null,
    solo: values.solo ?? false,
    team: values.team ?? null,
    figure: values.figure ?? null,
    format: format(isCommand(wanted) ? wanted : 'why', values.format, values.json ?? false, values.figure),
    links: links(values.links),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function isCommand(word: string): word is keyof typeof OWN {
  return Object.hasOwn(OWN, word);
}

function day(name: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  const at = Date.parse(`${value}T00:00:00Z`);
  // `2026-02-31` parses as a day in March.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(at) || !new Date(at).toISOString().startsWith(value))
    throw new UsageError(`--${name} takes a day such as 2026-05-18, not "${value}"`);
  return value;
}

function format(
  command: keyof typeof FORMATS,
  value: string | undefined,
  json: boolean,
  figure: string | undefined,
): Format {
  const known: readonly Format[] = FORMATS[command];
  const wanted = known.find(one => one === (value ?? (json ? 'json' : 'text')));
  if (wanted === undefined) throw new UsageError(`--format takes one of ${known.join(', ')}, not "${value ?? ''}"`);
  if (json && wanted !== 'json') throw new UsageError('--json and --format exclude each other');
  if (wanted === 'csv' && figure === undefined) throw new UsageError('--format csv needs --figure: one table a file');
  return wanted;
}

function line(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(`--line takes a number from 1, not "${value}"`);
  return Number(value);
}

function commit(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!/^[0-9a-f]{7,64}$/i.test(value))
    throw new UsageError(`--commit takes a hash, or 7 digits of it or more, not "${value}"`);
  return value.toLowerCase();
}

function links(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!/^https?:\/\/\S+$/i.test(value) || !URL.canParse(value))
    throw new UsageError(`--links takes the address before a file's path, such as https://…, not "${value}"`);
  return value.replace(/\/+$/, '');
}

function weeks(value: string | undefined): number {
  const count = value === undefined ? 26 : Number(value);
  if (!Number.isInteger(count) || count < 4 || count > 520)
    throw new UsageError(`--weeks takes a whole number from 4 to 520, not "${value ?? ''}"`);
  return count;
}

function folderInside(value: string): string {
  const folder = value.replaceAll('\\', '/').replace(/^\.\/|\/+$/g, '');
  if (folder === '' || folder.startsWith('/') || folder.split('/').includes('..') || /^[A-Za-z]:/.test(folder))
    throw new UsageError(`--folder takes a folder inside the repository, not "${value}"`);
  return folder;
}
