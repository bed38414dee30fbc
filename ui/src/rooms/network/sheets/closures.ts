import type { Schemas } from '../../../api/client';
import type { Column } from '../../../parts/sheet/sheet';
import { read, timeText, type Habits, type Reading } from '../../../parts/sheet/values';

// The closures of a place in one cell: `2022-01-14 02:00 – 2022-01-14 09:00 fog`, with
// semicolons between them.

type Closure = Schemas['Closure'];

export const closuresText = (closures: Closure[], zone: string): string =>
  closures.map(({ from, to, why }) => [timeText(from, zone), '–', timeText(to, zone), why].filter(Boolean).join(' ')).join('; ');

const moment = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d{2}\S*|[Dd][+\-−]\d+(?:[T ]\d{1,2}:\d{2})?)`;
const one = new RegExp(`^(${moment})\\s*(?:–|—|/|-|\\bto\\b)\\s*(${moment})(?:[\\s,:]+(.*))?$`, 's');

export function readClosures(text: string, column: Column, habits: Habits): Reading {
  const closures: Closure[] = [];
  // A reason may have semicolons of its own: only one before a time ends a closure.
  for (const part of text.split(new RegExp(`;(?=\\s*${moment})`)).map((p) => p.trim().replace(/;$/, ''))) {
    const m = one.exec(part);
    if (!m) return { fault: 'notClosed' };
    const [from, to] = [m[1]!, m[2]!].map((t) => read({ ...column, kind: 'time' }, t, habits)) as [Reading, Reading];
    if ('fault' in from) return from;
    if ('fault' in to) return to;
    const why = m[3]?.trim();
    closures.push({ from: from.value as string, to: to.value as string, ...(why && { why }) });
  }
  return { value: closures, text: closuresText(closures, column.zone ?? 'UTC') };
}
