import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { outliveReader } from '../../../src/cli/outliveReader.ts';

describe('outliveReader', () => {
  const failuresOf = (code: string): Error[] => {
    const [stream, failures] = [new EventEmitter(), Array.of<Error>()];
    outliveReader(stream, error => failures.push(error));
    stream.emit('error', Object.assign(new Error(`write ${code}`), { code }));
    return failures;
  };

  it('takes a reader that stopped for no failure', () => {
    assert.deepEqual(failuresOf('EPIPE'), []);
  });

  it('hands over every other failure to write', () => {
    assert.deepEqual(
      failuresOf('ENOSPC').map(({ message }) => message),
      ['write ENOSPC'],
    );
  });
});
