import type { Mission, Movement, Plan, Schemas } from '../../../api/client';

// The movements of a plan as the board draws them: times in epoch milliseconds,
// and what they are told apart and filtered by.

/** What stands for several where one is asked for. */
export const several = '*';
/** What stands for the other nations, whose part a liaison does not see. */
export const others = '?';

export interface Bar {
  /** Its place among the plan's movements. */
  index: number;
  movement: Movement;
  load: number;
  /** When the team that loads it is free again. */
  worked: number;
  depart: number;
  arrive: number;
  unloaded: number;
  /** A positioning leg. */
  empty: boolean;
  /** ISO code of whom it carries, or of whose lift it is where it is empty; {@link several}, {@link others} or '' else. */
  nation: string;
  fleet: string;
  /** Lift type; '' for a convoy. */
  type: string;
  /** Stands that its lift takes. */
  slots: number;
  /** From, stops and to. */
  places: string[];
  /** When it is under way: from and until, one more than there are stops. */
  legs: [number, number][];
  units: string[];
  people: number;
  items: number;
}

/** Minutes of a duration of the mission format: 90m, 1h30m, 2d. */
export function minutesOf(text: string | undefined): number {
  const worth: Record<string, number> = { d: 1440, h: 60, m: 1 };
  return [...(text ?? '').matchAll(/(\d+)([dhm])/g)].reduce((sum, [, n, unit]) => sum + Number(n) * worth[unit!]!, 0);
}

/** The fleet of a lift's name: fleet/number. */
export const fleetOf = (lift: string | undefined): string => (lift ? lift.slice(0, Math.max(0, lift.lastIndexOf('/'))) || lift : '');

/** Every lift type by id: the catalogue's, and the mission's instead where it has its own. */
export function liftTypes(mission: Mission, catalogue: readonly Schemas['LiftType'][]): Map<string, Schemas['LiftType']> {
  return new Map([...catalogue, ...(mission.lift_types ?? [])].map((t) => [t.id, t]));
}

function legsOf({ depart, arrive, stops = [] }: Movement): [number, number][] {
  const leaves = [depart, ...stops.map((s) => s.depart)];
  const lands = [...stops.map((s) => s.arrive), arrive];
  return leaves.map((at, n) => [Date.parse(at), Date.parse(lands[n]!)]);
}

function one(names: Iterable<string>, hidden: boolean): string {
  const all = new Set(names);
  if (hidden) all.add(others);
  return all.size > 1 ? several : ([...all][0] ?? '');
}

/** The bars of a plan, in the order of its movements. */
export function barsOf(mission: Mission, plan: Plan, types: ReadonlyMap<string, Schemas['LiftType']>): Bar[] {
  const fleets = new Map((mission.fleets ?? []).map((f) => [f.id, f]));
  const nations = new Map(mission.units.map((u) => [u.id, u.nation ?? '']));
  return plan.movements.map((movement, index) => {
    const cargo = movement.cargo ?? [];
    const hidden = movement.others;
    const fleet = fleets.get(fleetOf(movement.lift));
    const type = fleet && types.get(fleet.type);
    const empty = cargo.length === 0 && !hidden;
    const load = Date.parse(movement.load);
    const depart = Date.parse(movement.depart);
    return {
      index,
      movement,
      load,
      worked: empty ? load : type ? Math.min(depart, load + 60_000 * minutesOf(type.load)) : depart,
      depart,
      arrive: Date.parse(movement.arrive),
      unloaded: Date.parse(movement.unloaded),
      empty,
      nation: empty ? (fleet?.nation ?? '') : one(cargo.map((c) => nations.get(c.unit) ?? ''), hidden !== undefined),
      fleet: fleetOf(movement.lift),
      type: fleet?.type ?? '',
      slots: type?.slots ?? 1,
      places: [movement.from, ...(movement.stops ?? []).map((s) => s.at), movement.to],
      legs: legsOf(movement),
      units: [...new Set(cargo.map((c) => c.unit))],
      people: cargo.reduce((n, c) => n + (c.people ?? 0), hidden?.people ?? 0),
      items: cargo.reduce((n, c) => n + (c.items?.length ?? 0), hidden?.items ?? 0),
    };
  });
}

/** From the first loading to the last unloading, or the span of the operation where nothing moves. */
export function spanOf(bars: readonly Bar[], mission: Mission): [number, number] {
  let from = Infinity;
  let until = -Infinity;
  for (const b of bars) {
    from = Math.min(from, b.load);
    until = Math.max(until, b.unloaded);
  }
  if (from < until) return [from, until];
  const end = Date.parse(mission.operation.deadline);
  const start = mission.operation.start ? Date.parse(mission.operation.start) : end - 86_400_000;
  return [Math.min(start, end - 3_600_000), end];
}
