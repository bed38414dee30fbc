import type { Mission, Schemas } from '../../api/client';

type Counts = Schemas['Counts'];

/** What becomes of a nation's units that have to move. */
export interface NationLine {
  /** ISO 3166; empty: of no nation that is named. */
  nation: string;
  units: number;
  asked: Counts;
  delivered: Counts;
  late: Counts;
  left: Counts;
  /** The last arrival at a destination; absent: none. */
  last?: string;
}

export const none: Counts = { people: 0, items: 0 };
export const some = (c: Counts): boolean => c.people > 0 || c.items > 0;
const sum = (a: Counts, b: Counts): Counts => ({ people: a.people + b.people, items: a.items + b.items });
const later = (a?: string, b?: string): string | undefined => (!a || (b && Date.parse(b) > Date.parse(a)) ? b : a);

/** What units that have somewhere to go are, and have. */
export function toMove(mission: Mission): Counts & { units: number; nations: number } {
  const moving = mission.units.filter((u) => u.to);
  const others = mission.others ?? [];
  const items = (equipment: Record<string, number> = {}) => Object.values(equipment).reduce((a, b) => a + b, 0);
  return {
    people: moving.reduce((n, u) => n + u.people, 0) + others.reduce((n, o) => n + o.people, 0),
    items: moving.reduce((n, u) => n + items(u.equipment), 0) + others.reduce((n, o) => n + o.items, 0),
    units: moving.length + others.reduce((n, o) => n + o.units, 0),
    nations: new Set([...moving.map((u) => u.nation), ...others.map((o) => o.nation)].filter(Boolean)).size,
  };
}

/** The units of a plan by nation, those with most people first. */
export function byNation(mission: Mission, units: Schemas['UnitPlan'][]): NationLine[] {
  const nations = new Map(mission.units.map((u) => [u.id, u.nation ?? '']));
  const lines = new Map<string, NationLine>();
  for (const unit of units) {
    const nation = nations.get(unit.unit) ?? '';
    const line = lines.get(nation) ?? { nation, units: 0, asked: none, delivered: none, late: none, left: none };
    lines.set(nation, {
      nation,
      units: line.units + 1,
      asked: sum(line.asked, sum(unit.delivered, unit.left)),
      delivered: sum(line.delivered, unit.delivered),
      late: sum(line.late, unit.late),
      left: sum(line.left, unit.left),
      last: later(line.last, unit.last),
    });
  }
  return [...lines.values()].sort((a, b) => b.asked.people - a.asked.people || a.nation.localeCompare(b.nation));
}
