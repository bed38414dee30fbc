import { expect, test } from 'vitest';
import { barsOf, liftTypes } from './bars';
import { aboard, at, mission, movement, planOf } from './cases';
import { Frame } from './frame';
import { beside, firstSpot, itemAt, movementOf, spotOf } from './hit';
import { byLift, byPlace, byUnit } from './rows';

const plan = planOf([
  movement(1, [0, 0, 4, 4], { from: 'ivanovo', to: 'almaty' }),
  movement(2, [6, 8, 12, 13.5], aboard('ru-45', 60)),
  movement(3, [1, 1, 5, 5], { from: 'ivanovo', to: 'almaty', lift: 'vta/10' }),
  movement(4, [2, 3, 4, 5], { lift: undefined, mode: 'road', from: 'tec2', to: 'almaty', ...aboard('kg-company', 40) }),
]);
const bars = barsOf(mission, plan, liftTypes(mission, []));
const all = { shown: bars, dim: () => false };

function frame(): Frame {
  return Object.assign(new Frame(), { width: 1100, height: 400, labels: 100, from: at(0), until: at(20), scroll: 0 });
}

test('rows by lift: fleets, numbers in their order, then the convoys', () => {
  const layout = byLift(mission, all);
  expect(layout.rows.map((r) => r.id)).toEqual(['vta', 'vta/1', 'vta/10', '', 'KG']);
  expect(layout.rows[0]).toMatchObject({ kind: 'group', size: 2, count: 3 });
  expect(byUnit(mission, all).rows.map((r) => r.id)).toEqual(['RU', 'ru-45', 'KG', 'kg-company']);
});

test('the movement at a point, with a little room beside it', () => {
  const layout = byLift(mission, all);
  const f = frame();
  const y = f.y(layout.rows[1]!.lanes[0]!.y) + 4;
  const found = (hours: number) => itemAt(layout, f, f.x(at(hours)), y)?.bar.movement.id ?? null;
  expect([2, 5, 6, 13, 13.52, 14].map(found)).toEqual([1, null, 2, 2, 2, null]);
  expect(itemAt(layout, f, f.x(at(2)), f.y(layout.rows[0]!.y) + 4)).toBeNull();
  expect(itemAt(layout, f, 50, y)).toBeNull();
});

test('of a lift that stands: what it came by, until it loads', () => {
  const layout = byPlace(mission, bars, all, [at(0), at(20)]);
  const item = layout.rows.find((r) => r.id === 'almaty')!.items[0]!;
  expect([4, 5.9, 6, 7].map((h) => movementOf(item, at(h)).movement.id)).toEqual([1, 1, 2, 2]);
});

test('arrow keys go along a row, and to the row above or below nearest in time', () => {
  const layout = byLift(mission, all);
  const second = spotOf(layout, 2)!;
  expect(beside(layout, second, 'left').item.bar.movement.id).toBe(1);
  expect(beside(layout, second, 'right')).toEqual(second);
  expect(beside(layout, second, 'first').item.bar.movement.id).toBe(1);
  const below = beside(layout, second, 'down');
  expect(below.item.bar.movement.id).toBe(3);
  expect(beside(layout, below, 'down').item.bar.movement.id).toBe(4);
  expect(beside(layout, below, 'up').item.bar.movement.id).toBe(1);
  expect(firstSpot(layout, 0, at(5))!.item.bar.movement.id).toBe(2);
  expect(spotOf(layout, 99)).toBeNull();
});
