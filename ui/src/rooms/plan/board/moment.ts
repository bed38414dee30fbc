import type { Mission } from '../../../api/client';
import type { Bar } from './bars';

// What moves at one time, and who is where.

export interface Moment {
  /** Lifts and convoys between departure and arrival, stops left out, by mode; convoys apart. */
  air: number;
  sea: number;
  rail: number;
  road: number;
  convoys: number;
  /** Being loaded or unloaded. */
  worked: number;
  /** People between loading and unloading. */
  people: number;
  /** People in the theatre: standing in host places or moving between two of them. */
  strength: number;
}

/** What is the case at a time, epoch ms. */
export function moment(mission: Mission, bars: readonly Bar[], at: number): Moment {
  const host = new Set(mission.places.filter((p) => p.country === mission.host).map((p) => p.id));
  const out: Moment = { air: 0, sea: 0, rail: 0, road: 0, convoys: 0, worked: 0, people: 0, strength: 0 };
  for (const u of mission.units) if (host.has(u.at)) out.strength += u.people;
  for (const b of bars) {
    if (b.load > at) continue;
    const { from, to, mode, lift } = b.movement;
    const [leaves, comes] = [host.has(from), host.has(to)];
    if (leaves && !comes) out.strength -= b.people;
    if (b.unloaded > at) {
      out.people += b.people;
      if (b.depart > at || b.arrive <= at) out.worked += b.empty ? 0 : 1;
      else if (b.legs.some(([departs, lands]) => departs <= at && at < lands)) {
        if (lift) out[mode]++;
        else out.convoys++;
      }
      continue;
    }
    if (!leaves && comes) out.strength += b.people;
  }
  return out;
}
