import assert from 'node:assert/strict';
import { foldsOf } from '../../../src/language/folding.ts';
import { symbolsOf, type LanguageSymbol } from '../../../src/language/symbols.ts';
import { GUEST, PATH, VALUE_TREE } from './made.ts';

function lines(symbols: readonly LanguageSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ kind, name, children }) => [
    `${' '.repeat(depth)}${kind} ${name}`,
    ...lines(children, depth + 1),
  ]);
}

describe('document symbols', () => {
  it('are the fields, the gates and the items with their boxes', () => {
    assert.deepEqual(lines(symbolsOf({ path: PATH, text: GUEST }, 'outcomes')), [
      'field key',
      'field title',
      'field stage',
      'field outcome',
      ' field statement',
      'field keyResult',
      'field tickets',
      ' entry PAY-101',
      ' entry "#12"',
      'gate Definition of done',
      ' ticked Tested [report](docs/report.md#results) [PAY-201](PAY-201)',
      ' open Telemetry',
    ]);
  });

  it('hold their children, as VS Code demands', () => {
    const check = ({ range, selection, children }: LanguageSymbol) => {
      assert.ok(range.start <= selection.start && selection.end <= range.end);
      for (const child of children) {
        assert.ok(range.start <= child.range.start && child.range.end <= range.end, child.name);
        check(child);
      }
    };
    symbolsOf({ path: PATH, text: GUEST }, 'outcomes').forEach(check);
    symbolsOf({ path: 'outcomes/value-tree.yaml', text: VALUE_TREE }, 'outcomes').forEach(check);
  });

  it('are none for files of other kinds', () => {
    assert.deepEqual(symbolsOf({ path: 'docs/notes.md', text: GUEST }, 'outcomes'), []);
  });
});

describe('folding', () => {
  const shown = (text: string) =>
    foldsOf({ path: PATH, text }, 'outcomes').map(({ start, end }) => text.slice(start, end).split('\n'));

  it('is of the front matter with its fences, and of each gate', () => {
    const [matter, gate, ...others] = shown(GUEST);
    assert.deepEqual([matter?.[0], matter?.at(-1)], ['---', '---']);
    assert.equal(gate?.[0], '## Definition of done');
    assert.equal(gate.length, 3);
    assert.deepEqual(others, []);
  });

  it('is of nothing that is one line or not closed', () => {
    assert.deepEqual(shown('---\nkey: PAY-1\n'), []);
    assert.deepEqual(shown('# A\n## Definition of done\n\n# B\n'), []);
  });
});
