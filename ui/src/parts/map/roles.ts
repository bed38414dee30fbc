import type { Mission, Place } from '../../api/client';

// What a place is in a mission. The format has no kinds of places: it is what
// the place handles, or else what stands there.

export const roles = ['airfield', 'port', 'railhead', 'guarded', 'camp', 'destination', 'waypoint'] as const;
export type Role = (typeof roles)[number];

/** The role of each place of a mission. */
export function rolesOf(mission: Mission): Map<string, Role> {
  const guarded = new Set((mission.tasks ?? []).map((t) => t.at));
  const camps = new Set(mission.units.map((u) => u.at));
  const destinations = new Set(mission.units.map((u) => u.to));
  const role = ({ id, handles }: Place): Role => {
    if (handles?.['air']) return 'airfield';
    if (handles?.['sea']) return 'port';
    if (handles?.['rail']) return 'railhead';
    if (guarded.has(id)) return 'guarded';
    if (camps.has(id)) return 'camp';
    return destinations.has(id) ? 'destination' : 'waypoint';
  };
  return new Map(mission.places.map((p) => [p.id, role(p)]));
}

/** Places that something stands at, goes to, passes, or starts from: what a map has to show. All, where none is. */
export function used(mission: Mission): Set<string> {
  const out = new Set<string>();
  for (const unit of mission.units) for (const place of [unit.at, unit.to, ...(unit.via ?? [])]) if (place) out.add(place);
  for (const fleet of mission.fleets ?? []) out.add(fleet.base);
  for (const task of mission.tasks ?? []) out.add(task.at);
  return out.size > 0 ? out : new Set(mission.places.map((p) => p.id));
}
