import { expect, test } from 'vitest';
import { timeTicks } from './timeAxis';

const at = (text: string) => Date.parse(text);
const iso = (ticks: number[]) => ticks.map((t) => new Date(t).toISOString());

test('a week has a tick a day, at midnight of the zone', () => {
  expect(iso(timeTicks(at('2022-01-13T00:00:00+06:00'), at('2022-01-17T05:12:00+06:00'), 'Asia/Almaty', 8))).toEqual([
    '2022-01-12T18:00:00.000Z',
    '2022-01-13T18:00:00.000Z',
    '2022-01-14T18:00:00.000Z',
    '2022-01-15T18:00:00.000Z',
    '2022-01-16T18:00:00.000Z',
  ]);
});

test('an afternoon has a tick every two hours', () => {
  expect(iso(timeTicks(at('2024-05-06T06:10:00+06:00'), at('2024-05-06T16:54:00+06:00'), 'Asia/Bishkek', 6))).toEqual([
    '2024-05-06T02:00:00.000Z',
    '2024-05-06T04:00:00.000Z',
    '2024-05-06T06:00:00.000Z',
    '2024-05-06T08:00:00.000Z',
    '2024-05-06T10:00:00.000Z',
  ]);
});

test('midnights stay midnights where the clocks change', () => {
  // Paris puts its clocks forward on 31 March 2024.
  expect(iso(timeTicks(at('2024-03-30T00:00:00+01:00'), at('2024-04-01T00:00:00+02:00'), 'Europe/Paris', 3))).toEqual([
    '2024-03-29T23:00:00.000Z',
    '2024-03-30T23:00:00.000Z',
    '2024-03-31T22:00:00.000Z',
  ]);
});

test('half a year has a tick a month, and years do not exceed what fits', () => {
  expect(iso(timeTicks(at('2023-06-30T00:00:00Z'), at('2023-12-31T00:00:00Z'), 'Africa/Bamako', 8))).toEqual(
    ['07', '08', '09', '10', '11', '12'].map((month) => `2023-${month}-01T00:00:00.000Z`),
  );
  expect(timeTicks(at('2000-01-01T00:00:00Z'), at('2005-01-01T00:00:00Z'), 'UTC', 6).length).toBeLessThanOrEqual(6);
});
