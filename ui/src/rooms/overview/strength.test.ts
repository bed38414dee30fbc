import { expect, test } from 'vitest';
import type { Mission, Movement, Plan, Schemas } from '../../api/client';
import { byDay, floors, happened, planned, sorties } from './strength';

// A company of 120 people and a platoon of 30 leave a power station for the
// barracks of their country; ten more come in.
const mission = {
  host: 'KG',
  timezone: 'Asia/Bishkek',
  operation: { kind: 'withdrawal', start: '2024-09-02T08:00:00+06:00', deadline: '2024-09-04T00:00:00+06:00' },
  places: [
    { id: 'station', country: 'KG' },
    { id: 'camp', country: 'KG' },
    { id: 'otar', country: 'KZ' },
  ],
  units: [
    { id: 'company', at: 'station', to: 'otar', people: 120, priority: 3 },
    { id: 'platoon', at: 'camp', to: 'otar', people: 30, priority: 3 },
    { id: 'engineers', at: 'otar', to: 'camp', people: 10, priority: 3 },
  ],
} as Mission;

const move = (id: number, from: string, to: string, unit: string, people: number, load: string, unloaded: string): Movement => ({
  id, from, to, mode: 'road', km: 50, load, depart: load, arrive: unloaded, unloaded, cargo: [{ unit, people }],
});
const plan = {
  movements: [
    move(1, 'station', 'camp', 'company', 120, '2024-09-02T08:00:00+06:00', '2024-09-02T09:00:00+06:00'),
    move(2, 'camp', 'otar', 'company', 120, '2024-09-02T10:00:00+06:00', '2024-09-02T15:00:00+06:00'),
    move(3, 'otar', 'camp', 'engineers', 10, '2024-09-02T09:00:00+06:00', '2024-09-02T14:00:00+06:00'),
    { ...move(4, 'camp', 'otar', 'platoon', 30, '2024-09-03T08:00:00+06:00', '2024-09-03T13:00:00+06:00') },
    { ...move(5, 'otar', 'camp', '', 0, '2024-09-01T08:00:00+06:00', '2024-09-01T09:00:00+06:00'), cargo: undefined },
  ],
} as Plan;
const told = (steps: { at: number; people: number }[]) => steps.map((s) => [new Date(s.at).toISOString().slice(5, 16), s.people]);

test('strength falls as people load to leave and rises as they are unloaded; moves inside the theatre and empty legs do not count', () => {
  expect(told(planned(mission, plan))).toEqual([
    ['09-02T02:00', 150],
    ['09-02T04:00', 30],
    ['09-02T08:00', 40],
    ['09-03T02:00', 10],
  ]);
});

test('what others have aboard counts too', () => {
  const shared = { movements: [{ ...plan.movements[3]!, others: { people: 5, items: 1 } }] } as Plan;
  expect(planned(mission, shared).at(-1)!.people).toBe(115);
});

test('what really happened follows the reports: late, cancelled, not yet', () => {
  const report = (movement: number, more: Partial<Schemas['ActualLine']>) => ({ movement, actor: 'local', at: '', plan: 2, seq: 9, ...more });
  expect(happened(mission, plan, [])).toEqual([]);
  expect(happened(mission, plan, [report(1, { depart: '2024-09-02T08:00:00+06:00' })])).toEqual([]);
  const actuals = [report(2, { depart: '2024-09-02T12:30:00+06:00' }), report(3, { depart: '2024-09-02T09:00:00+06:00' }), report(4, { cancelled: true }), report(77, { depart: '2024-09-02T09:00:00+06:00' })];
  expect(told(happened(mission, plan, actuals))).toEqual([
    ['09-02T02:00', 150],
    ['09-02T06:30', 30],
  ]);
});

test('days end at midnight of the mission', () => {
  expect(told(byDay(mission, [{ date: '2024-09-02', strength: 40 } as Schemas['Day']]))).toEqual([['09-02T18:00', 40]]);
});

test('of floors that overlap the highest counts, and after the last there is none', () => {
  const drawdown = { floor: [{ people: 30, until: '2024-09-03T06:00:00+06:00' }, { people: 90, until: '2024-09-02T20:00:00+06:00' }] };
  expect(told(floors({ ...mission, operation: { ...mission.operation, drawdown } }))).toEqual([
    ['09-02T02:00', 90],
    ['09-02T14:00', 30],
    ['09-03T00:00', 0],
  ]);
  expect(floors(mission)).toEqual([]);
});

test('sorties are lifts with cargo that leave over the border, by the local day of their departure', () => {
  const flown = { movements: plan.movements.map((m) => ({ ...m, lift: 'il76/1', depart: '2024-09-02T19:00:00Z' })) } as Plan;
  expect([...sorties(mission, flown)]).toEqual([['2024-09-03', 2]]);
  expect([...sorties({ ...mission, operation: { ...mission.operation, kind: 'deployment' } }, flown)]).toEqual([['2024-09-03', 1]]);
  expect(sorties(mission, plan).size).toBe(0);
});
