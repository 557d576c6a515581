import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changesByTicket } from '../../../src/answers/why/changesByTicket.ts';
import { whyOfTicket } from '../../../src/answers/why/whyOfBranch.ts';
import { pullRequest } from '../../../src/export/pullRequest.ts';
import { fillTemplate } from '../../../src/export/requestTemplate.ts';
import type { BranchChanges } from '../../../src/model/branchChanges.ts';
import { createCommit, createEpicFile, createFolder, createOutcome, NOW } from '../../support/factories.ts';
import { launchText, readyOf } from '../../support/readyText.ts';

const WHY = { kind: 'why', text: 'WHY' } as const;
const CHANGES = { kind: 'changes', text: '- CHANGES' } as const;
const TESTING = { kind: 'testing', text: '- [x] TESTING' } as const;
const READINESS = { kind: 'readiness', text: '**READINESS**' } as const;
const ALL = [WHY, CHANGES, TESTING, READINESS];

const measure = {
  unit: '%',
  baseline: 61,
  target: 68,
  by: '2026-12-01',
  confidence: null,
  tolerance: null,
  measured: [],
};
const outcome = createOutcome({
  benefits: ['customer', 'business'],
  measures: [{ ...measure, name: 'Completed checkouts (@ben, ada@example.com)' }],
});
const folder = createFolder([createEpicFile({ outcome, keyResult: 'KR-1' })], {
  valueTree: {
    objectives: [
      {
        id: 'O-1',
        title: 'Sell to guests',
        keyResults: [{ id: 'KR-1', title: 'Fewer carts left', unit: null, baseline: null, target: null, by: null }],
      },
    ],
    problems: [],
  },
});
const why = whyOfTicket('PAY-101', folder, NOW);
const ready = readyOf(launchText('- [x] Load test passed\n- [ ] Support briefed'));
const commits = ['PAY-101 One of Conspicuous', 'Two', 'PAY-102: Three', 'PAY-9: Aside'].map(message =>
  createCommit(message),
);
const changes: BranchChanges = {
  byTicket: changesByTicket({ commits, ticket: 'PAY-101', ignored: ['PAY-9'], epics: folder.epics }),
  truncated: false,
};

