import assert from 'node:assert/strict';
import { isEditable, type EpicOrigin } from '../../../src/model/epic.ts';

describe('an epic file', () => {
  it('can be changed where the work tree or its editor has it, and not where it is read from elsewhere', () => {
    const expected: Readonly<Record<EpicOrigin, boolean>> = { file: true, editor: true, main: false, branch: false };
    for (const origin of ['file', 'editor', 'main', 'branch'] as const)
      assert.equal(isEditable({ origin }), expected[origin], origin);
  });
});
