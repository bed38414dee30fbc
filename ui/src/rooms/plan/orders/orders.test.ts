import { describe, expect, test } from 'vitest';
import type { Mission, Movement, Plan } from '../../../api/client';
import { busiest, byDay, chosen, loads, movedUnits, placeLines, unitLines } from './orders';

// The guard and its handover, and an aircraft that stops at the barracks' field.
const mission = { units: [{ id: 'platoon' }, { id: 'company' }, { id: 'stays' }], equipment_types: [{ id: 'tiger', name: 'GAZ Tigr' }] } as unknown as Mission;
const t = (s: string) => `2024-09-0${s}:00+06:00`;
const leg = (id: number, from: string, to: string, times: [string, string, string, string], cargo?: Movement['cargo']): Movement => ({
  id, mode: 'road', from, to, load: t(times[0]), depart: t(times[1]), arrive: t(times[2]), unloaded: t(times[3]), km: 30, cargo,
});
const plan = {
  movements: [
    leg(1, 'station', 'korday', ['2T08:00', '2T09:00', '2T09:45', '2T10:15'], [{ unit: 'company', people: 2, items: [{ type: 'tiger' }, { type: 'tiger' }] }]),
    leg(2, 'korday', 'otar', ['2T10:15', '2T11:15', '2T13:02', '2T13:32'], [{ unit: 'company', people: 2, items: [{ type: 'tiger' }] }, { unit: 'company', items: [{ type: 'ural' }] }]),
    leg(3, 'korday', 'otar', ['3T08:00', '3T09:00', '3T10:00', '3T10:30'], [{ unit: 'platoon', people: 30 }]),
    { ...leg(4, 'otar', 'depot', ['3T11:00', '3T11:00', '3T18:00', '3T18:00']), lift: 'il/1', stops: [{ at: 'korday', arrive: t('3T12:00'), depart: t('3T13:00') }] },
  ],
} as unknown as Plan;

describe('orders of a place', () => {
  test('tell what comes, stops and goes, by when work on it begins', () => {
    expect(placeLines(plan, 'korday').map((l) => [l.kind, l.movement.id, l.other])).toEqual([
      ['arrival', 1, 'station'], ['departure', 2, 'otar'], ['departure', 3, 'otar'], ['stop', 4, 'depot'],
    ]);
  });
  test('a departure has its loading before it, an arrival its unloading after', () => {
    const [arrival, departure] = placeLines(plan, 'korday');
    expect([arrival!.from, arrival!.until]).toEqual([t('2T09:45'), t('2T10:15')]);
    expect([departure!.from, departure!.until]).toEqual([t('2T10:15'), t('2T11:15')]);
  });
  test('the busiest place comes first', () => {
    expect(busiest(plan)).toEqual(['korday', 'otar', 'depot', 'station']);
  });
});

describe('orders of a unit', () => {
  test('tell its own part alone, items by name and number', () => {
    expect(unitLines(mission, plan, 'company').map((l) => [l.movement.id, l.people, l.items])).toEqual([
      [1, 2, [{ name: 'GAZ Tigr', count: 2 }]],
      [2, 2, [{ name: 'GAZ Tigr', count: 1 }, { name: 'ural', count: 1 }]],
    ]);
  });
  test('there are none of a unit that stays', () => {
    expect(movedUnits(mission, plan)).toEqual(['platoon', 'company']);
  });
  test('a unit twice in one manifest is one load', () => {
    expect(loads(mission, plan.movements[1]!)).toEqual([{ unit: 'company', people: 2, items: [{ name: 'GAZ Tigr', count: 1 }, { name: 'ural', count: 1 }] }]);
  });
});

test('lines are grouped by day as they follow each other', () => {
  expect(byDay([1, 1, 2, 3, 3], String).map((d) => [d.day, d.lines.length])).toEqual([['1', 2], ['2', 1], ['3', 2]]);
});

test('an address chooses one, a kind, or all; a wrong one the busiest place', () => {
  const of = (asked: string | null) => chosen(asked, ['korday', 'a:b'], ['company']);
  expect(of('place:a:b')).toEqual({ places: ['a:b'], units: [], value: 'place:a:b' });
  expect(of('unit:company').units).toEqual(['company']);
  expect(of('units')).toEqual({ places: [], units: ['company'], value: 'units' });
  expect(of('all').places).toHaveLength(2);
  expect(of('unit:nobody').value).toBe('place:korday');
  expect(of(null).value).toBe('place:korday');
});
