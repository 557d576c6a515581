import assert from 'node:assert/strict';
import { calendarIn } from '../../../../../src/answers/flow/time/calendar.ts';
import { ProblemError } from '../../../../../src/model/problem.ts';
import { problemLine } from '../../../../../src/wording/problems.ts';
import { DEFAULT_WEEKS, flowWindow, windowTest } from '../../../../../src/answers/flow/time/flowWindow.ts';

const instant = (text: string): number => Date.parse(text) / 1000;
const utc = calendarIn('UTC');
/** A Wednesday. */
const now = instant('2024-07-10T12:00:00Z');

describe('flowWindow', () => {
  it('takes whole weeks before the running one', () => {
    assert.deepEqual(flowWindow({ weeks: DEFAULT_WEEKS }, now, utc), {
      from: '2024-01-08',
      to: '2024-07-08',
      weeks: 26,
    });
    assert.equal(flowWindow({ weeks: 4 }, instant('2024-07-08T00:00:00Z'), utc).to, '2024-07-08');
    assert.equal(flowWindow({ weeks: 4 }, instant('2024-07-07T23:59:59Z'), utc).to, '2024-07-01');
  });

  it('knows weeks of the time zone', () => {
    const sundayNight = instant('2024-07-07T22:30:00Z');
    assert.equal(flowWindow({ weeks: 4 }, sundayNight, utc).to, '2024-07-01');
    assert.equal(flowWindow({ weeks: 4 }, sundayNight, calendarIn('Europe/Berlin')).to, '2024-07-08');
  });

  it('is four weeks long at least', () => {
    assert.equal(flowWindow({ weeks: 1 }, now, utc).weeks, 4);
    assert.deepEqual(flowWindow({ since: '2024-05-14', until: '2024-05-15' }, now, utc), {
      from: '2024-04-22',
      to: '2024-05-20',
      weeks: 4,
    });
  });

  it('is no longer than ten years by weeks, and takes what is no number for nobody’s wish', () => {
    const weeks = (asked: number) => flowWindow({ weeks: asked }, now, utc).weeks;
    assert.deepEqual([weeks(520), weeks(521), weeks(Infinity), weeks(-3), weeks(NaN)], [520, 520, 520, 4, 26]);
  });

  it('refuses a day in the future, and takes today', () => {
    assert.throws(
      () => flowWindow({ since: '2024-07-11', until: null }, now, utc),
      (error: unknown) =>
        error instanceof ProblemError &&
        problemLine(error.problem) ===
          'That is in the future. Nothing has landed yet since 2024-07-11. Ask from an earlier day.',
    );
    assert.equal(flowWindow({ since: '2024-07-10', until: null }, now, utc).to, '2024-07-08');
  });

  it('refuses days before git, and more than ten years', () => {
    const lineOf = (since: string, until: string | null) => {
      try {
        return String(flowWindow({ since, until }, now, utc).weeks);
      } catch (error) {
        return error instanceof ProblemError ? problemLine(error.problem) : null;
      }
    };
    const early =
      'That is before git existed. Git began in April 2005, so no history tells of 2004-12-31. Ask from a day in 2005 or later.';
    assert.equal(lineOf('2004-12-31', '2006-01-01'), early);
    assert.match(lineOf('0001-01-01', null) ?? '', /tells of 0001-01-01\./);
    assert.equal(lineOf('2005-01-01', '2005-12-31'), '53');
    // 520 weeks before the running one begin on 21 July 2014.
    assert.equal(lineOf('2014-07-21', null), '520');
    assert.equal(
      lineOf('2014-07-20', null),
      'That is too long a time. At most 520 weeks are looked at at once, and these are 521. Ask from a later day, or until an earlier one.',
    );
    assert.equal(lineOf('2014-07-20', '2023-12-31'), '494');
  });

  it('snaps days outward, both included', () => {
    assert.deepEqual(flowWindow({ since: '2024-01-03', until: '2024-03-31' }, now, utc), {
      from: '2024-01-01',
      to: '2024-04-01',
      weeks: 13,
    });
    assert.equal(flowWindow({ since: '2024-01-01', until: '2024-04-01' }, now, utc).to, '2024-04-08');
  });

  it('never holds the running week', () => {
    assert.equal(flowWindow({ since: '2024-01-01', until: null }, now, utc).to, '2024-07-08');
    assert.equal(flowWindow({ since: '2024-01-01', until: '2024-12-31' }, now, utc).to, '2024-07-08');
    assert.deepEqual(flowWindow({ since: '2024-07-09', until: null }, now, utc), {
      from: '2024-06-10',
      to: '2024-07-08',
      weeks: 4,
    });
  });
});

describe('windowTest', () => {
  it('holds its first Monday and not its last', () => {
    const isInside = windowTest({ from: '2024-06-03', to: '2024-07-01', weeks: 4 }, calendarIn('Europe/Berlin'));
    assert.equal(isInside(instant('2024-06-02T21:59:59Z')), false);
    assert.equal(isInside(instant('2024-06-02T22:00:00Z')), true);
    assert.equal(isInside(instant('2024-06-30T21:59:59Z')), true);
    assert.equal(isInside(instant('2024-06-30T22:00:00Z')), false);
    assert.equal(isInside(1e15), false);
  });
});
