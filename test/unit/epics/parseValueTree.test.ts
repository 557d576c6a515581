import assert from 'node:assert/strict';
import { epics } from './read.ts';

const read = (text: string | null) => epics.parseValueTree('outcomes/value-tree.yaml', text);

describe('value-tree.yaml', () => {
  it('is read', () => {
    const { objectives, problems } = read(
      '\uFEFFobjectives:\r\n  - id: O-1\r\n    title: Buying is easy\r\n    keyResults:\r\n      - { id: KR-1.1, title: Fewer carts abandoned, unit: "%", baseline: 31, target: 26, by: 2026-12-31 }\r\n      - id: 2.1\r\n  - id: O-2\r\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(objectives, [
      {
        id: 'O-1',
        title: 'Buying is easy',
        keyResults: [
          { id: 'KR-1.1', title: 'Fewer carts abandoned', unit: '%', baseline: 31, target: 26, by: '2026-12-31' },
          { id: '2.1', title: '2.1', unit: null, baseline: null, target: null, by: null },
        ],
      },
      { id: 'O-2', title: 'O-2', keyResults: [] },
    ]);
  });

  it('may be absent or empty', () => {
    for (const text of [null, '', '# nothing yet\n', 'objectives:\n', '---\n...\n'])
      assert.deepEqual(read(text), { objectives: [], problems: [] });
  });

  it('loses only what does not fit', () => {
    const text =
      'objectives:\n  - title: no id\n  - id: O-2\n    keyResults:\n      - { id: KR-1, target: many }\n      - 7\n';
    const { objectives, problems } = read(text);
    assert.deepEqual(
      problems.map(({ code, file, line, range }) => [code, file, line, text.slice(range?.start, range?.end)]),
      [
        ['schema/invalid', 'outcomes/value-tree.yaml', 2, 'title: no id\n'],
        ['schema/invalid', 'outcomes/value-tree.yaml', 5, 'many'],
        ['schema/invalid', 'outcomes/value-tree.yaml', 6, '7'],
      ],
    );
    assert.deepEqual(
      objectives.map(({ id, keyResults }) => [id, keyResults.map(result => [result.id, result.target])]),
      [['O-2', [['KR-1', null]]]],
    );
  });
});
