import type { Movement } from '../../../api/client';
import type { Actual } from './reports.svelte';

// A movement told as what happens where and when, as planned and as reported.

export type Step = 'load' | 'formUp' | 'depart' | 'stopArrive' | 'stopDepart' | 'arrive' | 'unloaded' | 'dispersed';
export interface Event {
  step: Step;
  place: string;
  planned: string;
  /** Absent: nothing is reported of it. */
  reported?: string | undefined;
}

/** The events of a journey in their order. An empty leg neither loads nor unloads; a convoy forms up and disperses. */
export function eventsOf(movement: Movement, actual?: Actual): Event[] {
  const { from, to, load, depart, arrive, unloaded, stops = [], lift } = movement;
  const carries = (movement.cargo?.length ?? 0) > 0 || !!movement.others;
  return [
    ...(carries ? [{ step: lift ? 'load' : 'formUp', place: from, planned: load } as const] : []),
    { step: 'depart', place: from, planned: depart, reported: actual?.depart },
    ...stops.flatMap((s) => [
      { step: 'stopArrive', place: s.at, planned: s.arrive } as const,
      { step: 'stopDepart', place: s.at, planned: s.depart } as const,
    ]),
    { step: 'arrive', place: to, planned: arrive, reported: actual?.arrive },
    ...(carries ? [{ step: lift ? 'unloaded' : 'dispersed', place: to, planned: unloaded, reported: actual?.unloaded } as const] : []),
  ];
}

/** Minutes by which what was reported is later than planned; negative: earlier. */
export const minutesLate = (event: Event): number | null => (event.reported ? Math.round((Date.parse(event.reported) - Date.parse(event.planned)) / 60_000) : null);
