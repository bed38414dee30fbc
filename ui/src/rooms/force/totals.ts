import type { Mission, Schemas, Unit } from '../../api/client';
import { groupBy } from '../../parts/sheet/sheet';

// The force in figures: what each nation has, and what stands in the theatre,
// against what the decision grants and what was pledged. In place is what units
// have in places of the host country, at the start or, where that is more, at the
// end; the host's own do not count against a grant (docs/record.md).

export interface Strength {
  people: number;
  items: number;
}

export interface NationTotal extends Strength {
  /** Empty: units of none. */
  nation: string;
  units: number;
  /** Tonnes, people with their baggage included; null: a type's mass is not known. */
  tonnes: number | null;
  equipment: [type: string, count: number][];
  inPlace: Strength;
  pledged: { entry: string; people?: number; items?: number; about: boolean } | null;
  /** Whether host, member or named by a decision. */
  expected: boolean;
}

export interface Granted {
  /** Id of the entry of the decision. */
  entry: string;
  limit: number;
  inPlace: number;
}

type Type = Schemas['EquipmentType'];
type Entry = Schemas['Entry'];
type Force = Pick<Mission, 'host' | 'places' | 'record' | 'organisation' | 'others' | 'sources' | 'person_t'>;

const whole = (n: unknown): number => (typeof n === 'number' && Number.isFinite(n) && n > 0 ? n : 0);
export const itemsOf = (unit: Partial<Unit>): number => Object.values(unit.equipment ?? {}).reduce((sum, n) => sum + whole(n), 0);

/** Tonnes of a unit; null where a type's mass is not known. */
export function tonnesOf(unit: Partial<Unit>, masses: ReadonlyMap<string, Type>, person: number): number | null {
  let sum = whole(unit.people) * person;
  for (const [type, n] of Object.entries(unit.equipment ?? {})) {
    const mass = masses.get(type)?.mass;
    if (mass === undefined) return null;
    sum += whole(n) * mass;
  }
  return sum;
}

function inPlace(units: Partial<Unit>[], theatre: ReadonlySet<string>): Strength {
  const at = (place: (u: Partial<Unit>) => string | undefined, of: (u: Partial<Unit>) => number) =>
    units.reduce((sum, u) => sum + (theatre.has(place(u) ?? '') ? of(u) : 0), 0);
  const most = (of: (u: Partial<Unit>) => number) => Math.max(at((u) => u.at, of), at((u) => u.to || u.at, of));
  return { people: most((u) => whole(u.people)), items: most(itemsOf) };
}

/** The latest entry of a kind that counts and qualifies: of one day the last of the file. */
export function latest(force: Pick<Mission, 'record' | 'sources'>, kind: Entry['kind'], qualifies: (e: Entry) => boolean): Entry | null {
  const entries = force.record ?? [];
  const replaced = new Set(entries.map((e) => e.replaces).filter(Boolean));
  const published = new Map((force.sources ?? []).map((s) => [s.id, s.published ?? '']));
  let day = '';
  let found: { entry: Entry; day: string } | null = null;
  for (const entry of entries) {
    const own = entry.on ?? (entry.sources ?? []).map((id) => published.get(id) ?? '').filter(Boolean).sort()[0];
    day = own ?? day;
    if (entry.kind !== kind || replaced.has(entry.id) || !qualifies(entry)) continue;
    if (!found || day >= found.day) found = { entry, day };
  }
  return found?.entry ?? null;
}

function pledgeOf(force: Force, nation: string): NationTotal['pledged'] {
  const of = (key: 'people' | 'equipment') => latest(force, 'pledge', (e) => e.by === nation && e[key] !== undefined);
  const [people, equipment] = [of('people'), of('equipment')];
  const entry = people ?? equipment;
  if (!entry) return null;
  const about = [people, equipment].some((e) => e?.figures?.some((f) => ['people', 'equipment'].includes(f.what) && (f.about !== undefined || f.at_least !== undefined)));
  return { entry: entry.id, about, ...(people && { people: people.people! }), ...(equipment && { items: equipment.equipment! }) };
}

export function nationTotals(force: Force, units: Partial<Unit>[], types: ReadonlyMap<string, Type>): NationTotal[] {
  const theatre = new Set(force.places.filter((p) => p.country === force.host).map((p) => p.id));
  const expected = new Set([force.host, ...(force.organisation?.members ?? []), ...(force.record ?? []).flatMap((e) => e.grants?.nations ?? [])]);
  const byNation = groupBy(units, (u) => u.nation ?? '');
  return [...byNation].map(([nation, own]): NationTotal => {
    const counts = new Map<string, number>();
    for (const unit of own) for (const [type, n] of Object.entries(unit.equipment ?? {})) counts.set(type, (counts.get(type) ?? 0) + whole(n));
    const masses = own.map((u) => tonnesOf(u, types, force.person_t));
    return {
      nation,
      units: own.length,
      people: own.reduce((sum, u) => sum + whole(u.people), 0),
      items: own.reduce((sum, u) => sum + itemsOf(u), 0),
      tonnes: masses.includes(null) ? null : masses.reduce<number>((sum, t) => sum + t!, 0),
      equipment: [...counts].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]),
      inPlace: inPlace(own, theatre),
      pledged: nation ? pledgeOf(force, nation) : null,
      expected: !force.organisation || expected.has(nation),
    };
  }).sort((a, b) => b.people - a.people);
}

/** What the latest decision that names it grants, and what is in place of it; the units of others that are not shown count whole. */
export function granted(force: Force, units: Partial<Unit>[], of: 'people' | 'equipment'): Granted | null {
  const decision = latest(force, 'decision', (e) => e.grants?.[of] !== undefined);
  if (!decision) return null;
  const theatre = new Set(force.places.filter((p) => p.country === force.host).map((p) => p.id));
  const own = inPlace(units.filter((u) => u.nation !== force.host), theatre);
  const others = (force.others ?? []).filter((o) => o.nation !== force.host).reduce((sum, o) => sum + (of === 'people' ? o.people : o.items), 0);
  return { entry: decision.id, limit: decision.grants![of]!, inPlace: (of === 'people' ? own.people : own.items) + others };
}

/** Until when the latest decision that says so grants it. */
export function grantedUntil(force: Force): { entry: string; until: string } | null {
  const decision = latest(force, 'decision', (e) => e.grants?.until !== undefined);
  return decision && { entry: decision.id, until: decision.grants!.until! };
}
