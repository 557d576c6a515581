import assert from 'node:assert/strict';
import { createVersionParser, type VersionCommit } from '../../../src/git/versionParser.ts';

const [A, B, C] = ['a', 'b', 'c'].map(letter => letter.repeat(40)) as [string, string, string];
const NONE = '0'.repeat(40);

function read(text: string, step = text.length): readonly VersionCommit[] {
  const parser = createVersionParser();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += step) parser.take(bytes.subarray(at, at + step));
  return parser.commits();
}

describe('parsing the versions of files', () => {
  // As git 2.39 prints it: an empty field before a merge's first file, a line break before another's, none without files.
  const text =
    `\x01merge\0p q\x0030\0\0::100644 100644 100644 ${A} ${B} ${C} MM\0o/a.md\0` +
    `\x01moved\0p\x0020\0\n:100644 100644 ${A} ${B} R075\0o/\x01old\nname.md\0o/new.md\0` +
    `:100644 000000 ${C} ${NONE} D\0o/gone.md\0` +
    `\x01empty\0p\x0015\0` +
    `\x01first\0\x0010\0\n:000000 100644 ${NONE} ${A} A\0o/a.md\0`;
  const expected: readonly VersionCommit[] = [
    { hash: 'merge', isRoot: false, written: 30, changes: [{ path: 'o/a.md', before: 'o/a.md', old: A, new: C }] },
    {
      hash: 'moved',
      isRoot: false,
      written: 20,
      changes: [
        { path: 'o/new.md', before: 'o/\x01old\nname.md', old: A, new: B },
        { path: 'o/gone.md', before: 'o/gone.md', old: C, new: null },
      ],
    },
    { hash: 'empty', isRoot: false, written: 15, changes: [] },
    { hash: 'first', isRoot: true, written: 10, changes: [{ path: 'o/a.md', before: 'o/a.md', old: null, new: A }] },
  ];

  it('tells contents before and after, a merge’s against its first parent, and both names of a renamed file', () => {
    assert.deepEqual(read(text), expected);
  });

  it('reads the same however the bytes are cut', () => {
    for (const step of [1, 7, 64]) assert.deepEqual(read(text, step), expected);
  });

  it('refuses what is not in the place of a change', () => {
    assert.throws(() => read(`\x01first\0\x0010\0what\0`), /does not begin where it should/);
  });
});
