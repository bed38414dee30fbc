import { expect, test } from 'vitest';
import type { Mission, Schemas } from '../../api/client';
import { byNation, toMove } from './nations';

const mission = {
  units: [
    { id: 'ru-1', nation: 'RU', at: 'a', to: 'b', people: 300, equipment: { tigr: 4, 'ural-4320': 6 }, priority: 3 },
    { id: 'ru-2', nation: 'RU', at: 'a', to: 'b', people: 100, priority: 3 },
    { id: 'kg', nation: 'KG', at: 'a', to: 'c', people: 150, equipment: { tiger: 8 }, priority: 3 },
    { id: 'hq', nation: 'AM', at: 'a', people: 40, priority: 3 },
  ],
} as unknown as Mission;

test('what has to move leaves out whoever stays, and counts what a liaison sees in totals only', () => {
  expect(toMove(mission)).toEqual({ people: 550, items: 18, units: 3, nations: 2 });
  expect(toMove({ ...mission, others: [{ nation: 'TJ', people: 200, items: 3, units: 1 }] })).toEqual({ people: 750, items: 21, units: 4, nations: 3 });
});

test('units are summed by nation, the largest first, with the latest arrival', () => {
  const unit = (name: string, people: number, left: number, last?: string): Schemas['UnitPlan'] => ({
    unit: name, movements: 1, delivered: { people, items: 2 }, late: { people: 0, items: 1 }, left: { people: left, items: 0 }, last,
  });
  const lines = byNation(mission, [unit('kg', 150, 0, '2022-01-14T17:44:00+06:00'), unit('ru-1', 290, 10, '2022-01-17T05:12:00+06:00'), unit('ru-2', 100, 0, '2022-01-17T01:00:00+03:00')]);
  expect(lines.map((l) => [l.nation, l.units, l.asked.people, l.delivered.items, l.late.items, l.left.people, l.last])).toEqual([
    ['RU', 2, 400, 4, 2, 10, '2022-01-17T05:12:00+06:00'],
    ['KG', 1, 150, 2, 1, 0, '2022-01-14T17:44:00+06:00'],
  ]);
  expect(byNation(mission, [])).toEqual([]);
});
