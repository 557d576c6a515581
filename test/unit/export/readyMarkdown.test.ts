import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import { readyMarkdown, type ReadyMarkdownOptions } from '../../../src/export/readyMarkdown.ts';
import { code, link, words } from '../../../src/export/readyMarkdownText.ts';
import { HOSTILE } from '../../support/hostileTexts.ts';
import { ABOUT, launchText, readyOf, type ReadyAround } from '../../support/readyText.ts';

const LINKS = { base: 'https://forge.example/shop/blob/abc', find: (target: string) => target };

function comment(text: string, around: ReadyAround = {}, options: Partial<ReadyMarkdownOptions> = {}): string {
  return readyMarkdown(readyOf(text, around), { epic: null, gate: null, links: null, ...options });
}

/** Every node of a Markdown text. */
function nodesOf(text: string): Nodes[] {
  const all: Nodes[] = [];
  const visit = (node: Nodes) => {
    all.push(node);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(text));
  return all;
}

/** What a reader sees of a Markdown text, in one line. */
function shown(text: string): string {
  return nodesOf(text)
    .map(node => (node.type === 'text' || node.type === 'inlineCode' ? node.value : ''))
    .join('');
}

const TASKS = `- [x] Rollback criteria agreed [runbook](docs/runbook.md#rollback)
- [ ] Support briefed
- [x] Load test [report](docs/gone.md)
- [x] Told [page](https://example.org/a_b)`;
const EVIDENCE = {
  paths: new Set(['docs/runbook.md']),
  texts: new Map([['docs/runbook.md', '# Runbook\n## Rollback\n']]),
};

