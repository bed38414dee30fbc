import { describe, expect, test } from 'vitest';
import type { Mission, Plan } from '../../api/client';
import { flows } from './flows';
import { journeys, span, spot, whereabouts } from './journeys';
import { Paths } from './paths';
import { rolesOf, used } from './roles';
import { standing } from './standing';

const at = (time: string): number => Date.parse(`2022-01-13T${time}:00Z`);

const mission: Mission = {
  sortie: 1, id: 'two-ways', host: 'KZ', timezone: 'UTC', person_t: 0.12,
  operation: { kind: 'withdrawal', deadline: '2022-01-20T00:00:00Z' },
  places: [
    { id: 'almaty', country: 'KZ', at: [43.3521, 77.0405], handles: { air: {}, road: {} } },
    { id: 'nur-sultan', country: 'KZ', at: [51.0222, 71.4669], handles: { air: {} } },
    { id: 'chkalovsky', country: 'RU', at: [55.8783, 38.0617], handles: { air: {} } },
    { id: 'tets-2', country: 'KZ', at: [43.3, 76.8] },
    { id: 'ak-zhol', country: 'KG', at: [43.03, 74.71] },
    { id: 'tokmok', country: 'KG', at: [42.84, 75.29] },
    { id: 'detour', country: 'KG', at: [41, 74] },
    { id: 'nowhere', country: 'KG' },
  ],
  links: [
    { mode: 'road', between: ['tets-2', 'ak-zhol'], km: 250, kmh: 60 },
    { mode: 'road', from: 'ak-zhol', to: 'tokmok', km: 75, kmh: 50 },
    { mode: 'road', between: ['tets-2', 'detour'], km: 200, kmh: 60 },
    { mode: 'road', between: ['detour', 'tokmok'], minutes: 600 },
  ],
  fleets: [{ id: 'il76', type: 'il-76md', count: 2, base: 'chkalovsky' }],
  units: [
    { id: 'kg-company', at: 'tets-2', to: 'tokmok', people: 150, equipment: { tiger: 8, ural: 11 }, priority: 3 },
    { id: 'ru-45', at: 'almaty', to: 'chkalovsky', people: 60, priority: 3 },
  ],
};

const plan: Plan = {
  sortie: 1, mission: 'two-ways', mission_sha256: '', made: { by: 'test', seconds: 0, seed: 1 },
  verdict: { bound: { certificate: null, closure: null, gap: null, proof: '' }, closure: null, deadline: '', feasible: true, late: { people: 0, items: 0 }, lift_hours: 0, margin_minutes: null, sorties: 1, tardiness: 0, undelivered: { people: 0, items: 0 } },
  movements: [
    { id: 1, lift: 'il76/1', mode: 'air', from: 'chkalovsky', to: 'almaty', load: '2022-01-13T00:00:00Z', depart: '2022-01-13T00:00:00Z', arrive: '2022-01-13T04:00:00Z', unloaded: '2022-01-13T04:00:00Z', km: 3101 },
    { id: 2, mode: 'road', from: 'tets-2', to: 'tokmok', load: '2022-01-13T01:00:00Z', depart: '2022-01-13T01:30:00Z', arrive: '2022-01-13T07:30:00Z', unloaded: '2022-01-13T07:45:00Z', km: 325, cargo: [{ unit: 'kg-company', people: 150, items: Array.from({ length: 19 }, () => ({ type: 'tiger', deck: 0, x: 0, y: 0 })) }] },
    {
      id: 3, lift: 'il76/1', mode: 'air', from: 'almaty', to: 'chkalovsky', load: '2022-01-13T05:00:00Z', depart: '2022-01-13T07:00:00Z', arrive: '2022-01-13T14:00:00Z', unloaded: '2022-01-13T16:00:00Z', km: 3300,
      stops: [{ at: 'nur-sultan', arrive: '2022-01-13T09:00:00Z', depart: '2022-01-13T10:00:00Z' }],
      cargo: [{ unit: 'ru-45', people: 60 }], others: { people: 5, items: 1 },
    },
  ],
};

const all = journeys(mission, plan);
const phase = (movement: number, time: string) => whereabouts(all[movement - 1]!, at(time)).phase;

