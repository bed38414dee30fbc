import { expect, test } from 'vitest';
import type { Place } from '../../../api/client';
import { shut } from './hours';

const place = (more: Partial<Place>): Place => ({ id: 'p', country: 'KZ', ...more });
const time = (text: string): number => Date.parse(text);
const told = (list: { from: number; until: number; why: string }[]) => list.map((s) => [new Date(s.from).toISOString(), new Date(s.until).toISOString(), s.why]);

test('nights of a place, in its own time zone', () => {
  const spans = shut(place({ open: ['06:00-22:00'], timezone: 'Europe/Moscow' }), time('2022-01-13T00:00Z'), time('2022-01-14T12:00Z'), 'Asia/Almaty');
  expect(told(spans)).toEqual([
    ['2022-01-13T00:00:00.000Z', '2022-01-13T03:00:00.000Z', ''],
    ['2022-01-13T19:00:00.000Z', '2022-01-14T03:00:00.000Z', ''],
  ]);
});

test('hours past midnight, and none at all', () => {
  const spans = shut(place({ open: ['22:00-04:00'] }), time('2022-01-13T00:00+06:00'), time('2022-01-14T00:00+06:00'), 'Asia/Almaty');
  expect(told(spans)).toEqual([['2022-01-12T22:00:00.000Z', '2022-01-13T16:00:00.000Z', '']]);
  expect(shut(place({}), 0, time('2022-01-14T00:00Z'), 'UTC')).toEqual([]);
});

test('on the day when clocks change the hours are the local ones', () => {
  const spans = shut(place({ open: ['06:00-22:00'] }), time('2024-03-31T00:00+01:00'), time('2024-03-31T12:00+02:00'), 'Europe/Paris');
  expect(told(spans)).toEqual([['2024-03-30T23:00:00.000Z', '2024-03-31T04:00:00.000Z', '']]);
});

test('a closure with its reason, cut to what is seen', () => {
  const spans = shut(place({ closed: [{ from: '2022-01-15T00:00:00+06:00', to: '2022-01-23T00:00:00+06:00', why: 'handed back' }] }), time('2022-01-13T00:00+06:00'), time('2022-01-17T00:00+06:00'), 'Asia/Almaty');
  expect(told(spans)).toEqual([['2022-01-14T18:00:00.000Z', '2022-01-16T18:00:00.000Z', 'handed back']]);
});
