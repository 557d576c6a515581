import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addTicket } from '../../../src/epics/edits.ts';
import { newEpic } from '../../../src/epics/template.ts';
import type { ChecklistItem } from '../../../src/model/checklist.ts';
import type { EpicFile } from '../../../src/model/epic.ts';
import { applyEdits, type TextRange } from '../../../src/model/textRange.ts';
import { anyText, generatedFile } from './epicArbitrary.ts';
import { epics, read } from './read.ts';

function itemsOf(file: EpicFile): readonly ChecklistItem[] {
  return file.epic?.gates.flatMap(gate => gate.items) ?? [];
}

function assertInside(text: string, range: TextRange | undefined): void {
  assert.ok(range !== undefined && range.start >= 0 && range.start <= range.end && range.end <= text.length);
}

function lineOf(text: string, offset: number): number {
  const endings = [...text.matchAll(/\r\n|\n|\r/g)];
  return endings.filter(ending => ending.index + ending[0].length <= offset).length + 1;
}

describe('any text', function () {
  this.timeout(120_000);

  it('is read without an exception, and everything told of it is inside', () => {
    fc.assert(
      fc.property(anyText, text => {
        const file = read(text);
        for (const { range, line, file: path } of file.problems) {
          assertInside(text, range);
          assert.equal(line, lineOf(text, range?.start ?? 0));
          assert.equal(path, file.path);
        }
        for (const range of file.ranges.values()) assertInside(text, range);
        for (const gate of file.epic?.gates ?? []) assertInside(text, gate.heading);
        for (const item of itemsOf(file)) {
          assert.match(text.slice(item.box.start - 1, item.box.end + 1), /^\[[ xX]\]$/);
          assertInside(text, item.range);
          for (const { range } of item.evidence) {
            assertInside(text, range);
            assert.ok(range.start >= item.range.start && range.end <= item.range.end);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('is also no trouble for the other files and edits', () => {
    fc.assert(
      fc.property(anyText, fc.nat(300), (text, offset) => {
        for (const problems of [epics.parseTeam('a', text).problems, epics.parseValueTree('a', text).problems])
          for (const { range } of problems) assertInside(text, range);
        epics.tick(text, offset, true);
        const edit = addTicket(text, 'PAY-9');
        if (edit !== null) assert.equal(read(applyEdits(text, [edit])).epic?.tickets.at(-1), 'PAY-9');
        newEpic({ key: 'PAY-1', title: text, tickets: [text], reviews: [text] }, text);
      }),
      { numRuns: 1000 },
    );
  });

  it('can be ticked at each box that it has', () => {
    fc.assert(
      fc.property(anyText, text => {
        const boxes = new Set(itemsOf(read(text)).map(item => item.box.start));
        for (const offset of boxes) assert.notEqual(epics.tick(text, offset, text[offset] === ' '), null);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a generated epic file', function () {
  this.timeout(120_000);

  it('gives exactly the tasks of its gates', () => {
    fc.assert(
      fc.property(generatedFile, ({ text, tasks, tickets }) => {
        const file = read(text);
        const found = itemsOf(file).map(({ text: words, ticked }) => ({ words: /^task\d+/.exec(words)?.[0], ticked }));
        assert.deepEqual(found, tasks);
        for (const [index, { box }] of itemsOf(file).entries()) {
          const line = text
            .slice(box.end + 1)
            .split(/[\r\n]/, 1)[0]
            ?.trim();
          assert.ok(line?.startsWith(`task${index}`));
        }
        if (tickets === null) return;
        assert.deepEqual(file.problems, []);
        assert.deepEqual(file.epic?.tickets, tickets);
      }),
      { numRuns: 600 },
    );
  });

  it('changes by one character at a tick, which is seen at that item only, and back', () => {
    fc.assert(
      fc.property(generatedFile, fc.nat(), ({ text }, pick) => {
        const before = read(text);
        const items = itemsOf(before);
        const item = items[pick % Math.max(items.length, 1)];
        if (item === undefined) return;
        const edit = epics.tick(text, item.box.start, !item.ticked) ?? assert.fail();
        assert.deepEqual([edit.start, edit.end, edit.text.length], [item.box.start, item.box.start + 1, 1]);
        const changed = applyEdits(text, [edit]);
        assert.equal(changed.length, text.length);
        const after = read(changed);
        const expected = items.map(one => (one === item ? { ...one, ticked: !one.ticked } : one));
        assert.deepEqual(itemsOf(after), expected);
        const bare = ({ epic, problems, ranges }: EpicFile) => ({ epic: { ...epic, gates: [] }, problems, ranges });
        assert.deepEqual(bare(after), bare(before));
        const back = epics.tick(changed, item.box.start, item.ticked) ?? assert.fail();
        // A capital X comes back as x: it is the same to every reader.
        assert.equal(applyEdits(changed, [back]).toLowerCase(), text.toLowerCase());
        if (text[item.box.start] !== 'X') assert.equal(applyEdits(changed, [back]), text);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a ticket by one edit in its front matter, and keeps every other byte', () => {
    fc.assert(
      fc.property(generatedFile, fc.constantFrom('PAY-500', '#7', 'chk-1'), ({ text, tickets }, ticket) => {
        const edit = addTicket(text, ticket);
        if (tickets === null) {
          assert.equal(edit, null);
          return;
        }
        assert.ok(edit !== null && edit.start === edit.end && edit.start <= text.lastIndexOf('---'));
        const changed = applyEdits(text, [edit]);
        const before = read(text);
        const after = read(changed);
        assert.deepEqual(after.problems, []);
        assert.deepEqual(after.epic?.tickets, [...tickets, ticket.toUpperCase()]);
        const bare = ({ epic }: EpicFile) => ({ ...epic, tickets: [], gates: epic?.gates.map(gate => gate.name) });
        assert.deepEqual(bare(after), bare(before));
        assert.deepEqual(
          itemsOf(after).map(({ text: words, box }) => [words, box.start - edit.text.length]),
          itemsOf(before).map(({ text: words, box }) => [words, box.start]),
        );
        assert.equal(addTicket(changed, ticket), null);
      }),
      { numRuns: 1000 },
    );
  });
});
