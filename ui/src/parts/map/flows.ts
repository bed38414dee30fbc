import type { Mission, Movement, Plan } from '../../api/client';
import { aboard } from './journeys';
import type { Track } from './geo';
import { Paths } from './paths';

// All that a plan carries between two places, by mode and direction.

export interface Flow {
  mode: Movement['mode'];
  from: string;
  to: string;
  /** Movements with something aboard. */
  movements: number;
  people: number;
  items: number;
  way: Track | null;
}

/** The largest first. Empty legs carry nothing, and are left out. */
export function flows(mission: Mission, plan: Plan): Flow[] {
  const paths = new Paths(mission);
  const all = new Map<string, Flow>();
  for (const movement of plan.movements) {
    const { people, items } = aboard(movement);
    if (people + items === 0) continue;
    const stops = [movement.from, ...(movement.stops ?? []).map((s) => s.at), movement.to];
    for (let i = 1; i < stops.length; i++) {
      const [from, to] = [stops[i - 1]!, stops[i]!];
      const key = `${movement.mode} ${from} ${to}`;
      let flow = all.get(key);
      if (!flow) all.set(key, (flow = { mode: movement.mode, from, to, movements: 0, people: 0, items: 0, way: paths.between(movement.mode, from, to) }));
      flow.movements++;
      flow.people += people;
      flow.items += items;
    }
  }
  return [...all.values()].sort((a, b) => weight(b) - weight(a));
}

/** What the width of a flow stands for: people and items, one as much as the other, as in the objective of a plan. */
export const weight = ({ people, items }: { people: number; items: number }): number => people + items;
