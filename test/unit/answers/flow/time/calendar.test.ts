import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  calendarDays,
  calendarIn,
  dayFromText,
  dayText,
  mondayOf,
  startOfDay,
} from '../../../../../src/answers/flow/time/calendar.ts';

const instant = (text: string): number => Date.parse(text) / 1000;
const dayIn = (zone: string, text: string): string => dayText(calendarIn(zone).dayOf(instant(text)));

describe('calendarIn', () => {
  it('knows the day of an instant in its zone', () => {
    assert.equal(dayIn('UTC', '2024-06-30T23:59:59Z'), '2024-06-30');
    assert.equal(dayIn('Europe/Berlin', '2024-06-30T21:59:59Z'), '2024-06-30');
    assert.equal(dayIn('Europe/Berlin', '2024-06-30T22:00:00Z'), '2024-07-01');
    assert.equal(dayIn('America/Los_Angeles', '2024-07-01T06:59:59Z'), '2024-06-30');
    assert.equal(dayIn('Asia/Kathmandu', '2024-06-30T18:15:00Z'), '2024-07-01');
  });

  it('keeps to the clocks on the days when they change', () => {
    // Berlin goes from +1 to +2 hours on 31 March 2024 at 01:00 UTC, and back on 27 October.
    assert.equal(dayIn('Europe/Berlin', '2024-03-30T22:59:59Z'), '2024-03-30');
    assert.equal(dayIn('Europe/Berlin', '2024-03-30T23:00:00Z'), '2024-03-31');
    assert.equal(dayIn('Europe/Berlin', '2024-03-31T21:59:59Z'), '2024-03-31');
    assert.equal(dayIn('Europe/Berlin', '2024-03-31T22:00:00Z'), '2024-04-01');
    assert.equal(dayIn('Europe/Berlin', '2024-10-27T22:59:59Z'), '2024-10-27');
    assert.equal(dayIn('Europe/Berlin', '2024-10-27T23:00:00Z'), '2024-10-28');
    // Samoa had no 30 December 2011.
    assert.equal(dayIn('Pacific/Apia', '2011-12-30T09:59:59Z'), '2011-12-29');
    assert.equal(dayIn('Pacific/Apia', '2011-12-30T10:00:00Z'), '2011-12-31');
  });

  it('agrees with Intl at every instant', () => {
    for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Casablanca']) {
      const calendar = calendarIn(zone);
      const oracle = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
      fc.assert(
        fc.property(fc.integer({ min: instant('2005-04-07'), max: instant('2040-01-01') }), seconds => {
          assert.equal(dayText(calendar.dayOf(seconds)), oracle.format(seconds * 1000));
        }),
      );
    }
  });

  it('says which zone it uses when the wanted one is unknown', () => {
    assert.equal(calendarIn('Mars/Olympus').timeZone, 'UTC');
    assert.equal(calendarIn('Europe/Berlin').timeZone, 'Europe/Berlin');
  });
});

describe('days', () => {
  it('are read and written as YYYY-MM-DD', () => {
    assert.equal(dayFromText('1970-01-01'), 0);
    assert.equal(dayText(dayFromText('2024-02-29')), '2024-02-29');
    for (const text of ['2023-02-29', '2024-13-01', '2024-1-1', 'yesterday', ''])
      assert.throws(() => dayFromText(text), RangeError, text);
  });

  it('belong to the ISO week of their Monday', () => {
    const monday = (text: string): string => dayText(mondayOf(dayFromText(text)));
    assert.equal(monday('2024-07-01'), '2024-07-01');
    assert.equal(monday('2024-07-07'), '2024-07-01');
    assert.equal(monday('2021-01-03'), '2020-12-28');
    assert.equal(monday('1969-12-31'), '1969-12-29');
  });
});

describe('startOfDay', () => {
  it('is midnight in the zone, or the first instant after a midnight that the clocks skip', () => {
    const start = (zone: string, day: string): number => startOfDay(calendarIn(zone), dayFromText(day));
    assert.equal(start('UTC', '2024-07-01'), instant('2024-07-01T00:00:00Z'));
    assert.equal(start('Europe/Berlin', '2024-07-01'), instant('2024-06-30T22:00:00Z'));
    assert.equal(start('Pacific/Kiritimati', '2024-07-01'), instant('2024-06-30T10:00:00Z'));
    assert.equal(start('Pacific/Pago_Pago', '2024-07-01'), instant('2024-07-01T11:00:00Z'));
    // Beirut went from 00:00 to 01:00 on 31 March 2024.
    assert.equal(start('Asia/Beirut', '2024-03-31'), instant('2024-03-30T22:00:00Z'));
  });
});

describe('calendarDays', () => {
  const utc = calendarIn('UTC');

  it('counts both ends, as published examples do', () => {
    // jira-agile-metrics A-3: 3 elapsed days are 4 calendar days; jirametrics' pull request: 60 hours are 3 days.
    assert.equal(calendarDays(utc, instant('2018-01-03T00:00:00Z'), instant('2018-01-06T00:00:00Z')), 4);
    assert.equal(calendarDays(utc, instant('2024-01-01T00:00:00Z'), instant('2024-01-03T12:00:00Z')), 3);
    assert.equal(calendarDays(utc, instant('2024-01-01T08:00:00Z'), instant('2024-01-01T09:00:00Z')), 1);
  });

  it('counts the zone’s midnights, not hours', () => {
    const start = instant('2024-06-30T21:30:00Z');
    assert.equal(calendarDays(utc, start, start + 3600), 1);
    assert.equal(calendarDays(calendarIn('Europe/Berlin'), start, start + 3600), 2);
  });
});
