import { expect, test } from 'vitest';
import { barsOf, liftTypes } from './bars';
import { aboard, mission, movement, planOf, stop } from './cases';
import { convoys, matches, options, type Filter } from './filter';

const bars = barsOf(
  mission,
  planOf([
    movement(1, [0, 2, 9, 10], { ...aboard('ru-45', 60), stops: [stop('tec2', 4, 5)] }),
    movement(2, [1, 2, 3, 4], { lift: undefined, mode: 'road', from: 'tec2', to: 'almaty', ...aboard('kg-company', 40) }),
    movement(3, [3, 3, 7, 7], { lift: 'vta/2' }),
  ]),
  liftTypes(mission, []),
);
const nationOf = new Map(mission.units.map((u) => [u.id, u.nation!]));
const none: Filter = { nation: '', lift: '', place: '', unit: '', breaches: false };
const chosen = (f: Partial<Filter>, breaching = new Set<number>()) => bars.filter((b) => matches(b, { ...none, ...f }, nationOf, breaching)).map((b) => b.movement.id);

test('what is chosen', () => {
  expect(chosen({})).toEqual([1, 2, 3]);
  expect(chosen({ nation: 'RU' })).toEqual([1, 3]);
  expect(chosen({ place: 'tec2' })).toEqual([1, 2]);
  expect(chosen({ lift: convoys })).toEqual([2]);
  expect(chosen({ lift: 'vta/2' })).toEqual([3]);
  expect(chosen({ lift: 'vta', unit: 'ru-45' })).toEqual([1]);
  expect(chosen({ breaches: true }, new Set([2]))).toEqual([2]);
});

test('what can be chosen is counted under the other choices', () => {
  expect(options(bars, 'nation', none, nationOf, new Set())).toEqual(new Map([['RU', 2], ['KG', 1]]));
  expect(options(bars, 'nation', { ...none, nation: 'KG', place: 'tec2' }, nationOf, new Set())).toEqual(new Map([['RU', 1], ['KG', 1]]));
});
