import type { Mission } from '../../api/client';
import { count } from '../../format';
import { say } from '../../lang/lang.svelte';
import { named } from '../../names';
import type { Position } from './geo';

/** The name of a place by its id; the id, where it has none. */
export function called(mission: Mission): (place: string) => string {
  const names = new Map(mission.places.map((p) => [p.id, named(p)]));
  return (place) => names.get(place) ?? place;
}

/** 43.35° N, 77.04° E */
export function coordinates([longitude, latitude]: Position): string {
  const east = longitude - 360 * Math.round(longitude / 360);
  return `${count(Math.abs(latitude), 2)}° ${say(latitude < 0 ? 'map.south' : 'map.north')}, ${count(Math.abs(east), 2)}° ${say(east < 0 ? 'map.west' : 'map.east')}`;
}

/** 117 people, 11 items; only what there is of the two, or that there is nothing. */
export function carried({ people, items }: { people: number; items: number }): string {
  const parts = [people > 0 && say('map.countPeople', { n: people }), items > 0 && say('map.countItems', { n: items })].filter(Boolean);
  return parts.join(', ') || say('map.empty');
}
