import assert from 'node:assert/strict';
import { setFocus } from '../../../src/epics/editTeam.ts';
import { applyEdits } from '../../../src/model/textRange.ts';

function written(text: string, ...metrics: Parameters<typeof setFocus>[1]): string {
  const edit = setFocus(text, metrics);
  assert.ok(edit !== null);
  return applyEdits(text, [edit]);
}

describe('the focus of a team file', () => {
  it('is changed in its place, comments and everything else kept', () => {
    assert.equal(
      written('team: Us\nfocus: [wip] # looked at in June\ntimeZone: UTC\n', 'age', 'batchSize'),
      'team: Us\nfocus: [age, batchSize] # looked at in June\ntimeZone: UTC\n',
    );
  });

  it('is added at the end, with the file’s line endings', () => {
    assert.equal(written('team: Us\r\n', 'wip'), 'team: Us\r\nfocus: [wip]\r\n');
    assert.equal(written('team: Us', 'wip'), 'team: Us\nfocus: [wip]\n');
    assert.equal(written('', 'wip'), 'focus: [wip]\n');
  });

  it('replaces a list over several lines and a key without a value', () => {
    assert.equal(written('focus:\n  - wip\n  - age\nteam: Us\n', 'reviewWait'), 'focus: [reviewWait]\nteam: Us\n');
    assert.equal(written('focus:\nteam: Us\n', 'wip'), 'focus: [wip]\nteam: Us\n');
  });

  it('may become empty', () => {
    assert.equal(written('focus: [wip]\n'), 'focus: []\n');
  });

  it('is left alone where somebody wrote between its entries, or the file cannot be read', () => {
    assert.equal(setFocus('focus:\n  - wip # since May\n  - age\n', ['age']), null);
    assert.equal(setFocus('focus: [wip\n', ['age']), null);
    assert.equal(setFocus('- a list\n', ['age']), null);
  });
});
