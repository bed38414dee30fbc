import { describe, expect, test } from 'vitest';
import type { Movement } from '../../../api/client';
import { sameLift, sameUnits } from './neighbours';

// From the guard and its handover: a company drives to the frontier in two
// convoys and on in two, each as soon as it can.
const leg = (id: number, from: string, to: string, load: string, unloaded: string, unit?: string, lift?: string): Movement => ({
  id, mode: 'road', from, to, load: `2024-09-0${load}:00+06:00`, depart: `2024-09-0${load}:00+06:00`, arrive: `2024-09-0${unloaded}:00+06:00`,
  unloaded: `2024-09-0${unloaded}:00+06:00`, km: 30, ...(unit && { cargo: [{ unit, people: 2 }] }), ...(lift && { lift }),
});
const plan = [
  leg(1, 'station', 'korday', '2T08:00', '2T10:15', 'company'),
  leg(2, 'korday', 'otar', '2T10:15', '2T13:32', 'company'),
  leg(3, 'station', 'korday', '2T20:00', '2T22:15', 'company'),
  leg(4, 'korday', 'otar', '3T05:00', '3T08:17', 'company'),
  leg(5, 'station', 'korday', '3T08:17', '3T10:32', 'platoon'),
];
const ids = (list: Movement[]) => list.map((v) => v.id);

describe('the movements of a unit before and after', () => {
  test('follow it to where it goes on, the nearest first', () => {
    expect(sameUnits(plan, plan[0]!)).toEqual([{ unit: 'company', before: [], after: [plan[1], plan[3]] }]);
    expect(ids(sameUnits(plan, plan[3]!)[0]!.before)).toEqual([3, 1]);
  });
  test('touching times count: what is unloaded at a minute may load at that minute', () => {
    expect(ids(sameUnits(plan, plan[1]!)[0]!.before)).toEqual([1]);
  });
  test('one that is still under way is not before it', () => {
    expect(ids(sameUnits(plan, plan[2]!)[0]!.before)).toEqual([]);
  });
  test('no more than are asked for, and none of an empty leg', () => {
    expect(ids(sameUnits(plan, plan[3]!, 1)[0]!.before)).toEqual([3]);
    expect(sameUnits(plan, leg(6, 'otar', 'korday', '3T09:00', '3T10:00'))).toEqual([]);
  });
});

test('a lift goes from one movement to its next; a convoy has none', () => {
  const shuttle = [leg(1, 'a', 'b', '2T08:00', '2T09:00', 'company', 'il/1'), leg(2, 'a', 'b', '2T08:00', '2T09:00', 'company', 'il/2'), leg(3, 'b', 'a', '2T10:00', '2T11:00', undefined, 'il/1')];
  expect(sameLift(shuttle, shuttle[0]!)).toEqual({ before: undefined, after: shuttle[2] });
  expect(sameLift(shuttle, shuttle[2]!)).toEqual({ before: shuttle[0], after: undefined });
  expect(sameLift(plan, plan[0]!)).toEqual({});
});
