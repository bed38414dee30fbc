import type { Movement } from '../../../api/client';

// The movements before and after one: of the same lift, and of each unit that is
// aboard. A convoy has no lift, an empty leg no units.

export interface Neighbours {
  /** Absent: it is the lift's first or last, or a convoy. */
  before?: Movement | undefined;
  after?: Movement | undefined;
}
export interface UnitNeighbours {
  unit: string;
  /** A unit may be spread over several movements: those that began last before this one begins, and first after it has ended. */
  before: Movement[];
  after: Movement[];
}

const ms = (time: string): number => Date.parse(time);

/** The movements of the same lift before and after it. Movements are in the plan's order, which is that of loading. */
export function sameLift(movements: Movement[], of: Movement): Neighbours {
  if (!of.lift) return {};
  const own = movements.filter((v) => v.lift === of.lift);
  const i = own.findIndex((v) => v.id === of.id);
  return { before: own[i - 1], after: own[i + 1] };
}

/**
 * For each unit aboard, how its parts may have come to where this movement
 * begins, and go on from where it ends: movements of it that were unloaded at
 * `from` before the loading, or load at `to` after the unloading, nearest first.
 */
export function sameUnits(movements: Movement[], of: Movement, most = 2): UnitNeighbours[] {
  return [...new Set((of.cargo ?? []).map((c) => c.unit))].map((unit) => {
    const own = movements.filter((v) => v.id !== of.id && v.cargo?.some((c) => c.unit === unit));
    const before = own.filter((v) => v.to === of.from && ms(v.unloaded) <= ms(of.load)).sort((a, b) => ms(b.unloaded) - ms(a.unloaded));
    const after = own.filter((v) => v.from === of.to && ms(v.load) >= ms(of.unloaded)).sort((a, b) => ms(a.load) - ms(b.load));
    return { unit, before: before.slice(0, most), after: after.slice(0, most) };
  });
}
