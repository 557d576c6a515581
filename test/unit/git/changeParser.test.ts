import assert from 'node:assert/strict';
import { createChangeParser } from '../../../src/git/changeParser.ts';

type Read = readonly [commit: string, isRoot: boolean, files: [path: string, lines: number][]];

function read(show: 'counts' | 'names', text: string, step = text.length): readonly Read[] {
  const found: Read[] = [];
  const parse = createChangeParser(show, {
    commit: (hash, isRoot) => found.push([hash, isRoot, []]),
    file: (path, lines) => found.at(-1)?.[2].push([path, lines]),
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += step) parse(bytes.subarray(at, at + step));
  return found;
}

describe('parsing what commits changed', () => {
  // As git 2.39 prints it: a line break before the first file, none where nothing changed.
  const counts =
    '\x01aa\0bb cc\0\n1\t2\tplain\0-\t-\tbinary\x000\t3\t\0old\0new\0\x01bb\0cc\0\x01cc\0\0\n4\t0\ta\tb\nc\x001\t0\t\x01d\0';
  const expectedCounts: readonly Read[] = [
    [
      'aa',
      false,
      [
        ['plain', 3],
        ['binary', 0],
        ['new', 3],
      ],
    ],
    ['bb', false, []],
    [
      'cc',
      true,
      [
        ['a\tb\nc', 4],
        ['\x01d', 1],
      ],
    ],
  ];

  it('reads counts: renames by their new name, binaries without lines, names with any character', () => {
    assert.deepEqual(read('counts', counts), expectedCounts);
  });

  it('does not care where the pieces are cut', () => {
    for (const step of [1, 2, 3, 7]) assert.deepEqual(read('counts', counts, step), expectedCounts);
  });

  it('reads names, also those that look like a commit or begin with a line break', () => {
    const names = '\x01aa\0bb\0\nM\0\x01bb\0A\0\nx\0D\0y\0\x01bb\0\0\x01cc\0\0\nA\0z\0';
    assert.deepEqual(read('names', names), [
      [
        'aa',
        false,
        [
          ['\x01bb', 0],
          ['\nx', 0],
          ['y', 0],
        ],
      ],
      ['bb', true, []],
      ['cc', true, [['z', 0]]],
    ]);
  });

  it('takes an empty field between a commit and its files for nothing', () => {
    assert.deepEqual(read('counts', '\x01aa\0bb\0\x001\t1\tx\0'), [['aa', false, [['x', 2]]]]);
  });

  it('stops at bytes that are no change', () => {
    assert.throws(() => read('counts', '\x01aa\0bb\0\nwhat\0'), /does not begin where it should/);
  });
});
