import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertTicket, type MessageKind } from '../../../src/model/text/insertTicket.ts';
import { DEFAULT_PLACE, type TicketPlace } from '../../../src/model/ticketConvention.ts';
import { runGit, temporaryFolder, cleanup } from '../../support/repo.ts';

const COLON: TicketPlace = { at: 'lead', lead: 'colon', afterType: false, mark: '#' };
const TYPED: TicketPlace = { at: 'lead', lead: 'space', afterType: true, mark: '#' };
const BRACKETS: TicketPlace = { at: 'lead', lead: 'brackets', afterType: false, mark: '#' };
const SCOPE: TicketPlace = { at: 'scope', mark: '#' };
const END: TicketPlace = { at: 'end', end: 'parentheses', mark: '#' };
const CLOSES: TicketPlace = { at: 'line', word: 'Closes', colon: false, mark: 'gh-' };

const box = (message: string, place: TicketPlace = DEFAULT_PLACE, ticket = 'PAY-1') =>
  insertTicket(message, ticket, place, 'box');
const file = (message: string, place: TicketPlace = DEFAULT_PLACE, ticket = 'PAY-1') =>
  insertTicket(message, ticket, place, 'file');

describe('a ticket in a commit message', () => {
  for (const [what, message, expected] of [
    ['an empty box, whose title is still to come', '', '\n\nRefs: PAY-1'],
    ['a title', 'Add a form', 'Add a form\n\nRefs: PAY-1'],
    ['a title with a line break', 'Add a form\n', 'Add a form\n\nRefs: PAY-1\n'],
    ['a body', 'Add a form\n\nIt asks.', 'Add a form\n\nIt asks.\n\nRefs: PAY-1'],
    ['trailers', 'Add\n\nSigned-off-by: A <a@b>', 'Add\n\nSigned-off-by: A <a@b>\nRefs: PAY-1'],
    ['two trailers', 'Add\n\nA: b\nC: d\n more\n\n', 'Add\n\nA: b\nC: d\n more\nRefs: PAY-1\n\n'],
    ['words of which one is like a trailer', 'Add\n\nNote: x\nand y', 'Add\n\nNote: x\nand y\n\nRefs: PAY-1'],
    ['a title like a trailer', 'fix: it', 'fix: it\n\nRefs: PAY-1'],
    ['a title like a trailer below space', '\nfix: it', '\nfix: it\n\nRefs: PAY-1'],
    ['line ends of Windows', 'Add\r\n\r\nA: b', 'Add\r\n\r\nA: b\r\nRefs: PAY-1'],
    ['another ticket', 'Add\n\nRefs: PAY-10', 'Add\n\nRefs: PAY-10\nRefs: PAY-1'],
  ] as const)
    it(`is a trailer below ${what}`, () => assert.equal(box(message), expected));

  for (const message of ['PAY-1: Add', 'Add (PAY-1)', 'Add\n\nRefs: PAY-1', 'Add\n\nSee PAY-1.'])
    it(`is not named again in ${JSON.stringify(message)}`, () => assert.equal(box(message), message));

  for (const [place, message, expected] of [
    [COLON, '', 'PAY-1: '],
    [COLON, 'Add a form\n\nIt asks.', 'PAY-1: Add a form\n\nIt asks.'],
    [BRACKETS, 'Add', '[PAY-1] Add'],
    [TYPED, 'feat(cart)!: add', 'feat(cart)!: PAY-1 add'],
    [TYPED, 'feat:', 'feat:PAY-1 '],
    [TYPED, 'add', 'PAY-1 add'],
    [SCOPE, 'fix: it', 'fix(PAY-1): it'],
    [SCOPE, '', '(PAY-1): '],
    [SCOPE, 'fix(cart): it', 'fix(cart): it\n\nRefs: PAY-1'],
    [SCOPE, 'it', 'it\n\nRefs: PAY-1'],
    [END, 'Add\n\nbody', 'Add (PAY-1)\n\nbody'],
    [COLON, 'fixup! Add', 'fixup! Add\n\nRefs: PAY-1'],
    [COLON, 'Merge branch a', 'Merge branch a\n\nRefs: PAY-1'],
  ] as const)
    it(`stands where the team has it: ${JSON.stringify(place)} in ${JSON.stringify(message)}`, () =>
      assert.equal(box(message, place), expected));

  it('that is a number begins no title, which git would drop as a comment', () => {
    assert.equal(box('Add', COLON, '#12'), 'Add\n\nRefs: #12');
    assert.equal(box('Add', BRACKETS, '#12'), '[#12] Add');
    assert.equal(box('Add', CLOSES, '#12'), 'Add\n\nCloses gh-12');
    for (const named of ['Add\n\nCloses gh-12', 'Add\n\nfixes #12', 'AB#12 Add'])
      assert.equal(box(named, CLOSES, '#12'), named);
    assert.equal(box('Add #123', CLOSES, '#12'), 'Add #123\n\nCloses gh-12');
  });

  it('in a line without a colon stands above the trailers, which it would end', () => {
    const message = 'Add\n\nReviewed-by: A\nRefs: PAY-2\n';
    assert.equal(box(message, CLOSES, '#12'), 'Add\n\nCloses gh-12\n\nReviewed-by: A\nRefs: PAY-2\n');
  });

  it('that is an epic’s word and no key is a trailer', () => {
    assert.equal(box('Add', COLON, 'guest-checkout'), 'Add\n\nRefs: guest-checkout');
  });

  it('stands above comments and the diff of a file', () => {
    const below = '\n# Please enter the commit message\n# On branch feature/PAY-1-form\n';
    assert.equal(file(below), `\n\nRefs: PAY-1${below}`);
    assert.equal(file(`Add${below}`, COLON), `PAY-1: Add${below}`);
    const cut = `# ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\ndiff --git a/x b/x\n+PAY-1: y\n`;
    assert.equal(file(`Add\n\nA: b\n${cut}`), `Add\n\nA: b\nRefs: PAY-1\n${cut}`);
    const own = `; ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\ndiff\n`;
    assert.equal(file(`# Add\n; comment\n${own}`, BRACKETS), `[PAY-1] # Add\n; comment\n${own}`);
    assert.equal(
      file('# This is a combination of 2 commits.\nAdd\n', COLON),
      '# This is a combination of 2 commits.\nPAY-1: Add\n',
    );
  });

  describe('by git’s own reading', () => {
    let folder = '';
    before(() => (folder = temporaryFolder()));
    after(cleanup);

    /** Of what is committed: what a box holds, or of a file what is left without comments and the diff. */
    const trailersOf = (text: string, isFile: boolean): string[] => {
      const committed = runGit(folder, ['stripspace', ...(isFile ? ['--strip-comments'] : [])], {}, text);
      const trailers = runGit(folder, ['interpret-trailers', '--parse', '--no-divider'], {}, committed);
      return trailers.split('\n').filter(one => one !== '');
    };
    const line = fc.constantFrom(
      ...['Add a form', 'fix: the form', 'It asks for an address.', 'Refs: PAY-2', 'Closes #9', '  more of it', '\tx'],
      ...[
        'Signed-off-by: A <a@b.c>',
        '(cherry picked from commit 0123456789)',
        'Note:',
        'a:b',
        '- point',
        '# note',
        '---',
      ],
      ...['Part of: PAY-3', 'Reviewed-By : B', '', '', ''],
    );
    const places: readonly TicketPlace[] = [DEFAULT_PLACE, COLON, TYPED, SCOPE, END, BRACKETS, CLOSES];
    const message = fc
      .array(line, { maxLength: 9 })
      .map(lines => lines.join('\n'))
      .filter(text => !/^\s/.test(text) && /^[^#\s]/m.test(text));
    const comments = fc.constantFrom('', '\n# Please enter\n#\n', `\n# ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\ndiff\n`);

    it('comes once, loses no line and leaves every trailer one', () => {
      fc.assert(
        fc.property(message, comments, fc.constantFrom(...places), fc.boolean(), (own, below, place, isFile) => {
          const kind: MessageKind = isFile ? 'file' : 'box';
          const text = isFile ? own + below : own;
          const once = insertTicket(text, 'PAY-1', place, kind);
          assert.equal(insertTicket(once, 'PAY-1', place, kind), once);
          const added = once.length - text.length;
          assert.ok(added > 0);
          assert.ok(
            Array.from({ length: text.length + 1 }).some(
              (_, at) => once.slice(0, at) + once.slice(at + added) === text,
            ),
            once,
          );
          if (isFile) assert.ok(once.endsWith(below));
          const trailers = trailersOf(isFile ? once.slice(0, once.length - below.length) : once, isFile);
          assert.deepEqual(
            trailers.filter(one => one !== 'Refs: PAY-1'),
            trailersOf(own, isFile),
          );
          if (place === DEFAULT_PLACE) assert.equal(trailers.at(-1), 'Refs: PAY-1');
        }),
        { numRuns: Number(process.env['RUNS'] ?? 200) },
      );
    });
  });
});
