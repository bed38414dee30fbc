// Spans that overlap are put side by side in lanes; within a lane nothing
// overlaps, so that what is visible of it is found by halving.

export interface Span {
  from: number;
  until: number;
}

/** Puts spans, in the order of their beginning, each into the first lane that is free. What ends at a time leaves its lane to what begins then. */
export function lanes<S extends Span>(spans: readonly S[]): S[][] {
  const out: S[][] = [];
  const busy = heap<{ until: number; lane: number }>((a, b) => a.until - b.until || a.lane - b.lane);
  const free = heap<number>((a, b) => a - b);
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.until - b.until)) {
    while (busy.first() !== undefined && busy.first()!.until <= span.from) free.push(busy.pop()!.lane);
    const lane = free.pop() ?? out.push([]) - 1;
    out[lane]!.push(span);
    busy.push({ until: span.until, lane });
  }
  return out;
}

function heap<T>(order: (a: T, b: T) => number) {
  const list: T[] = [];
  const swap = (a: number, b: number) => ([list[a], list[b]] = [list[b]!, list[a]!]);
  return {
    first: (): T | undefined => list[0],
    push(value: T): void {
      let at = list.push(value) - 1;
      for (let up = (at - 1) >> 1; at > 0 && order(list[at]!, list[up]!) < 0; up = (at - 1) >> 1) {
        swap(at, up);
        at = up;
      }
    },
    pop(): T | undefined {
      const top = list[0];
      const last = list.pop();
      if (list.length === 0 || last === undefined) return top;
      list[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) if (child < list.length && order(list[child]!, list[least]!) < 0) least = child;
        if (least === at) return top;
        swap(at, least);
        at = least;
      }
    },
  };
}

/** The first of spans that do not overlap, in their order, which ends after a time. */
export function firstAfter(spans: readonly Span[], time: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (spans[mid]!.until > time) high = mid;
    else low = mid + 1;
  }
  return low;
}
