import { say } from '../../../lang/lang.svelte';
import type { Movement } from '../../../api/client';

// What a movement carries, counted and in words.

export const peopleOf = (movement: Movement): number => (movement.cargo ?? []).reduce((sum, c) => sum + (c.people ?? 0), 0);
export const itemsOf = (movement: Movement): number => (movement.cargo ?? []).reduce((sum, c) => sum + (c.items?.length ?? 0), 0);

/** How many there are of each, in the order in which each comes first. */
export function tally(names: string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** 118 people, 10 items: what there is of both; empty where there is nothing. */
export const carried = (people: number, items: number): string =>
  [people > 0 && say('movement.peopleCount', { n: people }), items > 0 && say('movement.itemCount', { n: items })].filter(Boolean).join(', ');
