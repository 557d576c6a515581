import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IndexContents } from '../../../../src/lens/index/indexContents.ts';
import { crc32 } from '../../../../src/lens/index/crc32.ts';
import { readIndex, writeIndex } from '../../../../src/lens/index/indexFile.ts';
import { CommitColumns } from '../../../../src/model/history/commitColumns.ts';
import { readMessage } from '../../../../src/model/text/commitMessage.ts';
import { CONVENTIONS } from '../../../../src/model/text/conventions.ts';
import { NO_KEY_RULES } from '../../../../src/model/text/ticketKeys.ts';
import { arbitraryCommits, hashOf, plain } from '../../model/history/arbitraryCommits.ts';
import type { Commit } from '../../../../src/model/commit.ts';

const KEY = 0xfeedbeef;

function columnsOf(commits: readonly Commit[], digits = 40): CommitColumns {
  const columns = CommitColumns.empty(digits, CONVENTIONS);
  for (const commit of commits) columns.add(commit);
  return columns;
}

function fileOf(contents: IndexContents): Uint8Array {
  return Uint8Array.from(Buffer.concat(writeIndex(contents, KEY)));
}

/** A file of a few commits. */
function someFile(): Uint8Array {
  const commits = fc.sample(arbitraryCommits(40), { numRuns: 100, seed: 7 }).find(({ length }) => length > 3);
  assert.ok(commits !== undefined);
  return fileOf({ columns: columnsOf(commits), floor: 5, tips: [hashOf(1)] });
}

describe('the checksum', () => {
  it('is CRC-32, by the values of its catalogue and of zlib’s documentation', () => {
    const of = (text: string) => crc32([new TextEncoder().encode(text)]);
    assert.deepEqual(
      [of(''), of('123456789'), of('The quick brown fox jumps over the lazy dog')],
      [0, 0xcbf43926, 0x414fa339],
    );
  });

  it('does not care where the bytes lie, nor how they are cut', () => {
    const bytes = new TextEncoder().encode('...123456789..');
    assert.equal(crc32([bytes.subarray(3, 4), bytes.subarray(4, 11), bytes.subarray(11, 12)]), 0xcbf43926);
    assert.equal(crc32([bytes.subarray(3, 12)]), 0xcbf43926);
  });
});

describe('the index file', () => {
  for (const digits of [40, 64])
    it(`gives back commits with hashes of ${digits} digits, to which more can be added`, () => {
      fc.assert(
        fc.property(arbitraryCommits(digits), fc.nat({ max: 30 }), (commits, cut) => {
          const stored = commits.slice(0, cut);
          const floor = cut % 2 === 0 ? cut : -Infinity;
          const tips = [hashOf(1, digits)];
          const file = fileOf({ columns: columnsOf(stored, digits), floor, tips });
          const read = readIndex(file, KEY);
          assert.ok(read !== null);
          assert.deepEqual([read.floor, read.tips, read.columns.size], [floor, tips, stored.length]);
          for (const commit of commits.slice(cut)) read.columns.add(commit);
          for (const commit of commits)
            assert.deepEqual(plain(read.columns.commitAt(read.columns.idOf(commit.hash))), plain(commit));
        }),
        { numRuns: 50 },
      );
    });

  it('gives back a long history, to which more can be added', () => {
    const facts = readMessage('PAY-1 one of many (#7)', { rules: NO_KEY_RULES, main: 'main' });
    const made = (at: number): Commit => ({
      hash: hashOf(at),
      parents: [hashOf(at + 1)],
      written: at,
      landed: at + 0.5,
      facts,
    });
    const commits = Array.from({ length: 9000 }, (_, at) => made(at));
    const stored = columnsOf(commits.slice(0, 8000));
    const read = readIndex(fileOf({ columns: stored, floor: 5, tips: [hashOf(0)] }), KEY);
    assert.ok(read !== null);
    for (const commit of commits.slice(8000)) read.columns.add(commit);
    const again = readIndex(fileOf(read), KEY);
    for (const commit of commits)
      assert.deepEqual(plain(again?.columns.commitAt(again.columns.idOf(commit.hash)) ?? made(-1)), plain(commit));
  });

  it('is read from bytes that lie anywhere', () => {
    const file = someFile();
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    assert.ok(readIndex(shifted.subarray(3), KEY) !== null);
  });

  it('is not believed when any byte of it changed', () => {
    const file = someFile();
    for (let at = 0; at < file.length; at++) {
      const damaged = file.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      assert.equal(readIndex(damaged, KEY), null, `byte ${at}`);
    }
  });

  it('is not believed when a part of it is missing or more follows', () => {
    const file = someFile();
    for (let length = 0; length < file.length; length++)
      assert.equal(readIndex(file.slice(0, length), KEY), null, `${length} bytes`);
    assert.equal(readIndex(new Uint8Array([...file, 1]), KEY), null);
  });

  it('is not believed under other rules', () => {
    assert.equal(readIndex(someFile(), KEY + 1), null);
  });
});
