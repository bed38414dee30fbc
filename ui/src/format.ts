import { Temporal } from 'temporal-polyfill';
import { lang, locale, say } from './lang/lang.svelte';

// Figures, times and durations as the reader's language writes them. Times are
// shown in a time zone that is always named: the mission's, unless a place has
// its own.

type Instant = string | Date | number;

const ms = (t: Instant): number => (typeof t === 'string' ? Date.parse(t) : t instanceof Date ? t.getTime() : t);
const formats = new Map<string, Intl.DateTimeFormat>();

function dated(t: Instant, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale(), zone, options]);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options })));
  return format.format(ms(t));
}

/** Wed 19 Jan 2022, 14:20 */
export const dateTime = (t: Instant, zone: string): string =>
  dated(t, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
/** 19 Jan, 14:20 */
export const shortDateTime = (t: Instant, zone: string): string => dated(t, zone, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
/** Wed 19 Jan */
export const day = (t: Instant, zone: string): string => dated(t, zone, { weekday: 'short', day: 'numeric', month: 'short' });
/** 19 Jan */
export const shortDay = (t: Instant, zone: string): string => dated(t, zone, { day: 'numeric', month: 'short' });
/** 19 January 2022 */
export const longDate = (t: Instant, zone: string): string => dated(t, zone, { day: 'numeric', month: 'long', year: 'numeric' });
/** 14:20 */
export const clock = (t: Instant, zone: string): string => dated(t, zone, { hour: '2-digit', minute: '2-digit' });

/** The name that a time zone has at a time: GMT+6, CET. */
export function zoneName(zone: string, t: Instant): string {
  const parts = new Intl.DateTimeFormat(locale(), { timeZone: zone, timeZoneName: 'short' }).formatToParts(ms(t));
  return parts.find((p) => p.type === 'timeZoneName')?.value ?? zone;
}

const numbers = new Map<string, Intl.NumberFormat>();
function numbered(n: number, digits: number, style?: 'percent'): string {
  const key = `${locale()} ${digits} ${style}`;
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(locale(), { style, minimumFractionDigits: digits, maximumFractionDigits: digits })));
  return format.format(n);
}

/** 2,030; whole unless digits are asked for. */
export const count = (n: number, digits = 0): string => numbered(n, digits);
/** 14.8 % of a share of 0.148. */
export const percent = (share: number, digits = 1): string => numbered(share, digits, 'percent');
/** 12.4 t, 340 km, 12 m: a figure with its unit of measure. */
export const measure = (n: number, unit: 't' | 'km' | 'm' | 'm²' | 'm³' | 'h' | 'km/h', digits = 0): string => `${count(n, digits)}\u202f${unit}`;

/** 3 d 9 h 40 min, of minutes; signs are the caller's. */
export function duration(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const [d, h, min] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60];
  const parts = [d && say('units.days', { n: d }), h && say('units.hours', { n: h }), min && say('units.minutes', { n: min })];
  return parts.filter(Boolean).join(' ') || say('units.minutes', { n: 0 });
}

// Codes that ISO 3166 leaves to its users, which exercises take for countries that they make up,
// and that browsers have names of their own for: XA is Pseudo-Accents.
const madeUp = ['QO', 'XA', 'XB', 'ZZ'];

const nations = new Map<string, Intl.DisplayNames>();
/** The name of a country in the page's language, of its ISO 3166 code; the code of one that is made up. */
export function nation(code: string | undefined): string {
  if (!code || madeUp.includes(code)) return code ?? '';
  let names = nations.get(lang());
  if (!names) nations.set(lang(), (names = new Intl.DisplayNames(locale(), { type: 'region', fallback: 'code' })));
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** The operation's day of a time: D+3, D−1. */
export function dDay(t: Instant, dday: string | undefined, zone: string): string {
  if (!dday) return '';
  const local = Temporal.Instant.fromEpochMilliseconds(ms(t)).toZonedDateTimeISO(zone).toPlainDate();
  const days = Temporal.PlainDate.from(dday).until(local, { largestUnit: 'day' }).days;
  return days < 0 ? say('units.dDayBefore', { n: -days }) : say('units.dDayAfter', { n: days });
}

/** Midnights of a time zone from one time to another, both included, in epoch milliseconds. */
export function midnights(from: Instant, until: Instant, zone: string): number[] {
  const out: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(ms(from)).toZonedDateTimeISO(zone).startOfDay();
  if (at.epochMilliseconds < ms(from)) at = at.add({ days: 1 }).startOfDay();
  for (; at.epochMilliseconds <= ms(until); at = at.add({ days: 1 }).startOfDay()) out.push(at.epochMilliseconds);
  return out;
}

/** 340 kB, 1.2 MB; of bytes. */
export function fileSize(bytes: number): string {
  const [n, unit] = bytes < 1e6 ? [Math.ceil(bytes / 1e3), 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(n);
}

// Regions that are no countries: unions, and those that are made up.
const noCountries = new Set(['EU', 'EZ', 'UN', ...madeUp]);

/** Every country by its ISO 3166 code, in the order of the page's language. */
export function countries(): { code: string; name: string }[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames(locale(), { type: 'region', fallback: 'none' });
  const out = letters.flatMap((a) => letters.map((b) => a + b)).flatMap((code) => {
    const name = names.of(code);
    // A code that was given up is another one now.
    return name && !noCountries.has(code) && new Intl.Locale(`und-${code}`).region === code ? [{ code, name }] : [];
  });
  return out.sort((a, b) => a.name.localeCompare(b.name, locale()));
}

/** A time as a field for date and time takes it, in a time zone: 2022-01-14T11:30. */
export const localInput = (t: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms(t)).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
/** The time that such a field means, RFC 3339 with the zone's offset; null for an empty one. */
export const instantOf = (local: string, zone: string): string | null =>
  local ? Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' }) : null;
