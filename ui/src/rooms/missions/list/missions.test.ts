import { expect, test } from 'vitest';
import { ends, ordered, wanted, type MissionLine } from './missions';

const line = (id: string, more: Partial<MissionLine> = {}): MissionLine => ({
  id,
  host: 'KZ',
  timezone: 'Asia/Almaty',
  kind: 'withdrawal',
  state: 'closed',
  changed: 1,
  at: '2022-01-11T08:00:00Z',
  deadline: '2022-01-23T00:00:00+06:00',
  closure: null,
  margin_minutes: null,
  strength: [],
  ...more,
});

const kazakhstan = line('kazakhstan-2022', { title: { en: 'Withdrawal from Kazakhstan', fr: 'Retrait du Kazakhstan' }, margin_minutes: 8438, strength: [{ date: '2022-01-12', people: 2030 }, { date: '2022-01-17', people: 0 }] });
const kabul = line('kabul-2021', { title: { en: 'Kabul airlift', fr: 'Pont aérien de Kaboul' }, host: 'AF', kind: 'evacuation', margin_minutes: -120, at: '2022-01-12T08:00:00Z' });
const asked = line('asked', { state: 'asked', at: '2022-01-10T08:00:00Z' });
const all = [asked, kabul, kazakhstan];
const french = (l: MissionLine) => `${l.title?.['fr'] ?? ''} ${l.id}`;
const ids = (lines: MissionLine[]) => lines.map((l) => l.id);

test('words are found without accents and capitals, all of them', () => {
  expect(ids(wanted(all, { stage: null, text: 'AERIEN kaboul' }, french))).toEqual(['kabul-2021']);
  expect(ids(wanted(all, { stage: null, text: 'kaboul retrait' }, french))).toEqual([]);
  expect(ids(wanted(all, { stage: null, text: ' ' }, french))).toEqual(ids(all));
});

test('a state alone', () => {
  expect(ids(wanted(all, { stage: 'asked', text: '' }, french))).toEqual(['asked']);
});

test('the latest first, the least margin first, missions without a plan last either way', () => {
  expect(ids(ordered(all, 'changed', true, french, 'fr'))).toEqual(['kabul-2021', 'kazakhstan-2022', 'asked']);
  expect(ids(ordered(all, 'margin', false, french, 'fr'))).toEqual(['kabul-2021', 'kazakhstan-2022', 'asked']);
  expect(ids(ordered(all, 'margin', true, french, 'fr'))).toEqual(['kazakhstan-2022', 'kabul-2021', 'asked']);
});

test('states in the order of a mission, not of the alphabet', () => {
  expect(ids(ordered([line('a', { state: 'closed' }), line('b', { state: 'in-place' }), line('c', { state: 'asked' })], 'state', false, french, 'en'))).toEqual(['c', 'b', 'a']);
});

test('where a curve begins and ends', () => {
  expect(ends(kazakhstan)).toEqual({ first: { date: '2022-01-12', people: 2030 }, last: { date: '2022-01-17', people: 0 } });
  expect(ends(asked)).toBeNull();
});
