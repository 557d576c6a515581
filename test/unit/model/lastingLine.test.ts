import assert from 'node:assert/strict';
import { isLastingLine, isReleaseLine } from '../../../src/model/text/lastingLine.ts';

describe('lasting lines', () => {
  it('are release lines by version or folder', () => {
    for (const name of ['3.5.x', '2', '1.2.3', 'v2', 'v2.x', 'release/2.0', 'releases/2.0', 'release-3', 'support/1.x'])
      assert.ok(isReleaseLine(name), name);
    for (const name of ['PAY-3', 'feature/3.5', '3.5.x-fix', 'released', 'supporting/x', 'v', 'x'])
      assert.ok(!isReleaseLine(name), name);
  });

  it('are environments and the line of the next release too, by their whole name', () => {
    for (const name of ['main', 'develop', 'staging', 'gh-pages', '3.5.x']) assert.ok(isLastingLine(name), name);
    for (const name of ['feature/develop', 'develop-x', 'topic', 'Main street']) assert.ok(!isLastingLine(name), name);
  });
});