describe('the description of a pull request', () => {
  it('says why first, then what changed by ticket, last what is ready', () => {
    assert.equal(
      pullRequest({ why, changes, ready }, null),
      `## Why

> Guests pay without an account, so fewer carts are abandoned.

- **Who benefits:** customers and the business
- **Key result:** KR-1 Fewer carts left
- **Objective:** O-1 Sell to guests
- **Measured by:** Completed checkouts, from 61 % to 68 % by 1 Dec 2026
- **Epic:** PAY-100 Guest checkout
- **Ticket:** PAY-101

## Changes

- PAY-101: 3 commits (PAY-100 Guest checkout)
- PAY-102: 1 commit

## Readiness

**Not ready.** Go-live readiness: 1 item is open.

**Go-live readiness: 1 of 2 met, 1 claimed without evidence**

- [x] **Load test passed** (\`outcomes/PAY-100-guest-checkout.md\`, line 10): ticked, without evidence. Ticked, and nothing is linked that shows it.
- [ ] **Support briefed** (\`outcomes/PAY-100-guest-checkout.md\`, line 11): open. Not ticked yet.
`,
    );
  });

  it('holds no subject, no address and no mention, whatever the epic says', () => {
    const text = pullRequest({ why, changes, ready }, null);
    assert.doesNotMatch(text, /Conspicuous|ada@|@ben/);
  });

  it('says what is known without an epic, and nothing where nothing is', () => {
    const alone = whyOfTicket('PAY-7', createFolder([]), NOW);
    const none = { ...ready, value: null };
    const text = pullRequest({ why: alone, changes: { byTicket: [], truncated: false }, ready: none }, null);
    assert.equal(text, '## Why\n\n*No anticipated outcome is written yet.*\n\n- **Ticket:** PAY-7\n');
  });

  it('puts what speaks of tests under the heading of a template that asks for it', () => {
    const text = pullRequest({ why, changes, ready }, '## How was it tested?\n');
    assert.match(text, /## How was it tested\?\n\n- \[x\] \*\*Load test passed\*\*/);
  });
});

describe('a template of pull requests', () => {
  for (const [what, template, expected] of [
    [
      'with a heading for each',
      `<!-- Thanks! -->\n## Why\n<!-- Why is it needed? -->\n\n## What changed\n\n## How has this been tested?\n\n- [ ] Unit tests\n\n## Checklist\n\n- [ ] I read the guide\n`,
      `<!-- Thanks! -->\n## Why\n<!-- Why is it needed? -->\n\nWHY\n\n## What changed\n\n- CHANGES\n\n## How has this been tested?\n\n- [ ] Unit tests\n\n- [x] TESTING\n\n## Checklist\n\n- [ ] I read the guide\n\n**READINESS**\n`,
    ],
    [
      'of a description, types of change and a checklist',
      '# Description\n\nPlease include a summary.\n\nFixes # (issue)\n\n## Type of change\n\n- [ ] Breaking change\n\n# Checklist:\n\n- [ ] Docs',
      '# Description\n\nPlease include a summary.\n\nFixes # (issue)\n\nWHY\n\n**Changes**\n\n- CHANGES\n\n## Type of change\n\n- [ ] Breaking change\n\n# Checklist:\n\n- [ ] Docs\n\n**READINESS**\n',
    ],
    [
      'that asks nothing of ours',
      'Sign the CLA.\n',
      '## Why\n\nWHY\n\nSign the CLA.\n\n## Changes\n\n- CHANGES\n\n## Readiness\n\n**READINESS**\n',
    ],
    ['that is empty', '', '## Why\n\nWHY\n\n## Changes\n\n- CHANGES\n\n## Readiness\n\n**READINESS**\n'],
    [
      'of GitLab, with commands to the forge',
      '### What does this MR do and why?\n\n%{first_multiline_commit}\n\n---\n\n/label ~feature\n/assign me\n',
      '### What does this MR do and why?\n\n%{first_multiline_commit}\n\nWHY\n\n**Changes**\n\n- CHANGES\n\n---\n\n/label ~feature\n/assign me\n',
    ],
    [
      'with line ends of Windows, underlined and bold headings',
      'Motivation\r\n----------\r\n\r\n**Testing:**\r\n\r\n__Definition of done__\r\n',
      'Motivation\r\n----------\r\n\r\nWHY\r\n\r\n**Testing:**\r\n\r\n- [x] TESTING\r\n\r\n__Definition of done__\r\n\r\n**READINESS**\r\n',
    ],
    [
      'whose headings stand in comments and code',
      '<!--\n## Why\n-->\n```\n## What\n```\n## Context ##\n## Next',
      '<!--\n## Why\n-->\n```\n## What\n```\n## Context ##\n\nWHY\n\n## Next',
    ],
    [
      'with a comment that has no end',
      '## Why\ntext\n<!-- never closed\n## What\n',
      '## Why\ntext\n\nWHY\n\n## Changes\n\n- CHANGES\n\n## Readiness\n\n**READINESS**\n\n<!-- never closed\n## What\n',
    ],
    ['with front matter', '---\ntitle: x\n---\n## Purpose\n', '---\ntitle: x\n---\n## Purpose\n\nWHY\n'],
  ] as const)
    it(`${what} is filled`, () => {
      const asked = ALL.filter(({ text }) => expected.includes(text));
      assert.equal(fillTemplate(template, asked), expected);
    });

  it('keeps every character, in its order, whatever it is', () => {
    const line = fc.constantFrom(
      ...['## Why', '# What changed?', 'Testing', '---', '===', '', '', '<!-- a', 'b -->', '<!-- c -->', '```', '~~~'],
      ...['**Checklist**', '- [ ] Docs', '/label ~x', '> quote', 'Text', '## Description', '\ufeff', '    ## Why'],
    );
    const eol = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), eol, fc.subarray(ALL), (lines, end, sections) => {
        const template = lines.join(end);
        const filled = fillTemplate(template, sections);
        let rest = filled;
        for (const one of lines.filter(text => text !== '')) {
          const at = rest.indexOf(one);
          assert.notEqual(at, -1, `${one} is lost in ${filled}`);
          rest = rest.slice(at + one.length);
        }
        for (const { kind, text } of sections) {
          const count = filled.split(text).length - 1;
          assert.equal(count, kind === 'testing' ? Math.min(count, 1) : 1, filled);
        }
        const added = filled.length - template.length;
        if (sections.length === 0) assert.equal(added, 0);
      }),
    );
  });
});
