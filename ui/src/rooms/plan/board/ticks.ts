import { midnights } from '../../../format';

// The lines of the time axis: midnights of the mission's zone, and hours between
// them where there is room.

export interface Tick {
  at: number;
  day: boolean;
  /** What is written at it, and below that; null: not asked for yet. */
  label: string | null;
  note: string | null;
}

const hour = 3_600_000;
const day = 24 * hour;

/** How many days apart lines are, where a day takes so many pixels. */
export function daysApart(pixelsOfDay: number, label = 92): number {
  return [1, 2, 3, 7, 14, 28, 91, 182, 364].find((d) => d * pixelsOfDay >= label) ?? 728;
}

/** How many hours apart lines are within a day; 24: none. */
export function hoursApart(pixelsOfDay: number, label = 46): number {
  return [1, 2, 3, 6, 12].find((h) => (pixelsOfDay * h) / 24 >= label) ?? 24;
}

/** The lines of a span, for each distance at which it is looked at. */
export class Axis {
  readonly #days: number[];
  readonly #levels = new Map<number, Tick[]>();

  constructor(from: number, until: number, zone: string) {
    this.#days = midnights(from - 1.5 * day, until + day, zone);
  }

  /** The lines where a day takes so many pixels. */
  level(pixelsOfDay: number): Tick[] {
    const [days, hours] = [daysApart(pixelsOfDay), hoursApart(pixelsOfDay)];
    const key = days * 100 + hours;
    let level = this.#levels.get(key);
    if (!level) this.#levels.set(key, (level = this.#lines(days, hours)));
    return level;
  }

  #lines(days: number, hours: number): Tick[] {
    const out: Tick[] = [];
    for (let i = 0; i < this.#days.length; i += days) {
      const at = this.#days[i]!;
      out.push({ at, day: true, label: null, note: null });
      if (hours === 24) continue;
      // On the day when clocks change hours are counted from midnight: some lines carry an odd hour then.
      const next = this.#days[i + 1] ?? at + day;
      for (let t = at + hours * hour; t < next - hour / 2; t += hours * hour) out.push({ at: t, day: false, label: null, note: null });
    }
    return out;
  }
}

/** The last line at or before a time, or the first of all. */
export function tickBefore(ticks: readonly Tick[], time: number): number {
  let low = 0;
  let high = ticks.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (ticks[mid]!.at <= time) low = mid + 1;
    else high = mid;
  }
  return Math.max(0, low - 1);
}
