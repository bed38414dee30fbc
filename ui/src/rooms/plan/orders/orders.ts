import type { Mission, Movement, Plan } from '../../../api/client';
import { itemName } from '../../../names';
import { tally } from '../movement/cargo';

// Movement orders: for a place what comes and goes there, for a unit how it goes,
// each in order of time.

export interface Load {
  unit: string;
  people: number;
  items: { name: string; count: number }[];
}
export interface PlaceLine {
  movement: Movement;
  kind: 'arrival' | 'departure' | 'stop';
  /** When work at the place begins: loading of a departure, arrival of the others. */
  from: string;
  /** When it is over: the departure, the end of unloading, the stop's departure. */
  until: string;
  /** Where it comes from, or goes to; a stop's goes on to. */
  other: string;
}
export interface UnitLine {
  movement: Movement;
  people: number;
  items: Load['items'];
}

const ms = (t: string): number => Date.parse(t);

/** What a movement carries, unit by unit, items by name. */
export function loads(mission: Mission, movement: Movement): Load[] {
  const units = new Map<string, { people: number; types: string[] }>();
  for (const { unit, people = 0, items = [] } of movement.cargo ?? []) {
    const known = units.get(unit) ?? { people: 0, types: [] };
    units.set(unit, { people: known.people + people, types: [...known.types, ...items.map((i) => i.type)] });
  }
  return [...units].map(([unit, { people, types }]) => ({ unit, people, items: tally(types).map((t) => ({ ...t, name: itemName(mission, t.name) })) }));
}

/** Places at which anything happens, the busiest first; equally busy ones by name of id. */
export function busiest(plan: Plan): string[] {
  const uses = new Map<string, number>();
  for (const v of plan.movements) for (const place of [v.from, v.to, ...(v.stops ?? []).map((s) => s.at)]) uses.set(place, (uses.get(place) ?? 0) + 1);
  return [...uses].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([place]) => place);
}

/** Units that any movement carries, in the mission's order; ones that the mission does not know come last. */
export function movedUnits(mission: Mission, plan: Plan): string[] {
  const moved = new Set(plan.movements.flatMap((v) => (v.cargo ?? []).map((c) => c.unit)));
  const known = (mission.units ?? []).map((u) => u.id).filter((id) => moved.has(id));
  return [...known, ...[...moved].filter((id) => !known.includes(id))];
}

/** What arrives at a place, departs from it and stops there, in order of when work on it begins; at one minute arrivals come first. */
export function placeLines(plan: Plan, place: string): PlaceLine[] {
  const rank = { arrival: 0, stop: 1, departure: 2 };
  const lines = plan.movements.flatMap((movement): PlaceLine[] => [
    ...(movement.to === place ? [{ movement, kind: 'arrival' as const, from: movement.arrive, until: movement.unloaded, other: movement.from }] : []),
    ...(movement.stops ?? []).filter((s) => s.at === place).map((s) => ({ movement, kind: 'stop' as const, from: s.arrive, until: s.depart, other: movement.to })),
    ...(movement.from === place ? [{ movement, kind: 'departure' as const, from: movement.load, until: movement.depart, other: movement.to }] : []),
  ]);
  return lines.sort((a, b) => ms(a.from) - ms(b.from) || rank[a.kind] - rank[b.kind] || a.movement.id - b.movement.id);
}

/** The movements that carry any of a unit, in order of their loading. */
export function unitLines(mission: Mission, plan: Plan, unit: string): UnitLine[] {
  return plan.movements
    .filter((v) => v.cargo?.some((c) => c.unit === unit))
    .map((movement) => {
      const load = loads(mission, movement).find((l) => l.unit === unit)!;
      return { movement, people: load.people, items: load.items };
    })
    .sort((a, b) => ms(a.movement.load) - ms(b.movement.load) || a.movement.id - b.movement.id);
}

/** Lines that follow each other on one day, by whatever names their day. */
export function byDay<T>(lines: T[], day: (line: T) => string): { day: string; lines: T[] }[] {
  const out: { day: string; lines: T[] }[] = [];
  for (const line of lines) {
    const its = day(line);
    if (out.at(-1)?.day === its) out.at(-1)!.lines.push(line);
    else out.push({ day: its, lines: [line] });
  }
  return out;
}

export type Chosen = { places: string[]; units: string[] };
/** Which orders an address asks for: place:ID, unit:ID, places, units or all; else those of the busiest place. */
export function chosen(asked: string | null, places: string[], units: string[]): Chosen & { value: string } {
  const [kind, ...rest] = (asked ?? '').split(':');
  const id = rest.join(':');
  if (kind === 'place' && places.includes(id)) return { places: [id], units: [], value: `place:${id}` };
  if (kind === 'unit' && units.includes(id)) return { places: [], units: [id], value: `unit:${id}` };
  if (asked === 'all') return { places, units, value: 'all' };
  if (asked === 'places') return { places, units: [], value: 'places' };
  if (asked === 'units') return { places: [], units, value: 'units' };
  const first = places.slice(0, 1);
  return { places: first, units: [], value: first.length > 0 ? `place:${first[0]}` : 'all' };
}
