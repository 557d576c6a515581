import assert from 'node:assert/strict';
import { createCommitParser } from '../../../src/git/commitParser.ts';
import { NO_KEY_RULES } from '../../../src/model/text/ticketKeys.ts';

const CONTEXT = { rules: NO_KEY_RULES, main: 'main' };
const [A, B, C] = ['a', 'b', 'c'].map(digit => digit.repeat(40)) as [string, string, string];

function bytes(...records: readonly (readonly string[])[]): Buffer {
  return Buffer.from(records.map(fields => `\x01${fields.map(field => `${field}\0`).join('')}`).join(''));
}

describe('parsing commits from bytes', () => {
  const history = bytes(
    [C, `${A} ${B}`, '30', '31', 'Merge\nPAY-3 ü\u2028\x01 still the body\n'],
    [B, A, '20', '20', ''],
    [A, '', '-5', '10', 'PAY-1 first\r\n'],
  );

  it('reads hashes, parents, times and messages', () => {
    const commits = createCommitParser(CONTEXT)(history);
    assert.deepEqual(
      commits.map(({ hash, parents, written, landed }) => ({ hash, parents, written, landed })),
      [
        { hash: C, parents: [A, B], written: 30, landed: 31 },
        { hash: B, parents: [A], written: 20, landed: 20 },
        { hash: A, parents: [], written: -5, landed: 10 },
      ],
    );
    assert.deepEqual(commits[0]?.facts.bodyKeys, ['PAY-3']);
    assert.deepEqual(commits[2]?.facts.titleKeys, ['PAY-1']);
  });

  it('does not care where the pieces are cut', () => {
    const whole = createCommitParser(CONTEXT)(history);
    for (let cut = 0; cut <= history.length; cut++) {
      const parse = createCommitParser(CONTEXT);
      assert.deepEqual([...parse(history.subarray(0, cut)), ...parse(history.subarray(cut))], whole, `cut at ${cut}`);
    }
    const parse = createCommitParser(CONTEXT);
    assert.deepEqual(
      Array.from(history).flatMap(byte => parse(Buffer.of(byte))),
      whole,
    );
  });

  it('reads what is longer than it has room for, and what follows', () => {
    const long = `Long\n\n${'words '.repeat(100_000)}\nPAY-9\n`;
    const some = bytes(
      [C, B, '3', '3', `PAY-8\n\n${long}`],
      [B, A, '2', '2', long],
      [A, '', '1', '1', 'PAY-7\n\nPAY-6'],
    );
    for (const size of [1000, 65_536, some.length]) {
      const parse = createCommitParser(CONTEXT);
      const commits = Array.from({ length: Math.ceil(some.length / size) }, (_, piece) =>
        parse(some.subarray(piece * size, (piece + 1) * size)),
      ).flat();
      assert.deepEqual(
        commits.map(({ hash, facts }) => [hash, facts.titleKeys, facts.bodyKeys]),
        [
          [C, ['PAY-8'], []],
          [B, [], []],
          [A, ['PAY-7'], ['PAY-6']],
        ],
      );
    }
  });

  it('stops at bytes that are no record', () => {
    assert.throws(() => createCommitParser(CONTEXT)(Buffer.from('gpg: hello\0\0\0\0\0')), /does not begin/);
  });
});
