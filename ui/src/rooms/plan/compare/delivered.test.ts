import { expect, test } from 'vitest';
import type { Mission, Plan } from '../../../api/client';
import { at, delivered } from './delivered';

// The guard and its handover: two convoys bring a company home, a platoon follows.
const mission = { units: [{ id: 'company', to: 'otar' }, { id: 'platoon', to: 'otar' }, { id: 'stays' }] } as unknown as Mission;
const leg = (to: string, unloaded: string, unit: string, people: number) => ({ to, unloaded: `2024-09-0${unloaded}:00+06:00`, cargo: [{ unit, people }] });
const plan = {
  movements: [leg('korday', '2T10:15', 'company', 2), leg('otar', '2T13:32', 'company', 2), leg('otar', '3T08:17', 'company', 118), leg('otar', '3T08:17', 'platoon', 30), leg('otar', '3T09:00', 'stays', 7), { to: 'otar', unloaded: '2024-09-03T10:00:00+06:00' }],
} as unknown as Plan;
const time = (t: string) => new Date(`2024-09-0${t}:00+06:00`);

test('counts people once, where their unit is to be', () => {
  const points = delivered(mission, plan, time('2T00:00'), time('4T00:00'));
  expect(points).toEqual([{ at: time('2T00:00'), people: 0 }, { at: time('2T13:32'), people: 2 }, { at: time('3T08:17'), people: 150 }, { at: time('4T00:00'), people: 150 }]);
  expect(at(points, time('2T13:31').getTime())).toBe(0);
  expect(at(points, time('2T13:32').getTime())).toBe(2);
});