describe('a flight with a stop', () => {
  test('goes through its phases, each beginning with its minute', () => {
    expect(['04:59', '05:00', '06:59', '07:00', '08:59', '09:00', '09:59', '10:00', '13:59', '14:00', '15:59', '16:00'].map((t) => phase(3, t))).toEqual(
      ['before', 'loading', 'loading', 'underway', 'underway', 'stop', 'stop', 'underway', 'underway', 'unloading', 'unloading', 'after'],
    );
    expect(whereabouts(all[2]!, at('09:30')).place).toBe('nur-sultan');
  });
  test('is on its leg by the share of time, and heads along it', () => {
    const now = whereabouts(all[2]!, at('08:00'));
    expect(now.share).toBe(0.5);
    const { position, heading } = spot(now)!;
    expect(position[1]).toBeGreaterThan(43.3521);
    expect(position[1]).toBeLessThan(51.0222);
    expect(heading).toBeGreaterThan(270); // north-west
    expect(spot(whereabouts(all[2]!, at('09:30')))).toBeNull();
  });
  test('an empty leg has no time for loading', () => {
    expect([phase(1, '00:00'), phase(1, '04:00')]).toEqual(['underway', 'after']);
  });
});

describe('a convoy', () => {
  test('goes by the fastest links, not straight', () => {
    const way = all[1]!.legs[0]!.way!;
    expect(way.points).toEqual([[76.8, 43.3], [74.71, 43.03], [75.29, 42.84]]);
    const { position } = spot(whereabouts(all[1]!, at('03:00')))!;
    expect(position[0]).toBeLessThan(76.8);
    expect(position[1]).toBeLessThan(43.3);
  });
  test('one-way links are one way', () => {
    expect(new Paths(mission).between('road', 'tokmok', 'ak-zhol')!.points).toEqual([[75.29, 42.84], [74, 41], [76.8, 43.3], [74.71, 43.03]]);
  });
  test('where no link leads the line is straight, and a place without position has none', () => {
    const paths = new Paths(mission);
    expect(paths.between('rail', 'almaty', 'tokmok')!.points).toHaveLength(2);
    expect(paths.between('road', 'almaty', 'nowhere')).toBeNull();
  });
});

describe('who stands where', () => {
  const people = (time: string | null, place: string) => standing(mission, all, time === null ? null : at(time)).get(place)!;
  test('before anything moves: units where they are, lifts at their base', () => {
    expect(people(null, 'tets-2')).toEqual({ people: 150, items: 19, lifts: 0, worked: 0 });
    expect(people(null, 'chkalovsky').lifts).toBe(2);
  });
  test('loaded has left, unloaded is there', () => {
    expect([people('00:59', 'tets-2').people, people('01:00', 'tets-2').people]).toEqual([150, 0]);
    expect([people('07:44', 'tokmok').people, people('07:45', 'tokmok').people, people('07:45', 'tokmok').items]).toEqual([0, 150, 19]);
  });
  test('what is aboard of others is in no count', () => {
    expect(people('16:00', 'chkalovsky').people).toBe(60);
    expect(people('05:00', 'almaty').people).toBe(0);
  });
  test('lifts are where they arrived, at stops too, and are worked on', () => {
    expect(['00:00', '04:00', '06:00', '08:00'].map((t) => people(t, 'almaty').lifts)).toEqual([0, 1, 1, 0]);
    expect(people('09:30', 'nur-sultan').lifts).toBe(1);
    expect([people('06:00', 'almaty').worked, people('15:00', 'chkalovsky').worked, people('16:00', 'chkalovsky').worked]).toEqual([1, 1, 0]);
  });
});

test('flows add up what is carried, by leg and direction', () => {
  expect(flows(mission, plan).map(({ from, to, movements, people, items }) => ({ from, to, movements, people, items }))).toEqual([
    { from: 'tets-2', to: 'tokmok', movements: 1, people: 150, items: 19 },
    { from: 'almaty', to: 'nur-sultan', movements: 1, people: 65, items: 1 },
    { from: 'nur-sultan', to: 'chkalovsky', movements: 1, people: 65, items: 1 },
  ]);
});

test('the span of a plan', () => {
  expect(span(all)).toEqual([at('00:00'), at('16:00')]);
  expect(span([])).toBeNull();
});

test('places have roles, and those of the mission are used', () => {
  const roles = rolesOf(mission);
  expect(['almaty', 'tets-2', 'tokmok', 'ak-zhol'].map((p) => roles.get(p))).toEqual(['airfield', 'camp', 'destination', 'waypoint']);
  expect([...used(mission)].sort()).toEqual(['almaty', 'chkalovsky', 'tets-2', 'tokmok']);
});
