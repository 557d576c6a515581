import assert from 'node:assert/strict';
import { LINT_RULES } from '../../src/model/lint.ts';
import { lintRuleFragment } from '../../src/wording/lint.ts';
import { filesBelow, textOf } from './sourceTree.ts';

/** Told when something is written, never by the linter. */
const OF_WRITING = ['file/changed-underneath', 'file/exists', 'team/not-written'];

const sections = [...textOf('docs/linter.md').matchAll(/^### (.+)\n([\s\S]*?)(?=^#|(?![\s\S]))/gm)].map(
  ([, heading = '', text = '']) => ({ heading, text }),
);

describe('docs/linter.md', () => {
  it('has a section for every rule of the linter, and no other', () => {
    assert.deepEqual(sections.map(({ heading }) => heading).sort(), [...LINT_RULES].sort());
  });

  it('has each section where the editor’s link leads', () => {
    for (const { heading } of sections) {
      // As GitHub and VS Code's preview name a heading.
      const slug = heading.toLowerCase().replaceAll(/[^\w\s-]/g, '');
      const rule = LINT_RULES.find(id => id === heading);
      assert.ok(rule !== undefined);
      assert.equal(lintRuleFragment(rule), slug);
    }
  });

  it('names what cannot be read, and only that', () => {
    const sources = [...filesBelow('src/epics', '.ts'), 'src/lens/outcomesFolder.ts'].map(textOf).join('\n');
    const told = [...sources.matchAll(/(?:problem\(\s*|code: )'([a-z-]+\/[a-z-]+)'/g)].map(([, code = '']) => code);
    const table = textOf('docs/linter.md').split('## What cannot be read')[1] ?? '';
    const named = [...table.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].map(([, code = '']) => code);
    assert.ok(named.length > 5);
    for (const code of named) assert.ok(told.includes(code), `${code} is told of no file`);
    for (const code of told.filter(code => !OF_WRITING.includes(code)))
      assert.ok(named.includes(code), `docs/linter.md does not name ${code}`);
  });

  for (const { heading, text } of sections)
    it(`says of ${heading} what, why, an example, and how to silence it`, () => {
      const parts = [...text.matchAll(/^- \*\*(.+?)\*\*: (.+)$/gm)].map(([, part]) => part);
      assert.deepEqual(
        parts.filter(part => part !== 'Quick fix'),
        ['What', 'Why', 'Example', 'Silence it'],
      );
      assert.ok(text.includes(`off: [${heading}]`));
    });
});
