import type { Schemas } from '../../../api/client';

// Which missions the list shows, and in which order.

export type MissionLine = Schemas['MissionLine'];
export type Stage = MissionLine['state'];

/** How far a mission can come, in order. */
export const stages: Stage[] = ['asked', 'decided', 'deploying', 'in-place', 'withdrawing', 'closed'];

export const orders = ['changed', 'title', 'state', 'strength', 'margin'] as const;
export type Order = (typeof orders)[number];

/** People in the theatre where the curve begins and where it ends; null without a plan. */
export function ends(line: MissionLine): { first: Schemas['Strength']; last: Schemas['Strength'] } | null {
  const [first, last] = [line.strength[0], line.strength.at(-1)];
  return first && last ? { first, last } : null;
}

export const most = (line: MissionLine): number => Math.max(0, ...line.strength.map((s) => s.people));

/** Text as it is searched: without accents and capitals. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export interface Wanted {
  stage: Stage | null;
  /** Words that all have to occur. */
  text: string;
}

/** Those that are wanted; `words` is what can be read of a mission in the page's language. */
export function wanted(lines: MissionLine[], { stage, text }: Wanted, words: (line: MissionLine) => string): MissionLine[] {
  const parts = plain(text).split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    if (stage && line.state !== stage) return false;
    const all = parts.length > 0 ? plain(words(line)) : '';
    return parts.every((part) => all.includes(part));
  });
}

/**
 * In the order asked for. Missions without what they are ordered by come last
 * either way; those that are equal stay by id.
 */
export function ordered(lines: MissionLine[], by: Order, down: boolean, title: (line: MissionLine) => string, locale: string): MissionLine[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const keys: Record<Order, (line: MissionLine) => number | string | null> = {
    changed: (l) => Date.parse(l.at),
    title,
    state: (l) => stages.indexOf(l.state),
    strength: (l) => (l.strength.length > 0 ? most(l) : null),
    margin: (l) => l.margin_minutes,
  };
  const key = keys[by];
  return [...lines].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return x === y ? collator.compare(a.id, b.id) : x === null ? 1 : -1;
    const sign = typeof x === 'string' ? collator.compare(x, String(y)) : x - Number(y);
    return (down ? -sign : sign) || collator.compare(a.id, b.id);
  });
}
