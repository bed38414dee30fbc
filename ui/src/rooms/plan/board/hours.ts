import { Temporal } from 'temporal-polyfill';
import type { Place } from '../../../api/client';
import type { Span } from './lanes';

// When nothing departs from or arrives at a place: outside its hours, which are
// of its own time zone, and while it is closed.

export interface Shut extends Span {
  /** Why it is closed; '' outside its hours. */
  why: string;
}

const minute = (text: string): number => {
  const [h = 0, m = 0] = text.split(':').map(Number);
  return 60 * h + m;
};

/** The times from one to another, epoch ms, in which a place is shut, in order. */
export function shut(place: Place, from: number, until: number, zone: string): Shut[] {
  const closed = (place.closed ?? [])
    .map((c) => ({ from: Math.max(from, Date.parse(c.from)), until: Math.min(until, Date.parse(c.to)), why: c.why ?? '' }))
    .filter((c) => c.from < c.until);
  return [...nights(place, from, until, place.timezone || zone), ...closed].sort((a, b) => a.from - b.from);
}

function nights(place: Place, from: number, until: number, zone: string): Shut[] {
  const windows = (place.open ?? []).map((w) => w.split('-').map(minute)).filter((w): w is [number, number] => w.length === 2);
  if (windows.length === 0) return [];
  const open: Span[] = [];
  let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  const at = (date: Temporal.PlainDate, m: number): number =>
    date.toPlainDateTime().add({ minutes: m }).toZonedDateTime(zone).epochMilliseconds;
  for (; at(day, 0) < until; day = day.add({ days: 1 })) {
    for (const [opens, closes] of windows) open.push({ from: at(day, opens), until: at(day, closes > opens ? closes : closes + 1440) });
  }
  const out: Shut[] = [];
  let shutFrom = from;
  for (const span of open.sort((a, b) => a.from - b.from)) {
    if (span.from > shutFrom) out.push({ from: shutFrom, until: Math.min(span.from, until), why: '' });
    shutFrom = Math.max(shutFrom, span.until);
    if (shutFrom >= until) break;
  }
  if (shutFrom < until) out.push({ from: shutFrom, until, why: '' });
  return out.filter((s) => s.from < s.until);
}
