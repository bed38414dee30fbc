import { say, textOf } from '../../../lang/lang.svelte';
import type { Mission, Movement, Place, Schemas } from '../../../api/client';

// What the ids of a plan are called in its mission. An id that the mission does
// not know stands for itself.

export type LiftType = Schemas['LiftType'];

export const placeOf = (mission: Mission, id: string): Place | undefined => mission.places?.find((p) => p.id === id);
export const placeName = (mission: Mission, id: string): string => placeOf(mission, id)?.name || id;
/** The time zone in which a place's times are shown. */
export const zoneOf = (mission: Mission, id: string): string => placeOf(mission, id)?.timezone || mission.timezone;
export const unitOf = (mission: Mission, id: string): Schemas['Unit'] | undefined => mission.units?.find((u) => u.id === id);
export const unitName = (mission: Mission, id: string): string => unitOf(mission, id)?.name || id;
export const itemName = (mission: Mission, type: string): string => mission.equipment_types?.find((t) => t.id === type)?.name || type;
export const missionTitle = (mission: Mission): string => textOf(mission.title) || mission.id;

export const fleetOf = (mission: Mission, lift: string | undefined): Schemas['Fleet'] | undefined => {
  const id = lift?.slice(0, lift.lastIndexOf('/'));
  return mission.fleets?.find((f) => f.id === id);
};
/** The type of a lift, which a movement names as fleet/number; undefined for a convoy. */
export const liftTypeOf = (mission: Mission, lift: string | undefined): LiftType | undefined => {
  const type = fleetOf(mission, lift)?.type;
  return mission.lift_types?.find((t) => t.id === type);
};
export const liftTypeName = (mission: Mission, lift: string | undefined): string => {
  const type = liftTypeOf(mission, lift);
  return type?.name || type?.id || fleetOf(mission, lift)?.type || '';
};

export const peopleOf = (movement: Movement): number => (movement.cargo ?? []).reduce((sum, c) => sum + (c.people ?? 0), 0);
export const itemsOf = (movement: Movement): number => (movement.cargo ?? []).reduce((sum, c) => sum + (c.items?.length ?? 0), 0);

/** How many there are of each, in the order in which each comes first. */
export function tally(names: string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** 118 people, 10 items: what there is of both; empty where there is nothing. */
export const carried = (people: number, items: number): string =>
  [people > 0 && say('movement.peopleCount', { n: people }), items > 0 && say('movement.itemCount', { n: items })].filter(Boolean).join(', ');
