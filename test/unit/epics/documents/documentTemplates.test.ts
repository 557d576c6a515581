import assert from 'node:assert/strict';
import { DOCUMENT_KINDS, TEMPLATE_NAMES } from '../../../../src/model/documents.ts';
import { DOCUMENT_TEXT } from '../../../../src/wording/documents.ts';
import { documents, NO_EPIC, VALUES } from './made.ts';

/** Fields for somebody's name; a role is fine. */
const NAMES = /\b(?:name|author|owner|assignee|attendees?|participants?|e-?mail)\b\s*:|@\w/i;

for (const kind of DOCUMENT_KINDS)
  describe(`the ${kind} template`, () => {
    const template = documents.builtIn(kind);

    it('begins with what it is, its epic and what that hopes for', () => {
      const text = documents.newDocument(kind, VALUES, null);
      assert.ok(
        text.startsWith(
          `# ${DOCUMENT_TEXT[kind].title}\n\n[PAY-100 Guest checkout](../PAY-100-guest-checkout.md)\n\n> Guests pay`,
        ),
        text,
      );
      assert.doesNotMatch(text, /\{\{|undefined/);
    });

    it('has one question or instruction a section, which is not rendered', () => {
      const sections = template.split(/^#{2,3} /m).slice(1);
      assert.ok(sections.length >= 4 && sections.length <= 8, `${sections.length} sections`);
      for (const section of sections) {
        const comments: readonly string[] = section.match(/<!--[\s\S]*?-->/g) ?? [];
        const isDated = section.startsWith('{{date}}');
        assert.equal(comments.length, 1, section);
        assert.match(comments[0] ?? '', /^<!-- [A-Z][^\n]*(?:[.?]|\{\{date\}\}) -->$/);
        const [heading = ''] = section.split('\n');
        assert.ok(isDated || /^[A-Z]/.test(heading), heading);
        // What is left when nobody filled it is nothing, or an empty table; the epic fills its measures in.
        const rest = section.slice(heading.length).replace(/<!--[\s\S]*?-->|\{\{measures\}\}/g, '');
        assert.match(rest, /^(?:\s|\|[^\n]*\|)*$/, section);
      }
    });

    it('is short, in lines that a review shows, and asks for no name', () => {
      assert.ok(template.length < 2000, `${template.length} characters`);
      for (const line of template.split('\n')) assert.ok(line.length <= 130, line);
      assert.doesNotMatch(template, NAMES);
      assert.ok(template.endsWith('\n') && !template.endsWith('\n\n'));
    });

    it('has no empty frame without an epic', () => {
      const text = documents.newDocument(kind, NO_EPIC, null);
      assert.match(text, new RegExp(`^# ${DOCUMENT_TEXT[kind].title}\\n\\n[^>\\s]`));
      assert.doesNotMatch(text, /\{\{|\[\]|^>|\n\n\n/m);
    });

    it('leaves the line of an outcome out that nobody wrote', () => {
      const text = documents.newDocument(kind, { ...VALUES, outcome: '' }, null);
      assert.doesNotMatch(text, /^>|\n\n\n/m);
      assert.match(text, /PAY-100 Guest checkout/);
    });
  });

describe('the built-in templates', () => {
  it('are without a problem when a team takes them over as its own', () => {
    for (const name of TEMPLATE_NAMES) assert.deepEqual(documents.check(name, documents.builtIn(name)), [], name);
    for (const kind of DOCUMENT_KINDS)
      assert.equal(
        documents.newDocument(kind, VALUES, documents.builtIn(kind)),
        documents.newDocument(kind, VALUES, null),
      );
  });
});
