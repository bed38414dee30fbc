import type { Schemas } from '../../api/client';

// The story of a mission as a reader wants it: by day, filtered, each entry with
// what answers, replaces or is replaced by it.

export type Told = Schemas['ToldEntry'];
export type Precision = 'exact' | 'about' | 'at_least' | 'at_most';

export interface Filter {
  kind: string;
  by: string;
  text: string;
}

export interface Day {
  /** YYYY-MM-DD; empty: no day was published. */
  on: string;
  entries: Told[];
}

function words(entry: Told): string {
  return [entry.id, entry.by, entry.for, entry.task, entry.to, ...Object.values(entry.text ?? {}), ...entry.sources.flatMap((s) => [s.publisher, s.title])]
    .filter(Boolean)
    .join(' ')
    .toLocaleLowerCase();
}

/** The entries that a filter lets through; an empty field lets everything through. */
export function filtered(entries: Told[], filter: Filter): Told[] {
  const text = filter.text.trim().toLocaleLowerCase();
  return entries.filter((e) => (!filter.kind || e.kind === filter.kind) && (!filter.by || e.by === filter.by) && (!text || words(e).includes(text)));
}

/** The entries by the day on which it was said, in the order of days; what has none comes last. */
export function byDay(entries: Told[]): Day[] {
  const days = new Map<string, Told[]>();
  for (const entry of entries) {
    const on = entry.on ?? '';
    days.set(on, [...(days.get(on) ?? []), entry]);
  }
  return [...days]
    .map(([on, list]) => ({ on, entries: list }))
    .sort((a, b) => (a.on === b.on ? 0 : a.on === '' ? 1 : b.on === '' ? -1 : a.on < b.on ? -1 : 1));
}

/** What answers an entry, by the ids of the entries that do. */
export function answersTo(entries: Told[]): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const e of entries) if (e.answers) out.set(e.answers, [...(out.get(e.answers) ?? []), e.id]);
  return out;
}

/** A published number with how exact it is, of a figure of the record. */
export function precisionOf(figure: Schemas['Figure']): { precision: Precision; value: unknown } {
  for (const precision of ['exact', 'about', 'at_least', 'at_most'] as const) {
    if (figure[precision] !== undefined) return { precision, value: figure[precision] };
  }
  return { precision: 'exact', value: '' };
}

/** How many voted which way. */
export function tally(votes: Record<string, string>): Record<'for' | 'against' | 'abstain', number> {
  const out = { for: 0, against: 0, abstain: 0 };
  for (const vote of Object.values(votes)) if (vote in out) out[vote as keyof typeof out]++;
  return out;
}