describe('readiness as a comment', () => {
  it('says epic, answer, outcome and what is missing, and folds what is met', () => {
    assert.equal(
      comment(launchText(TASKS), { evidence: EVIDENCE }),
      `<!-- outcome-lens:ready -->

### Guest checkout (PAY-100)

**Not ready.** Go-live readiness: 2 items are open.

> Guests pay without an account.

#### Go-live readiness: 2 of 4 met, 1 claimed without evidence

- **Support briefed** (\`outcomes/PAY-100-guest-checkout.md\`, line 11): open. Not ticked yet.
- **Load test** (\`outcomes/PAY-100-guest-checkout.md\`, line 12): ticked, but the evidence is missing. docs/gone.md is not in this repository. Evidence: \`docs/gone.md\`.

<details><summary>2 met</summary>

- **Rollback criteria agreed** (\`outcomes/PAY-100-guest-checkout.md\`, line 10): ticked, with evidence. Evidence: \`docs/runbook.md#rollback\`.
- **Told** (\`outcomes/PAY-100-guest-checkout.md\`, line 13): ticked, without evidence. Evidence: [page](<https://example.org/a_b>).

</details>`,
    );
  });

  it('links places and evidence where it is told how', () => {
    const text = comment(launchText(TASKS), { evidence: EVIDENCE }, { links: LINKS });
    assert.match(
      text,
      /\[line 11\]\(<https:\/\/forge\.example\/shop\/blob\/abc\/outcomes\/PAY-100-guest-checkout\.md\?plain=1#L11>\)/,
    );
    assert.match(text, /\(<https:\/\/forge\.example\/shop\/blob\/abc\/docs\/runbook\.md#rollback>\)/);
    const none = comment(launchText(TASKS), { evidence: EVIDENCE }, { links: { ...LINKS, find: () => null } });
    assert.match(none, /Evidence: `docs\/runbook\.md#rollback`/);
  });

  it('says yes, with nothing missing', () => {
    const text = comment(launchText('- [x] ~~a~~ n/a: b'));
    assert.match(text, /^\*\*Ready\.\*\* Go-live readiness: met\.$/m);
    assert.match(text, /<summary>1 met<\/summary>/);
  });

  it('says so without an outcome, without a gate and without an epic', () => {
    assert.match(comment(launchText('- [ ] a', 'type: risk')), /\*No anticipated outcome is written yet\.\*/);
    const none = comment(launchText('- [ ] a'), { gate: 'Ready to fly' });
    assert.match(none, /\*\*No answer\.\*\*/);
    assert.match(none, /^\*\*No answer\.\*\* PAY-100 has no gate "Ready to fly"\. It has "Go-live readiness"\.$/m);
    const nothing = {
      value: null,
      reasons: [],
      missing: ['epic/none'],
      asOf: 0,
      about: { ...ABOUT, epic: 'PAY-9' },
    } as const;
    assert.match(
      readyMarkdown(nothing, { epic: 'PAY-9', gate: null, links: null }),
      /^<!-- outcome-lens:ready PAY-9 -->\n\n### Readiness\n\n\*\*No answer\.\*\* No epic was found: none in outcomes\/ has or lists PAY-9\./,
    );
  });

  it('says of a closed or stopped epic what it is, not that it is ready', () => {
    const of = (stage: string) => comment(launchText('- [x] a').replace('stage: launch', `stage: ${stage}`));
    assert.match(of('closed'), /^\*\*Closed\.\*\* PAY-100 is closed; no gate is left to meet\.$/m);
    assert.match(of('stopped'), /^\*\*Stopped\.\*\* PAY-100 was stopped; there is nothing to be ready for\.$/m);
    assert.doesNotMatch(of('closed') + of('stopped'), /\*\*Ready/);
  });

  it('does not call open what cannot be checked here', () => {
    const unchecked = '- [ ] Done <!-- proof: ticket PAY-101 done -->\n';
    const of = (tasks: string) => comment(`${launchText('- [x] a')}\n## Definition of done\n${tasks}`);
    assert.match(of(unchecked), /<summary>1 from earlier stages cannot be checked here<\/summary>/);
    assert.match(
      of(`${unchecked}- [ ] b\n`),
      /<summary>1 still open from earlier stages, 1 cannot be checked here<\/summary>/,
    );
  });

  it('folds what earlier stages left open', () => {
    const text = comment(`${launchText('- [ ] a')}\n## Definition of done\n- [ ] Tested\n- [x] Told\n`);
    assert.match(
      text,
      /<summary>1 still open from earlier stages<\/summary>\n\n\*\*Definition of done\*\*\n\n- \*\*Tested\*\*/,
    );
  });

  it('begins with a marker of what was asked only, which no name breaks', () => {
    const marker = (options: Partial<ReadyMarkdownOptions>) =>
      comment(launchText('- [ ] a'), {}, options).split('\n')[0];
    assert.equal(marker({}), comment(launchText('- [x] b')).split('\n')[0]);
    assert.equal(marker({ epic: 'PAY-100' }), '<!-- outcome-lens:ready PAY-100 -->');
    assert.equal(
      marker({ epic: 'PAY-100', gate: 'Go-live --> <b>' }),
      '<!-- outcome-lens:ready PAY-100 Go-live%20--%3E%20%3Cb%3E -->',
    );
  });

  it('fits where a forge takes it, however much there is', () => {
    const many = comment(launchText('- [ ] a\n'.repeat(1000)));
    assert.match(many, /- \*960 more in the epic file\*/);
    const text = comment(launchText(`- [ ] ${'@'.repeat(400)}\n`.repeat(40)));
    assert.ok(text.length < 65_536);
    assert.match(text, /\*The rest stands in the epic file\.\*$/);
  });
});

describe('words of a repository in a comment', () => {
  for (const [what, text] of Object.entries(HOSTILE)) it(`are words only: ${what}`, () => harmless(text));

  it('are words only, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), harmless), { numRuns: 100 });
  });

  it('are what was written', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }).filter(text => text.trim() === text && !/\s\s|https?:/i.test(text)),
        text => {
          assert.equal(shown(`x ${words(text)} x`).replaceAll('\u200b', ''), `x ${text} x`);
        },
      ),
    );
  });

  it('keep addresses as links, without the full stop behind', () => {
    assert.equal(words('See https://example.org/a_b?x=1&y=*2*.'), 'See <https://example.org/a_b?x=1&y=*2>\\*.');
    assert.equal(words('(https://example.org/@alice)'), '(<https://example.org/@alice>)');
    assert.equal(words('https://[ and http://'), 'https://\\[ and http://');
  });

  it('are quoted as they are in code, backticks too', () => {
    for (const text of ['docs/a_b.md', 'a`b', '``', '`a', 'a\nb'])
      assert.equal(shown(`x ${code(text)} x`), `x ${text.replace('\n', ' ')} x`);
  });

  it('make a link to pages of the web only', () => {
    assert.equal(link('notes', 'javascript:alert(1)'), '`notes`');
    assert.equal(link('', 'https://example.org/a b'), '[https://example.org/a b](<https://example.org/a%20b>)');
    const [target] = nodesOf(link('a](x) @b', 'https://example.org/?q=>\\')).filter(node => node.type === 'link');
    assert.equal(target?.url, 'https://example.org/?q=%3E%5C');
  });

  /** As an item, an outcome, a title and a gate: nothing but our own comment and folds are HTML, nobody is mentioned. */
  function harmless(text: string): void {
    const name = text.replace(/\s+/g, ' ').replace(/^[#\s]+|[#\s]+$/g, '');
    const epic = launchText(`- [ ] ${name}`, `outcome: { statement: ${JSON.stringify(text)} }`)
      .replace('title: Guest checkout', () => `title: ${JSON.stringify(text)}`)
      .concat(`\n## ${name} <!-- gate: launch -->\n- [x] ${name} [${name}](${name})\n`);
    const made = `${comment(epic)}\n\n${words(text)}`;
    for (const node of nodesOf(made)) {
      if (node.type === 'html') assert.match(node.value, /^<!-- outcome-lens:ready -->$|^<\/?details>/);
      assert.notEqual(node.type, 'image');
      if (node.type === 'link') assert.match(node.url, /^https?:/);
      if (node.type === 'text') assert.doesNotMatch(node.value, /@(?!\u200b)/);
    }
    // Forges run commands that begin a line.
    for (const line of made.split('\n').slice(0, -1)) assert.doesNotMatch(line, /^\s*\//);
    assert.ok(made.length < 65_536);
    assert.doesNotMatch(made, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u2028-\u202e\u2066-\u2069]/);
  }
});
