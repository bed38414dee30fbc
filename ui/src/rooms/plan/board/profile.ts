import type { Span } from './lanes';

// How much of something is taken at each time: stands, teams.

export interface Profile {
  /** When it changes, in order. */
  at: number[];
  /** How much is taken from then on. */
  taken: number[];
  most: number;
}

/** Adds spans up. They are half-open: what ends at a time leaves room to what begins then. */
export function profile(spans: readonly (Span & { weight: number })[]): Profile {
  const changes = new Map<number, number>();
  for (const { from, until, weight } of spans) {
    if (from >= until || weight === 0) continue;
    changes.set(from, (changes.get(from) ?? 0) + weight);
    changes.set(until, (changes.get(until) ?? 0) - weight);
  }
  const out: Profile = { at: [], taken: [], most: 0 };
  let now = 0;
  for (const [at, change] of [...changes].sort((a, b) => a[0] - b[0])) {
    if (change === 0) continue;
    now += change;
    out.at.push(at);
    out.taken.push(now);
    out.most = Math.max(out.most, now);
  }
  return out;
}

/** The step of a profile that holds at a time; −1 before the first. */
export function stepAt(p: Profile, time: number): number {
  let low = 0;
  let high = p.at.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (p.at[mid]! <= time) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}

export interface Full {
  /** Minutes in which as much is taken as there is. */
  minutes: number;
  /** When that is first; null: never. */
  first: number | null;
  /** Minutes in which more is taken than there is. */
  over: number;
}

/** How long all of a limit is taken. */
export function full(p: Profile, limit: number): Full {
  const out: Full = { minutes: 0, first: null, over: 0 };
  for (let i = 0; i + 1 < p.at.length; i++) {
    if (p.taken[i]! < limit) continue;
    const minutes = (p.at[i + 1]! - p.at[i]!) / 60_000;
    out.minutes += minutes;
    out.first ??= p.at[i]!;
    if (p.taken[i]! > limit) out.over += minutes;
  }
  return out;
}
