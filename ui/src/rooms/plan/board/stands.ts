import type { Mission } from '../../../api/client';
import type { Bar } from './bars';
import { groups } from './groups';
import type { Span } from './lanes';

// Which lift stands where and when, and when a team works on it: what takes a
// place's parking and working MOG.

export interface Visit extends Span {
  place: string;
  mode: string;
  /** What brought it here, and what it leaves by; a technical stop has one that is both. */
  arrival: Bar | null;
  departure: Bar | null;
  /** Stands that it takes: none at its own base. */
  slots: number;
}

export interface Work extends Span {
  place: string;
  mode: string;
  bar: Bar;
}

export interface Ground {
  visits: Visit[];
  work: Work[];
}

/**
 * Lays out what stands where. A lift stands from its arrival until its next
 * departure, after the last until the end of the board. At its own base it has a
 * place of its own, and a convoy takes none: of those only loading and unloading
 * are told.
 */
export function ground(mission: Mission, bars: readonly Bar[], end: number): Ground {
  const bases = new Map((mission.fleets ?? []).map((f) => [f.id, f.base]));
  const lifts = groups(bars, (b) => b.movement.lift ?? '');
  const visits: Visit[] = [];
  const work: Work[] = [];
  for (const bar of bars) {
    const { from, to, mode, lift } = bar.movement;
    if (lift && bar.worked > bar.load) work.push({ place: from, mode, from: bar.load, until: bar.worked, bar });
    if (lift && bar.unloaded > bar.arrive) work.push({ place: to, mode, from: bar.arrive, until: bar.unloaded, bar });
    for (const stop of bar.movement.stops ?? []) {
      visits.push({ place: stop.at, mode, from: Date.parse(stop.arrive), until: Date.parse(stop.depart), arrival: bar, departure: bar, slots: bar.slots });
    }
    if (lift && bases.get(bar.fleet) !== undefined) continue;
    own(bar, to, from);
  }
  for (const [lift, trips] of lifts) {
    const base = lift ? bases.get(trips[0]!.fleet) : undefined;
    if (base === undefined) continue;
    const inOrder = [...trips].sort((a, b) => a.load - b.load || a.depart - b.depart);
    inOrder.forEach((bar, i) => {
      const { from, to, mode } = bar.movement;
      const next = inOrder[i + 1];
      if (from === base) own(bar, '', from);
      else if (i === 0) visits.push({ place: from, mode, from: bar.load, until: bar.depart, arrival: null, departure: bar, slots: bar.slots });
      if (to === base) own(bar, to, '');
      else visits.push({ place: to, mode, from: bar.arrive, until: Math.max(bar.arrive, next?.depart ?? end), arrival: bar, departure: next ?? null, slots: bar.slots });
    });
  }
  return { visits: visits.filter((v) => v.until > v.from), work };

  function own(bar: Bar, to: string, from: string): void {
    const { mode } = bar.movement;
    if (from) visits.push({ place: from, mode, from: bar.load, until: bar.depart, arrival: null, departure: bar, slots: 0 });
    if (to) visits.push({ place: to, mode, from: bar.arrive, until: bar.unloaded, arrival: bar, departure: null, slots: 0 });
  }
}
