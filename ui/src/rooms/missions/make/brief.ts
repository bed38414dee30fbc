import type { Schemas } from '../../../api/client';

// An announcement with the words that its facts stand on. The server counts in
// bytes of UTF-8, the page in characters of its own.

export type Fact = Schemas['Fact'];

/** A stretch of the text, and by number the facts and the sentences that it is a part of. */
export interface Stretch {
  text: string;
  facts: number[];
  sentences: number[];
}

/** Where bytes of a text's UTF-8 are in the text. */
export function offsets(text: string, bytes: Iterable<number>): Map<number, number> {
  const wanted = [...new Set(bytes)].sort((a, b) => a - b);
  const out = new Map<number, number>();
  let [byte, at, next] = [0, 0, 0];
  for (const c of text) {
    for (; next < wanted.length && wanted[next]! <= byte; next++) out.set(wanted[next]!, at);
    const code = c.codePointAt(0)!;
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += c.length;
  }
  for (; next < wanted.length; next++) out.set(wanted[next]!, at);
  return out;
}

/** The text cut wherever a fact's words or sentence begin or end. */
export function stretches(text: string, facts: Fact[]): Stretch[] {
  const at = offsets(text, facts.flatMap((f) => [f.start, f.end, f.sentence.start, f.sentence.end]));
  const cuts = [...new Set([0, ...at.values(), text.length])].sort((a, b) => a - b);
  const within = (from: number, start: number, end: number) => from >= at.get(start)! && from < at.get(end)!;
  return cuts.slice(0, -1).map((from, i) => ({
    text: text.slice(from, cuts[i + 1]),
    facts: facts.flatMap((f, n) => (within(from, f.start, f.end) ? [n] : [])),
    sentences: facts.flatMap((f, n) => (within(from, f.sentence.start, f.sentence.end) ? [n] : [])),
  }));
}
