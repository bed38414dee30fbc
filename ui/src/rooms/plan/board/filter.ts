import type { Bar } from './bars';

// What is chosen of a plan: the movements of a nation, a fleet, a place, a unit,
// and those that break a rule.

export const facets = ['nation', 'lift', 'place', 'unit'] as const;
export type Facet = (typeof facets)[number];
export type Filter = Record<Facet, string> & { breaches: boolean };

/** What stands for the convoys among the fleets. */
export const convoys = '-';

/** By what a movement is found in a facet. */
export function keysOf(bar: Bar, facet: Facet, nationOf: ReadonlyMap<string, string>): string[] {
  switch (facet) {
    case 'nation':
      return bar.empty || bar.units.length === 0 ? [bar.nation] : [...new Set(bar.units.map((u) => nationOf.get(u) ?? ''))];
    case 'lift':
      return [bar.movement.lift ? bar.fleet : convoys];
    case 'place':
      return [...new Set(bar.places)];
    case 'unit':
      return bar.units;
  }
}

export const chosenAny = (f: Filter): boolean => f.breaches || facets.some((facet) => f[facet] !== '');

/** Whether a movement is among what is chosen; `but` leaves one facet out of account. */
export function matches(bar: Bar, f: Filter, nationOf: ReadonlyMap<string, string>, breaching: ReadonlySet<number>, but?: Facet): boolean {
  if (f.breaches && !breaching.has(bar.movement.id)) return false;
  return facets.every((facet) => {
    if (facet === but || f[facet] === '') return true;
    if (facet === 'lift' && bar.movement.lift === f.lift) return true;
    return keysOf(bar, facet, nationOf).includes(f[facet]);
  });
}

/** What can be chosen in a facet, with how many movements there are of each under the other choices. */
export function options(bars: readonly Bar[], facet: Facet, f: Filter, nationOf: ReadonlyMap<string, string>, breaching: ReadonlySet<number>): Map<string, number> {
  const out = new Map<string, number>();
  for (const bar of bars) {
    const counts = matches(bar, f, nationOf, breaching, facet) ? 1 : 0;
    for (const key of keysOf(bar, facet, nationOf)) if (key !== '') out.set(key, (out.get(key) ?? 0) + counts);
  }
  return out;
}
