import type { Mission, Plan } from '../../../api/client';

// How the delivery of a plan grows: people unloaded at their unit's destination.

export interface Point {
  at: Date;
  people: number;
}

/** Steps of the people delivered, from the start until `until`, which both plans share. Units whose destination is not known are left out. */
export function delivered(mission: Mission, plan: Plan, start: Date, until: Date): Point[] {
  const to = new Map((mission.units ?? []).flatMap((u) => (u.to ? [[u.id, u.to] as const] : [])));
  const arrivals = plan.movements
    .map((v) => ({ at: Date.parse(v.unloaded), people: (v.cargo ?? []).reduce((sum, c) => sum + (to.get(c.unit) === v.to ? (c.people ?? 0) : 0), 0) }))
    .filter((a) => a.people > 0)
    .sort((a, b) => a.at - b.at);
  const points: Point[] = [{ at: start, people: 0 }];
  for (const { at, people } of arrivals) {
    const last = points.at(-1)!;
    if (last.at.getTime() === at) last.people += people;
    else points.push({ at: new Date(at), people: last.people + people });
  }
  const last = points.at(-1)!;
  if (last.at < until) points.push({ at: until, people: last.people });
  return points;
}

/** How many have been delivered at a time. */
export const at = (points: Point[], time: number): number => points.findLast((p) => p.at.getTime() <= time)?.people ?? 0;
