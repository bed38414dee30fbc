import type { Mission, Place, Schemas } from './api/client';
import { textOf } from './lang/lang.svelte';

// What the ids of a mission and its plans are called. An id that the mission does
// not know, or whose name is empty, stands for itself.

export type LiftType = Schemas['LiftType'];

/** The name of whatever has one. */
export const named = (thing: { id: string; name?: string | null }): string => thing.name || thing.id;

export const placeOf = (mission: Mission, id: string): Place | undefined => mission.places?.find((p) => p.id === id);
export const placeName = (mission: Mission, id: string): string => placeOf(mission, id)?.name || id;
/** The time zone in which a place's times are shown. */
export const zoneOf = (mission: Mission, id: string): string => placeOf(mission, id)?.timezone || mission.timezone;
export const unitOf = (mission: Mission, id: string): Schemas['Unit'] | undefined => mission.units?.find((u) => u.id === id);
export const unitName = (mission: Mission, id: string): string => unitOf(mission, id)?.name || id;
export const taskName = (mission: Mission, id: string): string => mission.tasks?.find((t) => t.id === id)?.name || id;
export const itemName = (mission: Mission, type: string): string => mission.equipment_types?.find((t) => t.id === type)?.name || type;
export const missionTitle = (mission: { id: string; title?: Mission['title'] }): string => textOf(mission.title) || mission.id;

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
  return (type && named(type)) || fleetOf(mission, lift)?.type || '';
};
