import { scaleLinear } from 'd3-scale';
import type { Schemas } from '../../../api/client';

// The plan view of a deck, to scale: where each item lies, in pixels, and what
// its label has room for. x runs along the deck from its origin, y across.

export type Deck = Schemas['LoadedDeck'];
export type Item = Schemas['LoadedItem'];

/** Pixels to a metre below which names no longer fit a vehicle: the drawing scrolls rather than shrink further. */
export const leastScale = 17;
/** And above which it says no more. */
const mostScale = 44;

/** Pixels to a metre for a deck in a width: one scale for all decks of a lift, so that they compare. */
export function scaleFor(decks: Deck[], width: number, margin: number): number {
  const longest = Math.max(...decks.map((d) => d.length), 1);
  return Math.min(Math.max((width - 2 * margin) / longest, leastScale), mostScale);
}

/** Metres at which the scale has a mark, with the deck's own end last. */
export function marks(length: number, perMetre: number): number[] {
  const round = scaleLinear([0, length], [0, length * perMetre]).ticks(Math.max(2, Math.floor((length * perMetre) / 60)));
  return [...round.filter((m) => (length - m) * perMetre > 34 || m === length), ...(round.at(-1) === length ? [] : [length])];
}

/** Whether a text fits a width at a type size; a little is left over, since no letter is measured. */
export const fits = (text: string, width: number, size: number): boolean => size * [...text].reduce((sum, c) => sum + breadth(c), 0) <= width;

/** How broad a letter of the page's fonts is at about, in ems. */
const breadth = (c: string): number => (/[\p{Lu}mw×…]/u.test(c) ? 0.7 : /[ijlfrt.,:;·'’ ]/.test(c) ? 0.33 : 0.6);

/** A text cut so that it fits, with an ellipsis; empty where hardly anything would be left. */
export function cut(text: string, width: number, size: number): string {
  if (fits(text, width, size)) return text;
  const short = (room: number): string => `${text.slice(0, room).trimEnd()}…`;
  let room = text.length - 1;
  while (room >= 3 && !fits(short(room), width, size)) room--;
  return room < 3 ? '' : short(room);
}

/** A text in at most so many lines, broken between words where it can be; what does not fit is cut. */
export function lines(text: string, width: number, size: number, most: number): string[] {
  const out: string[] = [];
  let rest = text;
  while (rest && out.length < most - 1 && !fits(rest, width, size)) {
    const words = rest.split(' ');
    let n = words.length - 1;
    while (n > 1 && !fits(words.slice(0, n).join(' '), width, size)) n--;
    const head = words.slice(0, n).join(' ');
    if (n < 1 || !fits(head, width, size)) break;
    out.push(head);
    rest = words.slice(n).join(' ');
  }
  return [...out, cut(rest, width, size)].filter(Boolean);
}

/** What is in the way of a loadmaster: an item that reaches past the deck's edge or lies on another. Numbers are places in the deck's list. */
export function faults(deck: Deck): { outside: number[]; over: [number, number][] } {
  const outside: number[] = [];
  const over: [number, number][] = [];
  const tiny = 1e-6;
  deck.items.forEach((a, i) => {
    const [ax, ay] = [a.x ?? 0, a.y ?? 0];
    if (ax < -tiny || ay < -tiny || ax + a.length > deck.length + tiny || ay + a.width > deck.width + tiny || a.height > deck.height + tiny) outside.push(i);
    deck.items.slice(i + 1).forEach((b, k) => {
      const [bx, by] = [b.x ?? 0, b.y ?? 0];
      if (ax + a.length > bx + tiny && bx + b.length > ax + tiny && ay + a.width > by + tiny && by + b.width > ay + tiny) over.push([i, i + 1 + k]);
    });
  });
  return { outside, over };
}

/** The items that lie past an edge or on another, by their places in the deck's list. */
export function faulty(deck: Deck): Set<number> {
  const { outside, over } = faults(deck);
  return new Set([...outside, ...over.flat()]);
}

/** Where the items' masses balance, metres from the deck's origin, each in the middle of its item; null for an empty deck. */
export function balance(deck: Deck): number | null {
  const mass = deck.items.reduce((sum, i) => sum + i.mass, 0);
  return mass > 0 ? deck.items.reduce((sum, i) => sum + i.mass * ((i.x ?? 0) + i.length / 2), 0) / mass : null;
}

/** The full width of the deck past its farthest item, metres: what is free in one piece. */
export const freeLength = (deck: Deck): number => Math.max(0, deck.length - deck.used);

/** Items as they stand along the deck from its origin, and across: the order in which they are numbered. */
export const inOrder = (deck: Deck): Item[] => [...deck.items].sort((a, b) => (a.x ?? 0) - (b.x ?? 0) || (a.y ?? 0) - (b.y ?? 0));

/** Lengths of a column's vehicles put end to end, metres: no distance between them is planned. */
export const endToEnd = (items: Item[]): number => items.reduce((sum, i) => sum + i.length, 0);
