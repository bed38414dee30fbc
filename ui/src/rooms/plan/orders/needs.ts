import type { Place } from '../../../api/client';
import { full, profile } from '../board/profile';
import type { Ground } from '../board/stands';

// What a plan asks of a place: stands and teams, by mode, against what it has.

export interface Need {
  mode: string;
  what: 'stands' | 'teams';
  most: number;
  /** When that is first, epoch milliseconds. */
  when: number;
  /** Its parking or working MOG; null: without a limit. */
  limit: number | null;
  /** Minutes in which as much is taken as there is; 0 without a limit. */
  full: number;
}

/** Stands and teams of a place at their most. What is not needed at all is left out. */
export function needs(place: Place | undefined, id: string, ground: Ground): Need[] {
  const stands = ground.visits.filter((v) => v.place === id).map((v) => ({ ...v, weight: v.slots }));
  const teams = ground.work.filter((w) => w.place === id).map((w) => ({ ...w, weight: 1 }));
  const modes = [...new Set([...stands, ...teams].map((s) => s.mode))].sort();
  return modes.flatMap((mode) => {
    const has = place?.handles?.[mode];
    return ([['stands', stands, has?.parking_mog], ['teams', teams, has?.working_mog]] as const).flatMap(([what, spans, limit]) => {
      const taken = profile(spans.filter((s) => s.mode === mode));
      if (taken.most === 0) return [];
      return [{ mode, what, most: taken.most, when: taken.at[taken.taken.indexOf(taken.most)]!, limit: limit ?? null, full: limit ? full(taken, limit).minutes : 0 }];
    });
  });
}
