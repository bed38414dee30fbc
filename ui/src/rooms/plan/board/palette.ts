import type { Bar } from './bars';
import { others, several } from './bars';

// Which colour of the page a movement has: by nation, lift type or unit. The most
// frequent have one of their own; what is left shares the grey one.

export type ColourBy = 'nation' | 'type' | 'unit';

const own = ['series-1', 'series-2', 'series-3', 'series-5', 'series-4', 'series-6', 'series-8'];
export const shared = 'series-7';

export interface Key {
  /** What has the colour; several names share the grey one. */
  names: string[];
  colour: string;
  count: number;
}

/** By what a movement is coloured. */
export function hue(bar: Bar, by: ColourBy): string {
  if (by === 'nation') return bar.nation;
  if (by === 'type') return bar.type;
  return bar.units.length > 1 ? several : (bar.units[0] ?? (bar.empty ? '' : others));
}

/** The colours of movements, the most frequent first. What has no name of its own is grey. */
export function palette(bars: readonly Bar[], by: ColourBy): Key[] {
  const counts = new Map<string, number>();
  for (const bar of bars) counts.set(hue(bar, by), (counts.get(hue(bar, by)) ?? 0) + 1);
  const nameless = (name: string): boolean => name === several || name === others || (name === '' && by !== 'type');
  const named = [...counts].filter(([name]) => !nameless(name)).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const out = named.slice(0, own.length).map(([name, count], i): Key => ({ names: [name], colour: own[i]!, count }));
  const rest = [...named.slice(own.length), ...[...counts].filter(([name]) => nameless(name))];
  if (rest.length > 0) out.push({ names: rest.map(([name]) => name), colour: shared, count: rest.reduce((n, [, c]) => n + c, 0) });
  return out;
}
