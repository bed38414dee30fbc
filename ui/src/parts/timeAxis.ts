import { Temporal } from 'temporal-polyfill';
import { clock, day, dDay, shortDay } from '../format';

// Where a time axis has its ticks: at whole hours, days or weeks of a time zone,
// as many as fit.

const hour = 3_600_000;
/** Hours of the clock, days or months between two ticks, and about how long that is. */
const steps = [
  ...[1, 2, 3, 6, 12].map((n) => ({ unit: 'hours' as const, n, about: n * hour })),
  ...[1, 2, 7, 14].map((n) => ({ unit: 'days' as const, n, about: n * 24 * hour })),
  ...[1, 3, 6, 12].map((n) => ({ unit: 'months' as const, n, about: n * 730 * hour })),
];

/** Times from one to another, in epoch milliseconds, about `most` of them at most: at whole hours or days of the zone, or months. */
export function timeTicks(from: number, until: number, zone: string, most: number): number[] {
  const { unit, n } = steps.find((s) => (until - from) / s.about <= most) ?? steps.at(-1)!;
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).startOfDay();
  const first = unit === 'months' ? start.with({ day: 1, ...(n > 1 && { month: 1 }) }) : start;
  const tick = (i: number) => (unit === 'hours' ? first.add({ days: Math.floor((i * n) / 24) }).with({ hour: (i * n) % 24 }) : first.add({ [unit]: i * n })).epochMilliseconds;
  const ticks: number[] = [];
  for (let i = 0; tick(i) <= until; i++) if (tick(i) >= from) ticks.push(tick(i));
  return ticks;
}

/** What stands at a tick: the hour, or the day with the operation's day below it. */
export function tickLabel(at: number, zone: string, dday?: string, wide = true): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  if (time.hour !== 0 || time.minute !== 0) return clock(at, zone);
  const count = dDay(at, dday, zone);
  return (wide ? day(at, zone) : shortDay(at, zone)) + (count && `\n${count}`);
}
