import type { Mission, Schemas } from '../../../api/client';
import { itemName } from '../../../names';
import { tally } from './cargo';

// What a manifest adds up to, unit by unit.

export type Manifest = Schemas['Manifest'];

export interface UnitAboard {
  unit: string;
  people: number;
  items: { name: string; count: number }[];
  itemCount: number;
  /** People with their baggage, and items, tonnes. */
  mass: number;
}

/** Each unit that is aboard, in the order of the manifest. */
export function aboard(mission: Mission, manifest: Manifest): UnitAboard[] {
  const masses = new Map<string, number>();
  for (const item of [...manifest.decks.flatMap((d) => d.items), ...manifest.items]) masses.set(item.unit, (masses.get(item.unit) ?? 0) + item.mass);
  const perPerson = mission.person_t ?? 0;
  const units = new Map<string, { people: number; types: string[] }>();
  for (const { unit, people = 0, items = [] } of manifest.movement.cargo ?? []) {
    const known = units.get(unit) ?? { people: 0, types: [] };
    units.set(unit, { people: known.people + people, types: [...known.types, ...items.map((i) => i.type)] });
  }
  return [...units].map(([unit, { people, types }]) => ({
    unit,
    people,
    items: tally(types).map(({ name, count }) => ({ name: itemName(mission, name), count })),
    itemCount: types.length,
    mass: people * perPerson + (masses.get(unit) ?? 0),
  }));
}

/** How much of what a lift can take is taken, as parts of the whole that fill a bar; past the whole, of what is taken. */
export function shares(parts: number[], whole: number): number[] {
  const taken = parts.reduce((sum, p) => sum + p, 0);
  const full = Math.max(whole, taken);
  return full > 0 ? parts.map((p) => p / full) : parts.map(() => 0);
}
