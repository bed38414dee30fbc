import { Temporal } from 'temporal-polyfill';
import type { Mission, Movement, Plan, Schemas } from '../../api/client';

// People in the theatre at each time: standing in the host's places, or moving
// between two of them. Whoever leaves counts until loading begins, whoever comes
// from when he is unloaded, as the verifier counts for a floor.

/** So many people from this time on, in epoch milliseconds. */
export interface Step {
  at: number;
  people: number;
}

/** A change of strength. */
interface Change {
  at: number;
  people: number;
}

const aboard = (movement: Movement): number => (movement.cargo ?? []).reduce((sum, c) => sum + (c.people ?? 0), movement.others?.people ?? 0);

/** Whether a movement leaves the theatre or comes into it; undefined where it does neither. */
function crossing(mission: Mission): (movement: Movement) => 'out' | 'in' | undefined {
  const inside = new Set(mission.places.filter((p) => p.country === mission.host).map((p) => p.id));
  return ({ from, to }) => (inside.has(from) === inside.has(to) ? undefined : inside.has(from) ? 'out' : 'in');
}

function summed(start: Step, changes: Change[]): Step[] {
  const steps = [start];
  for (const { at, people } of changes.sort((a, b) => a.at - b.at)) {
    const last = steps.at(-1)!;
    if (last.at >= at) last.people += people;
    else steps.push({ at, people: last.people + people });
  }
  return steps;
}

function atFirst(mission: Mission): Step {
  const inside = new Set(mission.places.filter((p) => p.country === mission.host).map((p) => p.id));
  const people = mission.units.filter((u) => inside.has(u.at)).reduce((sum, u) => sum + u.people, 0);
  return { at: Date.parse(mission.operation.start ?? mission.operation.deadline), people };
}

/** Strength by a plan, of all its movements. */
export function planned(mission: Mission, plan: Plan): Step[] {
  const way = crossing(mission);
  const changes = plan.movements.flatMap((m): Change[] => {
    const people = aboard(m);
    const goes = people > 0 ? way(m) : undefined;
    if (!goes) return [];
    return goes === 'out' ? [{ at: Date.parse(m.load), people: -people }] : [{ at: Date.parse(m.unloaded), people }];
  });
  return summed(atFirst(mission), changes);
}

/**
 * Strength as it really was, by what is reported of the plan's movements: up to
 * the last report, and nothing where none concerns it. What left counts from its
 * departure: when it was loaded is not reported.
 */
export function happened(mission: Mission, plan: Plan, actuals: Schemas['ActualLine'][]): Step[] {
  const way = crossing(mission);
  const movements = new Map(plan.movements.map((m) => [m.id, m]));
  const changes = actuals.flatMap((actual): Change[] => {
    const movement = movements.get(actual.movement);
    const people = movement && !actual.cancelled ? aboard(movement) : 0;
    const goes = movement && people > 0 ? way(movement) : undefined;
    if (goes === 'out') return actual.depart ? [{ at: Date.parse(actual.depart), people: -people }] : [];
    const arrived = actual.unloaded ?? actual.arrive;
    return goes === 'in' && arrived ? [{ at: Date.parse(arrived), people }] : [];
  });
  return changes.length ? summed(atFirst(mission), changes) : [];
}

/** Strength at the end of each day, for whoever does not see every movement. */
export function byDay(mission: Mission, days: Schemas['Day'][]): Step[] {
  return days.map(({ date, strength }) => ({
    at: Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(mission.timezone).epochMilliseconds,
    people: strength,
  }));
}

/** The least strength that is asked for, from the operation's start on; zero after the last floor. */
export function floors(mission: Mission): Step[] {
  const asked = (mission.operation.drawdown?.floor ?? []).map((f) => ({ until: Date.parse(f.until), people: f.people })).sort((a, b) => a.until - b.until);
  if (!asked.length) return [];
  const from = [Date.parse(mission.operation.start ?? mission.operation.deadline), ...asked.map((f) => f.until)];
  return from.map((at, i) => ({ at, people: Math.max(0, ...asked.slice(i).map((f) => f.people)) }));
}

/** How many lifts with cargo leave over the theatre's border on each local day, by their departure: out of it, or into it for a deployment. */
export function sorties(mission: Mission, plan: Plan): Map<string, number> {
  const way = crossing(mission);
  const counted = mission.operation.kind === 'deployment' ? 'in' : 'out';
  const days = new Map<string, number>();
  for (const movement of plan.movements) {
    if (!movement.lift || !movement.cargo?.length || way(movement) !== counted) continue;
    const date = Temporal.Instant.from(movement.depart).toZonedDateTimeISO(mission.timezone).toPlainDate().toString();
    days.set(date, (days.get(date) ?? 0) + 1);
  }
  return days;
}
