import type { Mission, Schemas } from '../../../api/client';
import type { Bar } from './bars';
import { groups } from './groups';
import { shut, type Shut } from './hours';
import { lanes, type Span } from './lanes';
import { profile, type Profile } from './profile';
import { ground, type Visit, type Work } from './stands';

// The rows of the board: by lift, by place or by unit. Each row has lanes in
// which nothing overlaps.

export type View = 'lift' | 'place' | 'unit';

export interface Item extends Span {
  bar: Bar;
  /** In the view by place: a lift that stands, or a convoy that forms up or disperses. */
  visit: Visit | null;
  /** Not among what is chosen. */
  dim: boolean;
  y: number;
  height: number;
}

export interface Lane {
  y: number;
  height: number;
  items: Item[];
}

/** How a place's stands and teams are taken. */
export interface Load {
  stands: Profile;
  parking: number | null;
  teams: Profile;
  working: number | null;
}

export interface Row {
  kind: 'group' | 'row';
  /** Of a group: of the fleet, place or nation; of a row: of the lift, the unit or the mode. */
  id: string;
  y: number;
  height: number;
  lanes: Lane[];
  /** All that lies in its lanes, in the order of time. */
  items: Item[];
  /** Rows of a group, for its note. */
  size: number;
  /** Movements in it. */
  count: number;
  mode: string;
  load: Load | null;
  shut: Shut[];
  /** Of a unit, or null where the mission says nothing. */
  ready: number | null;
  due: number | null;
}

export interface Layout {
  view: View;
  rows: Row[];
  height: number;
  /** Rows that movements stand in, groups left out. */
  size: number;
}

export const barHeight = 16;
const gap = 6;
export const groupHeight = 26;
export const standHeight = 11;
export const loadHeight = 34;

interface Chosen {
  /** Of the movements that are drawn, which are not among what is chosen. */
  dim: (bar: Bar) => boolean;
  shown: readonly Bar[];
}

class Rows {
  rows: Row[] = [];
  height = 0;

  group(id: string, mode = ''): Row {
    return this.#add({ kind: 'group', id, mode, height: groupHeight });
  }

  row(id: string, mode: string, items: readonly Item[], { lane = barHeight, above = 0 } = {}): Row {
    const packed = lanes(items);
    const top = this.height + gap / 2 + above;
    const row = this.#add({ kind: 'row', id, mode, height: above + gap + Math.max(1, packed.length) * (lane + 2) });
    row.lanes = packed.map((list, i) => ({ y: top + i * (lane + 2), height: lane, items: list }));
    for (const { y, height, items: list } of row.lanes) for (const item of list) Object.assign(item, { y, height });
    row.items = [...items].sort((a, b) => a.from - b.from || a.y - b.y);
    row.count = new Set(items.map((i) => i.bar)).size;
    return row;
  }

  #add(part: Pick<Row, 'kind' | 'id' | 'mode' | 'height'>): Row {
    const row: Row = { ...part, y: this.height, lanes: [], items: [], size: 0, count: 0, load: null, shut: [], ready: null, due: null };
    this.height += row.height;
    this.rows.push(row);
    return row;
  }

  layout(view: View): Layout {
    return { view, rows: this.rows, height: this.height, size: this.rows.filter((r) => r.kind === 'row').length };
  }
}

/** A movement as one item. What takes no time is there for a moment, so that it can be found. */
const journey = (bar: Bar, dim: boolean): Item => ({ from: bar.load, until: Math.max(bar.unloaded, bar.load + 1), bar, visit: null, dim, y: 0, height: 0 });

/** One row a lift, grouped by fleet in the mission's order; then the convoys, by nation. */
export function byLift(mission: Mission, { shown, dim }: Chosen): Layout {
  const out = new Rows();
  const order = new Map((mission.fleets ?? []).map((f, i) => [f.id, i]));
  const fleets = [...groups(shown.filter((b) => b.movement.lift), (b) => b.fleet)].sort(([a], [b]) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity));
  for (const [fleet, bars] of fleets) {
    const group = out.group(fleet, bars[0]!.movement.mode);
    const lifts = [...groups(bars, (b) => b.movement.lift!)].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
    for (const [lift, list] of lifts) out.row(lift, list[0]!.movement.mode, list.map((b) => journey(b, dim(b))));
    group.size = lifts.length;
    group.count = bars.length;
  }
  const driven = groups(shown.filter((b) => !b.movement.lift), (b) => b.nation);
  if (driven.size > 0) {
    const group = out.group('', 'road');
    group.size = driven.size;
    for (const [nation, bars] of [...driven].sort(([a], [b]) => a.localeCompare(b))) {
      group.count += bars.length;
      out.row(nation, 'road', bars.map((b) => journey(b, dim(b))));
    }
  }
  return out.layout('lift');
}

