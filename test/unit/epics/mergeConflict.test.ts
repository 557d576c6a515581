import assert from 'node:assert/strict';
import { mergeConflict } from '../../../src/epics/mergeConflict.ts';
import { createEpics } from '../../../src/epics/openEpics.ts';

const CONFLICT = '---\nkey: PAY-1\n---\n## Ready to test\n<<<<<<< HEAD\n- [x] a\n=======\n- [x] b\n>>>>>>> theirs\n';

describe('an unresolved merge conflict', () => {
  it('is a problem at its first line, in the Markdown and in the front matter', () => {
    const file = createEpics().parseEpic({ path: 'outcomes/PAY-1.md', text: CONFLICT, origin: 'file', unsaved: false });
    assert.deepEqual([file.problems[0]?.code, file.problems[0]?.line], ['file/conflict', 5]);
    assert.notEqual(mergeConflict(CONFLICT.replaceAll('\n', '\r\n')), null);
  });

  it('needs both ends: a heading underlined with = is none', () => {
    assert.equal(mergeConflict('Title\n=======\n'), null);
    assert.equal(mergeConflict('<<<<<<< HEAD\n'), null);
  });
});
