import assert from 'node:assert/strict';
import { epicVersion, frontMatter } from '../../../src/epics/epicVersion.ts';
import { parseEpic } from '../../../src/epics/parseEpic.ts';

const FIELDS = `key: PAY-1
stage: build
type: nonsense
outcome:
  statement: Guests pay.
  measures:
    - { name: abandonment, unit: "%", baseline: 50, target: 40 }
    - { name: broken, target: much }
`;
const BODY = '# Epic\n\n## Ready to build\n- [ ] One\n---\n';

describe('a version of an epic file', () => {
  for (const [what, text] of [
    ['a common file', `---\n${FIELDS}---\n${BODY}`],
    ['Windows line ends, a byte order mark and blanks', `\uFEFF--- \n${FIELDS}---\t\n${BODY}`.replaceAll('\n', '\r\n')],
    ['front matter that does not end', `---\n${FIELDS}\n${BODY.replace('---', '')}`],
    ['broken YAML', `---\n${FIELDS}tickets: [PAY-2\nstage: qa\n---\n${BODY}`],
    ['another thing', BODY],
    ['nothing', ''],
  ] as const)
    it(`says of ${what} the same as the whole file`, () => {
      const whole = parseEpic({ path: 'outcomes/PAY-1.md', text, origin: 'file', unsaved: false }).epic;
      const { stage, outcome } = epicVersion(frontMatter(text));
      assert.deepEqual([stage, outcome], [whole?.stage ?? null, whole?.outcome ?? null]);
    });

  it('has the key that it names, as it is known everywhere, and none from the name of a file', () => {
    assert.equal(epicVersion('---\nkey: 12\n---\n').key, '#12');
    assert.equal(epicVersion('---\nstage: qa\n---\n').key, null);
  });

  it('is read without the Markdown', () => {
    assert.equal(frontMatter(`---\nkey: PAY-1\n---\n${BODY}`), '---\nkey: PAY-1\n---\n');
    assert.equal(frontMatter(BODY), '');
  });
});
