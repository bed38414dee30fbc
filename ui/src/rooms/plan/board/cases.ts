import type { Mission, Movement, Plan } from '../../../api/client';

// For tests: a mission with two airfields and a road, and movements by the hour.

const hour = 3_600_000;
export const start = Date.parse('2022-01-13T00:00:00+06:00');
export const at = (hours: number): number => start + hours * hour;
const iso = (hours: number): string => new Date(at(hours)).toISOString();

export const mission: Mission = {
  sortie: 1,
  id: 'case',
  timezone: 'Asia/Almaty',
  host: 'KZ',
  person_t: 0.12,
  operation: { kind: 'withdrawal', start: iso(0), deadline: iso(72) },
  places: [
    { id: 'almaty', country: 'KZ', handles: { air: { parking_mog: 2, working_mog: 1 } } },
    { id: 'ivanovo', country: 'RU', handles: { air: {} } },
    { id: 'tec2', country: 'KZ', handles: {} },
  ],
  fleets: [{ id: 'vta', type: 'il-76md', nation: 'RU', count: 4, base: 'ivanovo' }],
  lift_types: [{ id: 'il-76md', mode: 'air', speed: 750, gap: 0.15, slots: 1, load: '2h', unload: '1h30m' }],
  units: [
    { id: 'ru-45', nation: 'RU', at: 'almaty', to: 'ivanovo', people: 100, priority: 3 },
    { id: 'kg-company', nation: 'KG', at: 'tec2', to: 'almaty', people: 40, priority: 3 },
  ],
};

type Hours = [load: number, depart: number, arrive: number, unloaded: number];

/** A movement whose times are hours from the start. */
export function movement(id: number, hours: Hours, what: Partial<Movement> = {}): Movement {
  const [load, depart, arrive, unloaded] = hours;
  return { id, mode: 'air', from: 'almaty', to: 'ivanovo', lift: 'vta/1', km: 2893, load: iso(load), depart: iso(depart), arrive: iso(arrive), unloaded: iso(unloaded), ...what };
}

export const stop = (where: string, arrive: number, depart: number): { at: string; arrive: string; depart: string } => ({ at: where, arrive: iso(arrive), depart: iso(depart) });

export function planOf(movements: Movement[]): Plan {
  return { movements } as Plan;
}

export const aboard = (unit: string, people: number): Partial<Movement> => ({ cargo: [{ unit, people }] });
