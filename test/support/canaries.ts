import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Person } from './repo.ts';

/** Names that occur nowhere else: whatever shows one of them shows a person. One has a letter that is written in many ways. */
export const CANARIES = [
  'Quillan',
  'Zephyrine',
  'Oswinella',
  'Thaddeux',
  'Bryndolf',
  'Xantheia',
  'Marrowick',
  'Ælfthryda',
] as const;

export const PEOPLE: readonly Person[] = CANARIES.map(name => ({
  name: `${name} Canary`,
  email: `${plainName(name)}@canary.invalid`,
}));

/** The name in lower-case letters of ASCII, as in addresses, branches and folders. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll('æ', 'ae');
}

/** What of a text gives a person away, however it is written. Case of ASCII letters never matters for the first list. */
interface Traces {
  readonly anyCase: readonly string[];
  readonly exact: readonly string[];
  readonly bytes: readonly Buffer[];
}

const TRACES = new Map(CANARIES.map(name => [name, tracesOf(name)]));

/** Fails when a name, an address, or one of their encodings and hashes occurs. */
export function assertNobody(content: string | Buffer, where: string): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const text = bytes.toString('latin1');
  const lower = text.toLowerCase();
  for (const [name, traces] of TRACES) {
    for (const trace of traces.anyCase) assert.ok(!lower.includes(trace), `${name} shows in ${where}: ${trace}`);
    for (const trace of traces.exact) assert.ok(!text.includes(trace), `${name} shows in ${where}, encoded: ${trace}`);
    for (const trace of traces.bytes) assert.ok(!bytes.includes(trace), `${name} shows in ${where}, hashed`);
  }
}

function tracesOf(name: string): Traces {
  const plain = plainName(name);
  // Without its first letter where that is written in many ways.
  const stem = plain.startsWith('ae') ? plain.slice(2) : plain;
  const address = `${plain}@canary.invalid`;
  const written = [name, plain, name.toUpperCase(), plain.toUpperCase(), `${name} Canary`, address];
  const hashes = written.flatMap(text => ['sha1', 'sha256'].map(kind => createHash(kind).update(text).digest()));
  return {
    anyCase: [
      stem,
      ...written.map(text => Buffer.from(text).toString('hex')),
      ...hashes.map(hash => hash.toString('hex')),
    ],
    exact: [...written.flatMap(base64Of), ...hashes.map(hash => hash.toString('base64').replace(/=+$/, ''))],
    bytes: hashes,
  };
}

/** How a text looks within base64, wherever in it it begins, without the letters that its neighbours change. */
function base64Of(text: string): string[] {
  return [0, 1, 2].map(before => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64');
    const end = Math.floor(((before + Buffer.byteLength(text)) * 4) / 3);
    return encoded.slice(before === 0 ? 0 : before + 1, end);
  });
}
