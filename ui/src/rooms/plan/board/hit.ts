import type { Bar } from './bars';
import type { Frame } from './frame';
import { firstAfter } from './lanes';
import { rowAt, type Item, type Layout, type Row } from './rows';

// What is at a point of the board, and what is beside it for whoever goes by
// keyboard.

const slack = 3; // pixels beside a movement that still are it

/** The item at a point of the canvas. */
export function itemAt(layout: Layout, f: Frame, x: number, y: number): Item | null {
  if (x < f.labels || y < f.axis) return null;
  const height = f.row(y);
  const row = layout.rows[rowAt(layout.rows, height)];
  const lane = row?.lanes.find((l) => l.y - 1 <= height && height <= l.y + l.height + 1);
  if (!lane) return null;
  const time = f.time(x);
  const near = slack / f.perMs;
  const at = lane.items[firstAfter(lane.items, time)];
  if (at && at.from <= time) return at;
  const before = lane.items[firstAfter(lane.items, time - near)];
  if (before && before.from - near <= time) return before;
  return at && at.from - near <= time ? at : null;
}

/** The movement of an item at a time: of a lift that stands, what it came by until it loads again. */
export function movementOf(item: Item, time: number): Bar {
  const { visit, bar } = item;
  if (!visit?.departure || !visit.arrival) return bar;
  return time >= visit.departure.load ? visit.departure : visit.arrival;
}

export interface Spot {
  row: Row;
  item: Item;
}

/** Where a movement stands, first of all. */
export function spotOf(layout: Layout, movement: number): Spot | null {
  for (const row of layout.rows) {
    const item = row.items.find((i) => i.bar.movement.id === movement);
    if (item) return { row, item };
  }
  return null;
}

/** The next item in a direction: within the row by time, or in the next row that has any, nearest in time. */
export function beside(layout: Layout, { row, item }: Spot, way: 'left' | 'right' | 'up' | 'down' | 'first' | 'last'): Spot {
  if (way === 'left' || way === 'right') {
    const next = row.items[row.items.indexOf(item) + (way === 'left' ? -1 : 1)];
    return next ? { row, item: next } : { row, item };
  }
  if (way === 'first' || way === 'last') return { row, item: row.items.at(way === 'first' ? 0 : -1)! };
  const step = way === 'up' ? -1 : 1;
  for (let i = layout.rows.indexOf(row) + step; i >= 0 && i < layout.rows.length; i += step) {
    const next = layout.rows[i]!;
    if (next.items.length === 0) continue;
    const nearest = next.items.reduce((best, it) => (Math.abs(it.from - item.from) < Math.abs(best.from - item.from) ? it : best));
    return { row: next, item: nearest };
  }
  return { row, item };
}

/** The first item that is seen from a height on. */
export function firstSpot(layout: Layout, scroll: number, from: number): Spot | null {
  for (let i = rowAt(layout.rows, scroll); i < layout.rows.length; i++) {
    const row = layout.rows[i]!;
    const item = row.items.find((it) => it.until > from) ?? row.items[0];
    if (item) return { row, item };
  }
  return null;
}
