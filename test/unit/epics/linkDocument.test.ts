import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkDocument } from '../../../src/epics/linkDocument.ts';
import { applyEdits } from '../../../src/model/textRange.ts';
import { generatedFile } from './epicArbitrary.ts';
import { read } from './read.ts';

const TARGET = 'documents/PAY-100-risks.md';
const LINK = `[Risks](${TARGET})`;
const HEAD = '---\nkey: PAY-100\n---\n';

function linked(body: string): string {
  const text = HEAD + body;
  return applyEdits(text, [linkDocument(text, 'Risks', TARGET) ?? assert.fail('no edit')]).slice(HEAD.length);
}

describe('linking a document from an epic', () => {
  it('begins the section at the end of the file', () => {
    const section = `## Documents\n\n- ${LINK}\n`;
    assert.equal(linked('# Epic\n'), `# Epic\n\n${section}`);
    assert.equal(linked('# Epic\n\n'), `# Epic\n\n${section}`);
    assert.equal(linked('# Epic'), `# Epic\n\n${section}`);
    assert.equal(linked(''), `\n${section}`);
  });

  it('goes on the list that is there, as it is written', () => {
    const other = '[Plan](documents/plan.md)';
    assert.equal(
      linked(`## Documents\n\n- ${other}\n\n## Notes\n`),
      `## Documents\n\n- ${other}\n- ${LINK}\n\n## Notes\n`,
    );
    assert.equal(
      linked(`## documents\n  * ${other}  \n    - looked at\n`),
      `## documents\n  * ${other}  \n    - looked at\n  * ${LINK}\n`,
    );
    assert.equal(linked(`## Documents\n- ${other}`), `## Documents\n- ${other}\n- ${LINK}`);
  });

  it('begins a list below an empty heading, a question, or a numbered list', () => {
    assert.equal(linked('## Documents\n\n## Notes\n'), `## Documents\n\n- ${LINK}\n\n## Notes\n`);
    assert.equal(
      linked('## Documents\n\n<!-- What do we keep? -->\n'),
      `## Documents\n\n<!-- What do we keep? -->\n\n- ${LINK}\n`,
    );
    assert.equal(linked('## Documents\n\n1. [Plan](plan.md)\n'), `## Documents\n\n1. [Plan](plan.md)\n\n- ${LINK}\n`);
  });

  it('keeps the file’s line endings', () => {
    const text = '---\r\nkey: A\r\n---\r\n# Epic\r\n';
    assert.equal(
      applyEdits(text, [linkDocument(text, 'Risks', TARGET) ?? assert.fail()]),
      `${text}\r\n## Documents\r\n\r\n- ${LINK}\r\n`,
    );
    const listed = '---\r\nkey: A\r\n---\r\n## Documents\r\n- [Plan](plan.md)\r\n';
    assert.equal(
      applyEdits(listed, [linkDocument(listed, 'Risks', TARGET) ?? assert.fail()]),
      `${listed.slice(0, -2)}\r\n- ${LINK}\r\n`,
    );
  });

  it('is refused where the link would not be one', () => {
    for (const body of ['# Epic\n\n```\ncode\n', '# Epic\n\n<!-- open\n'])
      assert.equal(linkDocument(HEAD + body, 'Risks', TARGET), null, body);
    assert.equal(linkDocument('no epic\n', 'Risks', TARGET), null);
  });
});

describe('linking a document from any epic file', function () {
  this.timeout(60_000);

  it('adds one link, and leaves every other byte', () => {
    let made = 0;
    fc.assert(
      fc.property(
        generatedFile,
        fc.constantFrom('', '\n# Documents\n', '\n## Documents\n\n- [a](b.md)\n'),
        ({ text }, more) => {
          const whole = text + more;
          const edit = linkDocument(whole, 'Risks', TARGET);
          if (edit === null) return;
          made++;
          assert.equal(edit.start, edit.end);
          const after = applyEdits(whole, [edit]);
          assert.equal(after.slice(0, edit.start) + after.slice(edit.start + edit.text.length), whole);
          const [before, now] = [read(whole), read(after)];
          assert.equal(now.epic?.documents.length, (before.epic?.documents.length ?? 0) + 1);
          assert.equal(now.epic.documents.at(-1)?.target, TARGET);
          const itemsOf = ({ epic }: typeof now) =>
            epic?.gates.map(gate => [gate.name, gate.items.map(item => item.text)]);
          assert.deepEqual(itemsOf(now), itemsOf(before));
        },
      ),
      { numRuns: 100 },
    );
    assert.ok(made > 60, `only ${made} edits were made`);
  });
});
