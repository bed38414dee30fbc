import { describe, expect, test } from 'vitest';
import type { Column } from './sheet';
import { countsText, normal, read, readCounts, timeText } from './values';

const en = { lang: 'en' } as const;
const fr = { lang: 'fr' } as const;
const of = (kind: Column['kind'], more: Partial<Column> = {}): Column => ({ key: 'k', title: 'K', kind, ...more });
const almaty = of('time', { zone: 'Asia/Almaty', dday: '2022-01-11' });

describe('figures', () => {
  test.each([
    ['150', 150],
    [' 1 200 ', 1200],
    ['1\u202f200', 1200],
    ['1,200', 1200],
  ])('%s is whole', (text, value) => expect(read(of('whole'), text, en)).toEqual({ value, text: String(value) }));
  test.each(['12x', '1.5', '1,5', '1.200', '', '  '])('%s is not', (text) => {
    const reading = read(of('whole'), text, en);
    expect('fault' in reading ? reading.fault : reading.value).toBe(text.trim() ? 'notWhole' : undefined);
  });
  test('a comma is a decimal mark in French, and between thousands in English', () => {
    expect(read(of('decimal'), '1,200', fr)).toEqual({ value: 1.2, text: '1.2' });
    expect(read(of('decimal'), '1,200', en)).toEqual({ value: 1200, text: '1200' });
    expect(read(of('decimal'), '1,5', en)).toEqual({ value: 1.5, text: '1.5' });
    expect(read(of('decimal'), '−33.9', en)).toEqual({ value: -33.9, text: '-33.9' });
  });
});

describe('times', () => {
  test.each([
    ['2022-01-14 06:00', '2022-01-14T06:00:00+06:00'],
    ['2022-01-14T06:00', '2022-01-14T06:00:00+06:00'],
    ['2022-01-14T00:00:00Z', '2022-01-14T06:00:00+06:00'],
    ['D+3', '2022-01-14T00:00:00+06:00'],
    ['d+3T06:30', '2022-01-14T06:30:00+06:00'],
    ['D−1 12:00', '2022-01-10T12:00:00+06:00'],
    ['14/1/2022 06:00', '2022-01-14T06:00:00+06:00'],
    ['1/14/2022 06:00', '2022-01-14T06:00:00+06:00'],
    ['04.03.2022 06:00', '2022-03-04T06:00:00+06:00'],
    ['2022-01-14 24:00', '2022-01-15T00:00:00+06:00'],
  ])('%s', (text, value) => expect(read(almaty, text, en)).toEqual({ value, text: timeText(value, 'Asia/Almaty') }));
  test.each([
    ['3/4/2022 06:00', 'whichDay'],
    ['2022-01-14', 'noHour'],
    ['2022-02-30 06:00', 'notTime'],
    ['on the 14th', 'notTime'],
    ['2022-01-14 06:75', 'notTime'],
  ])('%s is refused: %s', (text, fault) => expect(read(almaty, text, en)).toEqual({ fault }));
  test('without a D-day none can be counted from it', () => expect(read(of('time', { zone: 'UTC' }), 'D+3', en)).toEqual({ fault: 'noDDay' }));
  test('the hour that the clocks have twice keeps its offset', () => {
    const paris = of('time', { zone: 'Europe/Paris' });
    for (const instant of ['2024-10-27T02:30:00+02:00', '2024-10-27T02:30:00+01:00']) {
      const reading = read(paris, timeText(instant, 'Europe/Paris'), en);
      expect('value' in reading && reading.value).toBe(instant);
    }
  });
});

test.each([
  ['1h30m', '1h30m'],
  ['24 h', '24h'],
  ['2d', '2d'],
  ['1:30', '1h30m'],
  ['0:45', '45m'],
  ['90', null],
  ['1.5h', null],
])('%s as a duration', (text, value) => expect(read(of('duration'), text, en)).toEqual(value ? { value, text: value } : { fault: 'notDuration' }));

test('a choice is known by its label', () => {
  const column = of('choice', { choices: [{ value: 'almaty', label: 'Almaty International' }] });
  expect(normal(column, 'almaty international', en)).toBe('almaty');
  expect(normal(column, 'Moscow', en)).toBe('Moscow');
});

test.each([
  ['12× btr-80, 3× ural-4320', { 'btr-80': 12, 'ural-4320': 3 }],
  ['12 x BTR-80 ; 3 Ural-4320', { 'BTR-80': 12, 'Ural-4320': 3 }],
  ['btr-80: 12, ural-4320=3', { 'btr-80': 12, 'ural-4320': 3 }],
  ['2 btr-80 + 1 btr-80', { 'btr-80': 3 }],
  ['4x4: 2', { '4x4': 2 }],
  ['twelve btr', null],
])('equipment of %s', (text, counts) => {
  expect(readCounts(text)).toEqual(counts);
  if (counts) expect(readCounts(countsText(counts))).toEqual(counts);
});

test('of an equipment list only what is known counts', () => {
  expect(readCounts('2 tiger', (name) => (name === 'tiger' ? name : undefined))).toEqual({ tiger: 2 });
  expect(readCounts('2 tigers', (name) => (name === 'tiger' ? name : undefined))).toBeNull();
});
