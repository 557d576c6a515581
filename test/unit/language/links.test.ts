import assert from 'node:assert/strict';
import { lineOfPlace, linksOf } from '../../../src/language/links.ts';
import { GUEST, makeContext, PATH, REFUND, VALUE_TREE } from './made.ts';

function links(text: string, path = PATH) {
  return linksOf({ path, text }, makeContext()).map(({ range, paths, place }) => [
    text.slice(range.start, range.end),
    paths[0],
    ...(place === null ? [] : [place.kind === 'anchor' ? place.anchor : place.id]),
  ]);
}

describe('links', () => {
  it('lead from key results, evidence and proofs to files', () => {
    assert.deepEqual(links(GUEST), [
      ['KR-2.1', 'outcomes/value-tree.yaml', 'KR-2.1'],
      ['docs/report.md#results', 'docs/report.md', 'results'],
      ['PAY-201', 'outcomes/PAY-200-refunds.md'],
      ['src/events.ts', 'src/events.ts'],
    ]);
  });

  it('lead from a ticket to the file of another epic', () => {
    assert.deepEqual(links(REFUND, 'outcomes/PAY-200-refunds.md')[0], ['PAY-100', PATH]);
  });

  it('lead nowhere outside the repository, and from no prose', () => {
    const item = (target: string) => `---\nkey: A\n---\n## Definition of done\n- [x] Done [x](${target})\n`;
    for (const target of ['/etc/passwd', '../../up.md', 'https://example.org/a', '.git/config', 'C:/a.md'])
      assert.deepEqual(links(item(target)), [], target);
    assert.deepEqual(
      links('---\nkey: A\n---\n# Notes\nSee [x](docs/report.md).\n- [ ] Milk [x](docs/report.md)\n'),
      [],
    );
  });

  it('find the line of a heading, a line number and a key result', () => {
    assert.equal(lineOfPlace('# A\n\n## The results\n', { kind: 'anchor', anchor: 'the-results' }), 2);
    assert.equal(lineOfPlace('a\nb\nc', { kind: 'anchor', anchor: 'L3' }), 2);
    assert.equal(lineOfPlace(VALUE_TREE, { kind: 'keyResult', id: 'KR-2.2' }), 5);
    assert.equal(lineOfPlace(VALUE_TREE, { kind: 'keyResult', id: 'KR-9' }), 0);
  });
});
