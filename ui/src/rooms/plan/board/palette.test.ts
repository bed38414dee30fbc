import { expect, test } from 'vitest';
import { barsOf, liftTypes } from './bars';
import { aboard, mission, movement, planOf } from './cases';
import { palette, shared } from './palette';

test('the most frequent have colours of their own; what has no name shares the grey one', () => {
  const bars = barsOf(
    mission,
    planOf([
      movement(1, [0, 0, 4, 4]),
      movement(2, [6, 8, 12, 13], aboard('ru-45', 60)),
      movement(3, [6, 8, 12, 13], aboard('kg-company', 40)),
      movement(4, [6, 8, 12, 13], { cargo: [{ unit: 'ru-45', people: 1 }, { unit: 'kg-company', people: 1 }] }),
    ]),
    liftTypes(mission, []),
  );
  expect(palette(bars, 'nation')).toEqual([
    { names: ['RU'], colour: 'series-1', count: 2 },
    { names: ['KG'], colour: 'series-2', count: 1 },
    { names: ['*'], colour: shared, count: 1 },
  ]);
  expect(palette(bars, 'unit').map((k) => k.names)).toEqual([['kg-company'], ['ru-45'], ['', '*']]);
  expect(palette(bars, 'type').map((k) => [k.names, k.count])).toEqual([[['il-76md'], 4]]);
});
