import type { BranchFacts, BranchKind } from '../text/branchName.ts';
import type { MergeFacts, MessageFacts } from '../text/commitMessage.ts';
import type { RevertFacts } from '../text/revertMessage.ts';
import type { ByteReader, ByteWriter } from './byteStream.ts';
import type { StringIds } from './stringIds.ts';

const MOST_DIGITS = 9;
const ZERO = 0x30;
const NINE = 0x39;

/** How one kind of value is written. What `read` gives is what `write` got. */
interface Codec<Value> {
  write(out: ByteWriter, value: Value, strings: StringIds): void;
  read(from: ByteReader, strings: StringIds): Value;
}

type Kept<Value> = Exclude<Value, null | false>;
type FieldCodecs = { readonly [Field in keyof MessageFacts]: Codec<Kept<MessageFacts[Field]>> };
type Fields = { -readonly [Field in keyof MessageFacts]: MessageFacts[Field] };

const KINDS: Readonly<Record<BranchKind, number>> = {
  feature: 1,
  fix: 2,
  bugfix: 3,
  hotfix: 4,
  release: 5,
  chore: 6,
  docs: 7,
  refactor: 8,
  test: 9,
  ci: 10,
  build: 11,
  revert: 12,
  deps: 13,
};
const KIND_NAMES = new Map(Object.entries(KINDS).map(([name, number]) => [number, name as BranchKind]));

/** True in itself: its bit says all. */
const flag: Codec<true> = { write: () => undefined, read: () => true };

const count: Codec<number> = {
  write: (out, value) => out.number(value),
  read: from => from.number(),
};

/** A whole number below 2^32 that is as likely large as small. */
const token: Codec<number> = {
  write: (out, value) => out.word(value),
  read: from => from.word(),
};

/** Any number of hexadecimal digits. */
const hex: Codec<string> = {
  write(out, value) {
    out.whole(value.length);
    for (let at = 0; at < value.length; at += 2) out.byte(Number.parseInt(value.slice(at, at + 2).padEnd(2, '0'), 16));
  },
  read(from) {
    const length = from.whole();
    let text = '';
    while (text.length < length) text += from.byte().toString(16).padStart(2, '0');
    return text.slice(0, length);
  },
};

/** `PAY-101` as `PAY-`, known by its id, and 101; 0 for a text that does not end in a number. */
const key: Codec<string> = {
  write(out, value, strings) {
    const start = numberStart(value);
    out.whole(strings.idOf(value.slice(0, start)));
    out.whole(start === value.length ? 0 : Number(value.slice(start)));
  },
  read(from, strings) {
    const text = strings.textOf(from.whole());
    const number = from.whole();
    return number === 0 ? text : `${text}${number}`;
  },
};

/** Where the number at the end begins, of at most nine digits and without a zero before it. */
function numberStart(text: string): number {
  let start = text.length;
  for (let at = text.length - 1; at >= 0 && at >= text.length - MOST_DIGITS; at--) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) break;
    if (code !== ZERO) start = at;
  }
  return start;
}

const keys: Codec<readonly string[]> = {
  write(out, values, strings) {
    out.whole(values.length);
    for (const value of values) key.write(out, value, strings);
  },
  read: (from, strings) => Array.from({ length: from.whole() }, () => key.read(from, strings)),
};

function orNull<Value>(codec: Codec<Value>): Codec<Value | null> {
  return {
    write(out, value, strings) {
      out.byte(value === null ? 0 : 1);
      if (value !== null) codec.write(out, value, strings);
    },
    read: (from, strings) => (from.byte() === 0 ? null : codec.read(from, strings)),
  };
}

const yesOrNo: Codec<boolean> = {
  write: (out, value) => out.byte(value ? 1 : 0),
  read: from => from.byte() === 1,
};

/** A record's fields one after another. */
function record<Value extends object>(codecs: { readonly [Field in keyof Value]: Codec<Value[Field]> }): Codec<Value> {
  const fields = Object.keys(codecs) as (keyof Value)[];
  return {
    write(out, value, strings) {
      for (const field of fields) codecs[field].write(out, value[field], strings);
    },
    read(from, strings) {
      const value: Partial<Value> = {};
      for (const field of fields) value[field] = codecs[field].read(from, strings);
      return value as Value;
    },
  };
}

const kind: Codec<BranchKind | null> = {
  write: (out, value) => out.byte(value === null ? 0 : KINDS[value]),
  read: from => KIND_NAMES.get(from.byte()) ?? null,
};

