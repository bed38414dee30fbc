import { expect, test } from 'vitest';
import { barsOf, fleetOf, liftTypes, minutesOf, others, several, spanOf } from './bars';
import { aboard, at, mission, movement, planOf, stop } from './cases';

const types = liftTypes(mission, []);

test('durations of the mission format', () => {
  expect(['90m', '1h30m', '2d', '', undefined].map(minutesOf)).toEqual([90, 90, 2880, 0, 0]);
});

test('a lift is named by its fleet and a number; a fleet may have a slash in its name', () => {
  expect(['vta/12', 'vta/an/1', undefined].map(fleetOf)).toEqual(['vta', 'vta/an', '']);
});

test('the team is free when it has loaded, though the lift departs later', () => {
  const [bar] = barsOf(mission, planOf([movement(1, [0, 5, 9, 10.5], aboard('ru-45', 60))]), types);
  expect(bar).toMatchObject({ load: at(0), worked: at(2), depart: at(5), arrive: at(9), unloaded: at(10.5), people: 60, nation: 'RU', type: 'il-76md', empty: false });
});

test('at its stops it is on the ground', () => {
  const [bar] = barsOf(mission, planOf([movement(1, [0, 2, 9, 10], { ...aboard('ru-45', 60), stops: [stop('tec2', 4, 7)] })]), types);
  expect(bar!.legs).toEqual([[at(2), at(4)], [at(7), at(9)]]);
});

test('whose movement it is: of whom it carries, or of the fleet where it is empty', () => {
  const bars = barsOf(
    mission,
    planOf([
      movement(1, [0, 0, 4, 4]),
      movement(2, [0, 2, 6, 8], { cargo: [{ unit: 'ru-45', people: 1 }, { unit: 'kg-company', people: 1 }] }),
      movement(3, [0, 2, 6, 8], { ...aboard('ru-45', 1), others: { people: 5, items: 2 } }),
      movement(4, [0, 2, 6, 8], { others: { people: 5, items: 2 } }),
    ]),
    types,
  );
  expect(bars.map((b) => b.nation)).toEqual(['RU', several, several, others]);
  expect(bars.map((b) => b.empty)).toEqual([true, false, false, false]);
  expect(bars.map((b) => [b.people, b.items])).toEqual([[0, 0], [2, 0], [6, 2], [5, 2]]);
});

test('a board without movements spans the operation', () => {
  expect(spanOf([], mission)).toEqual([at(0), at(72)]);
  const bars = barsOf(mission, planOf([movement(1, [3, 4, 8, 9]), movement(2, [1, 2, 6, 7])]), types);
  expect(spanOf(bars, mission)).toEqual([at(1), at(9)]);
});
