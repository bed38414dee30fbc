import type { Mission, Movement, Place, Schemas } from '../../api/client';
import { minutesOf, type Bar } from '../plan/board/bars';
import { shut, type Shut } from '../plan/board/hours';
import type { Span } from '../plan/board/lanes';
import { profile, type Profile } from '../plan/board/profile';
import { ground } from '../plan/board/stands';

// When the network can be used: hours and closures of places, what a plan takes
// of their stands and teams, clearances, and the windows of fleets. All times are
// epoch ms within a span.

type Mode = Movement['mode'];

/** From the start of the operation, or the first loading where that is earlier, to the deadline or the last unloading. */
export function period({ operation }: Mission, moves: [number, number] | null): [number, number] {
  const deadline = Date.parse(operation.deadline);
  const start = operation.start ? Date.parse(operation.start) : deadline - 864e5;
  return [Math.min(start, moves?.[0] ?? start), Math.max(deadline, moves?.[1] ?? deadline)];
}

export interface Hours {
  place: Place;
  zone: string;
  /** When things depart and arrive. */
  open: Span[];
  /** When nothing does, and why: '' outside its hours. */
  shut: Shut[];
}

/** Places that are not open at all times. */
export function hours(mission: Mission, from: number, until: number): Hours[] {
  return mission.places.flatMap((place) => {
    if (!place.open?.length && !place.closed?.length) return [];
    const closed = shut(place, from, until, mission.timezone);
    return [{ place, zone: place.timezone || mission.timezone, open: without(from, until, closed), shut: closed }];
  });
}

/** What is left of a span. */
export function without(from: number, until: number, taken: Span[]): Span[] {
  const out: Span[] = [];
  let at = from;
  for (const span of [...taken].sort((a, b) => a.from - b.from)) {
    if (span.from > at) out.push({ from: at, until: Math.min(span.from, until) });
    at = Math.max(at, span.until);
  }
  if (at < until) out.push({ from: at, until });
  return out.filter((s) => s.from < s.until);
}

export interface Mog {
  place: Place;
  mode: Mode;
  /** Slots for lifts standing, and lifts loading or unloading at once; absent: no limit. */
  parking?: number | undefined;
  working?: number | undefined;
  /** What the plan takes; null without a plan. */
  stands: Profile | null;
  teams: Profile | null;
  shut: Shut[];
}

/** Every place and mode with a limit, and what a plan's movements take of it. */
export function mog(mission: Mission, bars: Bar[] | null, from: number, until: number): Mog[] {
  const taken = bars && ground(mission, bars, until);
  return mission.places.flatMap((place) =>
    (Object.entries(place.handles ?? {}) as [Mode, Schemas['Handling']][]).flatMap(([mode, { parking_mog: parking, working_mog: working }]) => {
      if (parking === undefined && working === undefined) return [];
      const here = (x: { place: string; mode: string }) => x.place === place.id && x.mode === mode;
      return [
        {
          place, mode, parking, working,
          stands: taken && profile(taken.visits.filter(here).map((v) => ({ from: v.from, until: v.until, weight: v.slots }))),
          teams: taken && profile(taken.work.filter(here).map((w) => ({ from: w.from, until: w.until, weight: 1 }))),
          shut: shut(place, from, until, mission.timezone),
        },
      ];
    }),
  );
}

/** A profile as steps over a span: each with what is taken from it on. */
export function steps(p: Profile, from: number, until: number): { at: number; taken: number }[] {
  const out = [{ at: from, taken: 0 }];
  p.at.forEach((at, i) => {
    if (at <= from) out[0]!.taken = p.taken[i]!;
    else if (at < until) out.push({ at, taken: p.taken[i]! });
  });
  out.push({ at: until, taken: out.at(-1)!.taken });
  return out;
}

export interface Permit extends Span {
  clearance: Schemas['Clearance'];
  /** When it has to be asked for; null: at any time. */
  ask: number | null;
}

export function permits({ clearances = [] }: Mission, from: number, until: number): Permit[] {
  return clearances.map((clearance) => {
    const begins = clearance.from ? Date.parse(clearance.from) : from;
    const lead = minutesOf(clearance.lead);
    return { clearance, from: Math.max(from, begins), until: Math.min(until, clearance.until ? Date.parse(clearance.until) : until), ask: lead > 0 ? begins - lead * 60_000 : null };
  });
}

export interface Window extends Span {
  fleet: Schemas['Fleet'];
}

export function windows({ fleets = [] }: Mission, from: number, until: number): Window[] {
  return fleets.map((fleet) => ({ fleet, from: Math.max(from, fleet.from ? Date.parse(fleet.from) : from), until: Math.min(until, fleet.until ? Date.parse(fleet.until) : until) }));
}
