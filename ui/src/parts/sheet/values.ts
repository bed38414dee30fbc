import { Temporal } from 'temporal-polyfill';
import type { Column } from './sheet';

// What a cell's text means, and the one way in which each meaning is written.

export interface Habits {
  /** Language of whoever types: what a comma in a figure is. */
  lang: 'en' | 'fr';
}

/** Why a text cannot be read: a name for the message to show. */
export type Fault = 'notWhole' | 'notNumber' | 'notChoice' | 'notTime' | 'noHour' | 'whichDay' | 'noDDay' | 'notDuration' | 'notYes' | 'notCounts' | 'notClosed';
export type Value = string | number | boolean | string[] | Record<string, number> | object[];
export type Reading = { value: Value | undefined; text: string } | { fault: Fault };

const numeric = (text: string): string => text.replace(/[\s\u00a0\u202f'’]/g, '').replace('−', '-');

function whole(text: string): Reading {
  const digits = numeric(text).replace(/^(\d{1,3})((?:,\d{3})+)$/, (_, head: string, rest: string) => head + rest.replaceAll(',', ''));
  if (!/^-?\d{1,12}$/.test(digits)) return { fault: 'notWhole' };
  return { value: Number(digits), text: String(Number(digits)) };
}

function decimal(text: string, { lang }: Habits): Reading {
  let digits = numeric(text);
  if (lang === 'en' && /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) digits = digits.replaceAll(',', '');
  digits = digits.replace(',', '.');
  if (!/^-?\d{1,12}(\.\d{1,12})?$/.test(digits)) return { fault: 'notNumber' };
  return { value: Number(digits), text: String(Number(digits)) };
}

const day = String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`;
const hour = String.raw`(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2})?)?`;
const forms = {
  relative: new RegExp(String.raw`^[Dd] ?([+\-−]) ?(\d{1,4})${hour}$`),
  iso: new RegExp(`^${day}${hour}$`),
  zoned: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/,
  dotted: new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4}),?${hour}$`),
  slashed: new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4}),?${hour}$`),
};

/** A time as a sheet writes it: local, with its offset only in the hour that the clocks have twice. */
export function timeText(instant: string, zone: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const local = at.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  const again = at.toPlainDateTime().toZonedDateTime(zone);
  return again.epochMilliseconds === at.epochMilliseconds ? local : at.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function time(text: string, column: Column): Reading {
  const zone = column.zone ?? 'UTC';
  const whenLocal = (date: Temporal.PlainDate, h: string | undefined, min: string | undefined): Reading => {
    if (h === undefined) return { fault: 'noHour' };
    const local = date.toPlainDateTime({ hour: 0 }).add({ hours: Number(h) });
    if (Number(h) > 24 || Number(min) > 59 || (Number(h) === 24 && Number(min) > 0)) return { fault: 'notTime' };
    return reading(local.add({ minutes: Number(min) }).toZonedDateTime(zone));
  };
  const reading = (at: Temporal.ZonedDateTime): Reading => {
    const value = at.toString({ timeZoneName: 'never', smallestUnit: 'second' });
    return { value, text: timeText(value, zone) };
  };
  const date = (y: string, m: string, d: string) => Temporal.PlainDate.from({ year: Number(y), month: Number(m), day: Number(d) }, { overflow: 'reject' });
  const t = text.replace(/[\u00a0\u202f]/g, ' ');
  try {
    let m: RegExpExecArray | null;
    if ((m = forms.relative.exec(t))) {
      if (!column.dday) return { fault: 'noDDay' };
      const days = Number(m[2]) * (m[1] === '+' ? 1 : -1);
      return whenLocal(Temporal.PlainDate.from(column.dday).add({ days }), m[3] ?? '0', m[4] ?? '0');
    }
    if (forms.zoned.test(t)) return reading(Temporal.Instant.from(t).toZonedDateTimeISO(zone));
    if ((m = forms.iso.exec(t))) return whenLocal(date(m[1]!, m[2]!, m[3]!), m[4], m[5]);
    if ((m = forms.dotted.exec(t))) return whenLocal(date(m[3]!, m[2]!, m[1]!), m[4], m[5]);
    if ((m = forms.slashed.exec(t))) {
      // 3/4 is in March for some and in April for others; 14/4 is in April.
      const [a, b] = [Number(m[1]), Number(m[2])];
      if (a <= 12 && b <= 12 && a !== b) return { fault: 'whichDay' };
      return whenLocal(a > 12 ? date(m[3]!, m[2]!, m[1]!) : date(m[3]!, m[1]!, m[2]!), m[4], m[5]);
    }
  } catch (wrong) {
    if (!(wrong instanceof RangeError)) throw wrong;
  }
  return { fault: 'notTime' };
}

function duration(text: string): Reading {
  const t = text.replace(/\s/g, '').toLowerCase();
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(t);
  if (clock) return duration(`${Number(clock[1])}h${Number(clock[2])}m`);
  if (!/^(?=\d)(\d{1,4}d)?(\d{1,5}h)?(\d{1,6}m)?$/.test(t)) return { fault: 'notDuration' };
  const short = t.replace(/(?<!\d)0+[dhm](?=.)/g, '').replace(/(?<=[dh])0+[hm]$/, '');
  return { value: short, text: short };
}

function yes(text: string): Reading {
  if (/^(yes|y|true|x|✓|1|oui|o|vrai)$/i.test(text)) return { value: true, text: 'yes' };
  if (/^(no|n|false|0|non|faux)$/i.test(text)) return { value: undefined, text: '' };
  return { fault: 'notYes' };
}

/** Counts by name, of `12× btr-80, 3 ural-4320` or `btr-80: 12; ural-4320: 3`; null where it says something else. */
export function readCounts(text: string, known: (name: string) => string | undefined = (name) => name): Record<string, number> | null {
  const counts: Record<string, number> = {};
  for (const part of text.split(/[,;\n+]/).map((p) => p.trim()).filter(Boolean)) {
    const after = /^(\S.*?)\s*[:=]\s*(\d{1,7})$/.exec(part);
    const before = /^(\d{1,7})\s*(?:[×x*]\s*|\s)(\S.*)$/i.exec(part);
    const [name, n] = after ? [after[1], after[2]] : [before?.[2], before?.[1]];
    const id = name === undefined ? undefined : known(name.trim());
    if (id === undefined) return null;
    counts[id] = (counts[id] ?? 0) + Number(n);
  }
  return counts;
}

export const countsText = (counts: Record<string, number>): string => Object.entries(counts).map(([name, n]) => `${n}× ${name}`).join(', ');

const listed = (text: string): string[] => text.split(/[;,]/).map((p) => p.trim()).filter(Boolean);

/** What a text says in a column; an empty one says nothing. */
export function read(column: Column, typed: string, habits: Habits): Reading {
  const text = typed.trim();
  if (text === '') return { value: undefined, text: '' };
  switch (column.kind) {
    case 'whole':
      return whole(text);
    case 'decimal':
      return decimal(text, habits);
    case 'time':
      return time(text, column);
    case 'duration':
      return duration(text);
    case 'yes':
      return yes(text);
    case 'list':
      return { value: listed(text), text: listed(text).join('; ') };
    case 'counts': {
      const counts = readCounts(text);
      return counts ? { value: counts, text: countsText(counts) } : { fault: 'notCounts' };
    }
    case 'choice': {
      const same = (a: string | undefined) => a?.toLowerCase() === text.toLowerCase();
      const found = column.choices?.find((c) => c.value === text) ?? column.choices?.find((c) => same(c.value) || same(c.label));
      return { value: found?.value ?? text, text: found?.value ?? text };
    }
    case 'text':
      return { value: text, text };
  }
}

/** A text as the sheet writes it; one that cannot be read stays as it is. */
export function normal(column: Column, typed: string, habits: Habits): string {
  const reading = read(column, typed, habits);
  return 'text' in reading ? reading.text : typed.trim();
}

/** A value as the sheet writes it. */
export function write(column: Column, value: unknown): string {
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return 'yes';
  if (Array.isArray(value)) return value.join('; ');
  if (column.kind === 'time') return timeText(String(value), column.zone ?? 'UTC');
  if (column.kind === 'counts') return countsText(value as Record<string, number>);
  return String(value);
}
