import type { Mission, Movement, Schemas } from '../../api/client';
import { greatCircle, near, track, type Position, type Track } from './geo';

// Where things go between two places: by air along the great circle, else over
// the places that the fastest links join. The course of a road between two
// places is in no mission: it is drawn straight.

type Mode = Movement['mode'];
type Link = Schemas['Link'];

/** Positions of the places that have one, longitude first. */
export function positions(mission: Mission): Map<string, Position> {
  const out = new Map<string, Position>();
  for (const place of mission.places) {
    if (place.at?.length === 2) out.set(place.id, [place.at[1]!, place.at[0]!]);
  }
  return out;
}

/** The two ends of a link, and whether it goes both ways. */
export function ends(link: Link): { from: string; to: string; both: boolean } {
  const [a, b] = link.between ?? [];
  return a !== undefined && b !== undefined ? { from: a, to: b, both: true } : { from: link.from ?? '', to: link.to ?? '', both: false };
}

// What a link without a speed of its own is taken at, to choose among paths.
const usual: Record<Mode, number> = { air: 750, road: 60, rail: 50, sea: 28 };
const minutesOf = (link: Link): number => link.minutes ?? ((link.km ?? 0) / (link.kmh || usual[link.mode])) * 60;

/** Finds the ways of a mission's movements, each once. */
export class Paths {
  readonly at: Map<string, Position>;
  #next = new Map<string, { to: string; minutes: number }[]>();
  #found = new Map<string, Track | null>();

  constructor(mission: Mission) {
    this.at = positions(mission);
    for (const link of mission.links ?? []) {
      const { from, to, both } = ends(link);
      this.#join(link, from, to);
      if (both) this.#join(link, to, from);
    }
  }

  #join(link: Link, from: string, to: string): void {
    const key = `${link.mode} ${from}`;
    const out = this.#next.get(key) ?? [];
    out.push({ to, minutes: minutesOf(link) });
    this.#next.set(key, out);
  }

  /** The way from one place to another; null where an end has no position. */
  between(mode: Mode, from: string, to: string): Track | null {
    const key = `${mode} ${from} ${to}`;
    let found = this.#found.get(key);
    if (found === undefined) this.#found.set(key, (found = this.#search(mode, from, to)));
    return found;
  }

  #search(mode: Mode, from: string, to: string): Track | null {
    const [a, b] = [this.at.get(from), this.at.get(to)];
    if (!a || !b) return null;
    if (mode === 'air') return track(greatCircle(a, b));
    const points: Position[] = [];
    for (const place of this.#fastest(mode, from, to) ?? [from, to]) {
      const point = this.at.get(place);
      if (point) points.push([near(point[0], points.at(-1)?.[0] ?? point[0]), point[1]]);
    }
    return track(points);
  }

  /** Places of the fastest path over links of a mode (Dijkstra); null where none joins the two. */
  #fastest(mode: Mode, from: string, to: string): string[] | null {
    const best = new Map<string, { minutes: number; before: string | null }>([[from, { minutes: 0, before: null }]]);
    const open = new Set([from]);
    for (;;) {
      let here: string | undefined;
      for (const place of open) if (here === undefined || best.get(place)!.minutes < best.get(here)!.minutes) here = place;
      if (here === undefined) return null;
      if (here === to) break;
      open.delete(here);
      for (const step of this.#next.get(`${mode} ${here}`) ?? []) {
        const minutes = best.get(here)!.minutes + step.minutes;
        if (minutes >= (best.get(step.to)?.minutes ?? Infinity)) continue;
        best.set(step.to, { minutes, before: here });
        open.add(step.to);
      }
    }
    const path: string[] = [];
    for (let place: string | null = to; place !== null; place = best.get(place)!.before) path.unshift(place);
    return path;
  }
}
