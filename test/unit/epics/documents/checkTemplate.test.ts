import assert from 'node:assert/strict';
import type { TemplateName } from '../../../../src/model/documents.ts';
import { templateText } from '../../../../src/wording/documents.ts';
import { documents } from './made.ts';

const epic = documents.builtIn('epic');
const said = (text: string, name: TemplateName = 'epic') =>
  templateText(`outcomes/templates/${name}.md`, documents.check(name, text));

describe('what is odd about a team’s template', () => {
  it('is a placeholder that nothing fills', () => {
    assert.deepEqual(documents.check('epic', epic.replace('# {{title}}', '# {{ title }} {{owner}} {{owner}}')), [
      { kind: 'placeholder', name: ' title ' },
      { kind: 'placeholder', name: 'owner' },
    ]);
    assert.deepEqual(documents.check('risks', '# {{title}} {{outcome}} {{epic}} {{tickets}}\n'), [
      { kind: 'placeholder', name: 'tickets' },
    ]);
    assert.deepEqual(documents.check('epic', epic.replace('# {{title}}', '# {{outcome}}')), [
      { kind: 'placeholder', name: 'outcome' },
    ]);
  });

  it('is a gate that was lost', () => {
    assert.deepEqual(documents.check('epic', epic.replace('## Ready to test', '## Ready for the testers')), [
      { kind: 'gates', names: ['Ready to test'] },
    ]);
    const none = epic.slice(0, epic.indexOf('## Problem worth solving'));
    assert.deepEqual(documents.check('epic', none), [
      {
        kind: 'gates',
        names: [
          ...['Problem worth solving', 'Ready to build', 'Ready to test', 'Definition of done'],
          ...['Go-live readiness', 'Outcome review'],
        ],
      },
    ]);
  });

  it('is not a gate of the team’s own name for the same stage, but for the one that hints go by', () => {
    const own = epic.replace('## Ready to test', '## Handover <!-- gate: build -->');
    assert.deepEqual(documents.check('epic', own), []);
    const renamed = epic.replace('## Ready to build', '## Ready for work <!-- gate: discovery -->');
    assert.deepEqual(documents.check('epic', renamed), [{ kind: 'gates', names: ['Ready to build'] }]);
  });

  it('is a gate without an item', () => {
    assert.deepEqual(documents.check('epic', `${epic}\n## Legal <!-- gate: launch -->\n\nTo do.\n`), [
      { kind: 'emptyGates', names: ['Legal'] },
    ]);
  });

  it('is a front matter that does not take the key', () => {
    for (const broken of [
      epic.replace('key: {{key}}', 'key: PAY-1'),
      epic.replace('key: {{key}}\n', ''),
      epic.slice(4),
    ])
      assert.deepEqual(documents.check('epic', broken), [{ kind: 'key' }]);
    assert.deepEqual(documents.check('risks', '# Anything\n'), []);
  });

  it('is said in sentences', () => {
    assert.equal(
      said(epic.replace('## Ready to test', '## Tests').replace('# {{title}}', '# {{owner}}')),
      'The template outcomes/templates/epic.md was used as it is. Nothing fills {{owner}}. It has no gate like Ready to test. Was that meant?',
    );
    const odd = epic
      .replace('key: {{key}}', 'key: A-1')
      .replace('## Ready to build', '## Build it')
      .replace('## Outcome review', '## Look back');
    assert.match(
      said(odd),
      /does not take the key: .* no gate like Ready to build or Outcome review\. Was that meant\?$/,
    );
    assert.match(said(`${epic}\n## Legal <!-- gate: launch -->\n`), /Without an item a gate is never met: Legal\.$/);
  });
});