/** The words behind a branch's key may hold a name, and nothing that is worked out from a history needs them. */
const noWords: Codec<readonly string[]> = { write: () => undefined, read: () => [] };

const word: Codec<string> = {
  write: (out, value, strings) => out.whole(strings.idOf(value)),
  read: (from, strings) => strings.textOf(from.whole()),
};

/** Every field of a message; a new one does not compile until it is here. The order is the file's: a change needs a new version. */
const CODECS: FieldCodecs = {
  titleToken: token,
  titleKeys: keys,
  number: count,
  squash: flag,
  saysFix: flag,
  closes: keys,
  bodyKeys: keys,
  merge: record<MergeFacts>({
    branch: orNull(record<BranchFacts>({ kind, key: orNull(key), words: noWords })),
    ofMain: yesOrNo,
    ofReleaseLine: yesOrNo,
    branchToken: orNull(token),
    titleToken: orNull(token),
  }),
  convention: word,
  looksAutomated: flag,
  breaking: flag,
  revert: record<RevertFacts>({
    hash: orNull(hex),
    number: orNull(count),
    title: orNull(token),
    change: orNull(token),
    key: orNull(key),
    reapply: yesOrNo,
  }),
  cherryPickedFrom: hex,
};
/** A message that says nothing. */
const NOTHING: MessageFacts = {
  titleToken: 0,
  titleKeys: [],
  closes: [],
  bodyKeys: [],
  number: null,
  squash: false,
  merge: null,
  revert: null,
  cherryPickedFrom: null,
  convention: null,
  breaking: false,
  saysFix: false,
  looksAutomated: false,
};

interface FieldWriter {
  /** False when nothing has to be written. */
  says(facts: MessageFacts): boolean;
  write(out: ByteWriter, facts: MessageFacts, strings: StringIds): void;
  read(into: Fields, from: ByteReader, strings: StringIds): void;
}

/** Functions of their own: one that looked at any field by its name would be slow, for every commit of a history. */
const SAYS: { readonly [Field in keyof MessageFacts]: FieldWriter['says'] } = {
  titleToken: () => true,
  titleKeys: ({ titleKeys }) => titleKeys.length > 0,
  number: ({ number }) => number !== null,
  squash: ({ squash }) => squash,
  saysFix: ({ saysFix }) => saysFix,
  closes: ({ closes }) => closes.length > 0,
  bodyKeys: ({ bodyKeys }) => bodyKeys.length > 0,
  merge: ({ merge }) => merge !== null,
  convention: ({ convention }) => convention !== null,
  looksAutomated: ({ looksAutomated }) => looksAutomated,
  breaking: ({ breaking }) => breaking,
  revert: ({ revert }) => revert !== null,
  cherryPickedFrom: ({ cherryPickedFrom }) => cherryPickedFrom !== null,
};
const FIELD_NAMES = Object.keys(CODECS) as (keyof MessageFacts)[];
const FIELDS = FIELD_NAMES.map(field => fieldWriter(field, CODECS));
const CONVENTION = 1 << FIELD_NAMES.indexOf('convention');

function fieldWriter<Field extends keyof MessageFacts>(field: Field, codecs: Pick<FieldCodecs, Field>): FieldWriter {
  const codec = codecs[field];
  return {
    says: SAYS[field],
    write: (out, facts, strings) => codec.write(out, facts[field] as Kept<MessageFacts[Field]>, strings),
    read(into, from, strings) {
      into[field] = codec.read(from, strings);
    },
  };
}

/**
 * Writes what a message says: a bit for each field that says something, then those fields. Words that could be a name are
 * left out: those of a branch behind its key, and a convention that is none of `conventions`.
 */
export function writeFacts(
  out: ByteWriter,
  facts: MessageFacts,
  strings: StringIds,
  conventions: ReadonlySet<string>,
): void {
  let saying = 0;
  let bit = 1;
  for (const { says } of FIELDS) {
    if (says(facts)) saying |= bit;
    bit <<= 1;
  }
  if (facts.convention !== null && !conventions.has(facts.convention)) saying &= ~CONVENTION;
  out.whole(saying);
  for (let index = 0, rest = saying; rest > 0; index++, rest >>= 1)
    if ((rest & 1) === 1) FIELDS[index]?.write(out, facts, strings);
}

/** What was written. */
export function readFacts(from: ByteReader, strings: StringIds): MessageFacts {
  const facts: Fields = { ...NOTHING };
  for (let index = 0, rest = from.whole(); rest > 0; index++, rest >>= 1)
    if ((rest & 1) === 1) FIELDS[index]?.read(facts, from, strings);
  return facts;
}