/** One row a unit, grouped by nation, in the mission's order. */
export function byUnit(mission: Mission, { shown, dim }: Chosen): Layout {
  const out = new Rows();
  const carried = groups(
    shown.flatMap((bar) => bar.units.map((unit) => ({ unit, bar }))),
    (c) => c.unit,
  );
  for (const [nation, units] of groups(mission.units.filter((u) => carried.has(u.id)), (u) => u.nation ?? '')) {
    const group = out.group(nation);
    group.size = units.length;
    for (const unit of units) {
      const row = out.row(unit.id, '', carried.get(unit.id)!.map(({ bar }) => journey(bar, dim(bar))));
      row.ready = unit.ready ? Date.parse(unit.ready) : null;
      row.due = unit.due ? Date.parse(unit.due) : null;
      group.count += row.count;
    }
  }
  return out.layout('unit');
}

/**
 * One row a place and mode: how its stands and teams are taken, of all the plan's
 * movements, and below it a lane a stand. Places with limits come first, the
 * busiest of them on top.
 */
export function byPlace(mission: Mission, all: readonly Bar[], { shown, dim }: Chosen, span: [number, number]): Layout {
  const out = new Rows();
  const taken = ground(mission, all, span[1]);
  const visible = new Set(shown);
  const key = (s: { place: string; mode: string }): string => `${s.mode} ${s.place}`;
  const visits = groups(taken.visits, key);
  const work = groups(taken.work, key);
  const rows = mission.places.flatMap((place) =>
    (['air', 'sea', 'rail', 'road'] as const).flatMap((mode) => {
      const here = visits.get(key({ place: place.id, mode })) ?? [];
      if (here.length === 0) return [];
      const teams = work.get(key({ place: place.id, mode })) ?? [];
      const load = loadOf(here, teams, place.handles?.[mode]);
      const busy = teams.reduce((sum, w) => sum + w.until - w.from, 0);
      return [{ place, mode, load, visits: here.filter((v) => seen(v, visible)), busy, weight: busy / (load?.working ?? Infinity) }];
    }),
  );
  rows.sort((a, b) => Number(b.load !== null) - Number(a.load !== null) || b.weight - a.weight || b.busy - a.busy || b.visits.length - a.visits.length);
  for (const { place, mode, load, visits } of rows) {
    if (visits.length === 0) continue;
    const items = visits.map((v): Item => {
      const bar = (visible.has(v.arrival!) ? v.arrival : v.departure)!;
      return { from: v.from, until: v.until, bar, visit: v, dim: [v.arrival, v.departure].every((b) => !b || dim(b)), y: 0, height: 0 };
    });
    const row = out.row(place.id, mode, items, { lane: standHeight, above: load ? loadHeight : 0 });
    row.load = load;
    row.shut = shut(place, span[0], span[1], mission.timezone);
  }
  return out.layout('place');
}

const seen = (v: Visit, visible: ReadonlySet<Bar>): boolean => (v.arrival !== null && visible.has(v.arrival)) || (v.departure !== null && visible.has(v.departure));

function loadOf(visits: readonly Visit[], work: readonly Work[], handles: Schemas['Handling'] | undefined): Load | null {
  if (!handles?.parking_mog && !handles?.working_mog) return null;
  return {
    stands: profile(visits.map((v) => ({ from: v.from, until: v.until, weight: v.slots }))),
    parking: handles.parking_mog || null,
    teams: profile(work.map((w) => ({ from: w.from, until: w.until, weight: 1 }))),
    working: handles.working_mog || null,
  };
}

/** The first row that ends below a height. */
export function rowAt(rows: readonly Row[], y: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (rows[mid]!.y + rows[mid]!.height > y) high = mid;
    else low = mid + 1;
  }
  return low;
}
