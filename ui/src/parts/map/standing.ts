import type { Mission } from '../../api/client';
import { whereabouts, type Journey } from './journeys';

// Who stands where at a time: units at first, less what has been loaded, with
// what has been unloaded; and the lifts on the ground.

export interface Standing {
  people: number;
  items: number;
  /** Lifts that stand there: their base at first, then where they arrived last. */
  lifts: number;
  /** Of the movements: loading or unloading there. */
  worked: number;
}

/** Every place of a mission with what stands there; places where nothing is have zeros. At null nothing has moved yet. */
export function standing(mission: Mission, all: Journey[], at: number | null): Map<string, Standing> {
  const out = new Map<string, Standing>(mission.places.map((p) => [p.id, { people: 0, items: 0, lifts: 0, worked: 0 }]));
  const add = (place: string, what: Partial<Standing>): void => {
    const there = out.get(place);
    if (!there) return;
    for (const key of Object.keys(what) as (keyof Standing)[]) there[key] += what[key]!;
  };
  for (const unit of mission.units) add(unit.at, { people: unit.people, items: Object.values(unit.equipment ?? {}).reduce((a, b) => a + b, 0) });
  for (const fleet of mission.fleets ?? []) add(fleet.base, { lifts: fleet.count });
  if (at === null) return out;
  for (const journey of all) {
    const { phase, place } = whereabouts(journey, at);
    if (phase === 'before') continue;
    const { movement, people, items } = journey;
    const there = phase === 'unloading' || phase === 'after';
    // What belongs to others is in no unit that is seen here: it is not counted.
    const own = { people: people - (movement.others?.people ?? 0), items: items - (movement.others?.items ?? 0) };
    add(movement.from, { people: -own.people, items: -own.items });
    if (phase === 'after') add(movement.to, own);
    if (phase === 'loading' && journey.depart > journey.load) add(movement.from, { worked: 1 });
    if (phase === 'unloading') add(movement.to, { worked: 1 });
    if (movement.lift && phase !== 'loading') add(movement.from, { lifts: -1 });
    if (movement.lift && phase === 'stop') add(place!, { lifts: 1 });
    if (movement.lift && there) add(movement.to, { lifts: 1 });
  }
  return out;
}
