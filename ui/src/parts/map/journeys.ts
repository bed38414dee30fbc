import type { Mission, Movement, Plan } from '../../api/client';
import { along, type Position, type Track } from './geo';
import { Paths } from './paths';

// Where each movement of a plan is at a time.

/** Between two places where it stands. */
export interface Leg {
  from: string;
  to: string;
  depart: number;
  arrive: number;
  /** Null where an end has no position. */
  way: Track | null;
}

/** A movement with its times in epoch ms. */
export interface Journey {
  movement: Movement;
  load: number;
  depart: number;
  arrive: number;
  unloaded: number;
  legs: Leg[];
  people: number;
  items: number;
}

export type Phase = 'before' | 'loading' | 'underway' | 'stop' | 'unloading' | 'after';

export interface Whereabouts {
  phase: Phase;
  /** The place where it stands; absent: between two. */
  place?: string;
  leg?: Leg;
  /** Share of the leg that is done, 0 to 1. */
  share: number;
}

/** All that a movement carries; what a liaison may not see in detail is counted. */
export function aboard({ cargo = [], others }: Movement): { people: number; items: number } {
  let people = others?.people ?? 0;
  let items = others?.items ?? 0;
  for (const part of cargo) {
    people += part.people ?? 0;
    items += part.items?.length ?? 0;
  }
  return { people, items };
}

/** The movements of a plan in time and space. */
export function journeys(mission: Mission, plan: Plan): Journey[] {
  const paths = new Paths(mission);
  return plan.movements.map((movement) => {
    const [load, depart, arrive, unloaded] = [movement.load, movement.depart, movement.arrive, movement.unloaded].map(Date.parse) as [number, number, number, number];
    const legs: Leg[] = [];
    let [from, left] = [movement.from, depart];
    for (const stop of movement.stops ?? []) {
      legs.push({ from, to: stop.at, depart: left, arrive: Date.parse(stop.arrive), way: paths.between(movement.mode, from, stop.at) });
      [from, left] = [stop.at, Date.parse(stop.depart)];
    }
    legs.push({ from, to: movement.to, depart: left, arrive, way: paths.between(movement.mode, from, movement.to) });
    return { movement, load, depart, arrive, unloaded, legs, ...aboard(movement) };
  });
}

/** Where a movement is at a time. A departure counts as gone, an arrival as there. */
export function whereabouts(journey: Journey, at: number): Whereabouts {
  const { movement, load, depart, arrive, unloaded, legs } = journey;
  if (at < load) return { phase: 'before', place: movement.from, share: 0 };
  if (at < depart) return { phase: 'loading', place: movement.from, share: 0 };
  if (at >= unloaded) return { phase: 'after', place: movement.to, share: 1 };
  if (at >= arrive) return { phase: 'unloading', place: movement.to, share: 1 };
  for (const leg of legs) {
    if (at < leg.depart) return { phase: 'stop', place: leg.from, share: 0 };
    if (at < leg.arrive) return { phase: 'underway', leg, share: (at - leg.depart) / (leg.arrive - leg.depart) };
  }
  return { phase: 'unloading', place: movement.to, share: 1 };
}

/** Where on the globe, and where it heads; null where a place has no position. By road, rests are spread evenly over the way. */
export function spot({ leg, share }: Whereabouts): { position: Position; heading: number } | null {
  return leg?.way ? along(leg.way, share) : null;
}

/** First loading and last unloading; null of a plan without movements. */
export function span(all: Journey[]): [number, number] | null {
  if (all.length === 0) return null;
  return [Math.min(...all.map((j) => j.load)), Math.max(...all.map((j) => j.unloaded))];
}
