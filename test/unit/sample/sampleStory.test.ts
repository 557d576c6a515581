import assert from 'node:assert/strict';
import { OPEN_BRANCHES, STORY } from '../../../scripts/sample/story/story.ts';
import { changeTag, parseWeave, readTree, render } from '../../../scripts/sample/weave.ts';
import { fromWorkingTime, spaced, toWorkingTime } from '../../../scripts/sample/workingTime.ts';

describe('the story of the sample repository', () => {
  it('and its files name the same changes', () => {
    const told = [
      ...STORY.flatMap(event => {
        if (!('id' in event)) return [];
        return event.kind === 'merge'
          ? event.steps.map((_, step) => changeTag(event.id, step + 1))
          : [changeTag(event.id)];
      }),
      ...OPEN_BRANCHES.flatMap(branch => branch.steps.map((_, step) => changeTag(branch.id, step + 1))),
    ];
    const woven = new Set(readTree(0).flatMap(weave => weave.lines.flatMap(line => [...line.needs, ...line.goneWith])));
    assert.equal(new Set(told).size, told.length);
    // The first commit brings all lines that wait for no change.
    assert.deepEqual([...told].filter(tag => tag !== 'start.1').sort(), [...woven].sort());
  });
});

describe('a weave', () => {
  const weave = parseWeave(
    'a.ts',
    'always\n%% +new -newer\nnew\n%% +newer.2\nnewer, since @{-1}\n%%\nend\n',
    3 * 86_400,
  );
  const text = (...tags: string[]) => render(weave, new Set(tags));

  it('shows the lines of the changes that are applied', () => {
    assert.equal(text(), 'always\nend\n');
    assert.equal(text('new.1'), 'always\nnew\nend\n');
    assert.equal(text('new.1', 'newer.1', 'newer.2'), 'always\nnewer, since 1970-01-03\nend\n');
  });

  it('is no file before the change that brings it', () => {
    const later = parseWeave('b.ts', '%% file +born\nline\n%% +more\nmore\n', 0);
    assert.equal(render(later, new Set(['more.1'])), null);
    assert.equal(render(later, new Set(['born.1'])), 'line\n');
    assert.equal(render(later, new Set(['born.1', 'more.1'])), 'line\nmore\n');
  });
});

describe('working time', () => {
  const friday = Date.UTC(2026, 8, 18, 15) / 1000;

  it('runs by day and stands still at night and at weekends', () => {
    assert.equal(toWorkingTime(friday + 3600) - toWorkingTime(friday), 3600);
    assert.equal(toWorkingTime(friday + 10 * 3600), toWorkingTime(friday + 48 * 3600));
    assert.equal(fromWorkingTime(toWorkingTime(friday)), friday);
    assert.equal(fromWorkingTime(toWorkingTime(friday) + 3 * 3600), Date.UTC(2026, 8, 21, 8, 30) / 1000);
  });

  it('keeps order and distance, also at the end', () => {
    assert.deepEqual(spaced([10, 10, 12, 50], 5, 100), [10, 15, 20, 50]);
    assert.deepEqual(spaced([90, 99, 120], 5, 100), [90, 95, 100]);
  });
});
