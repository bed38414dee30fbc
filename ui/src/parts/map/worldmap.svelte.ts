import type { Mission, Plan } from '../../api/client';
import { flows, type Flow } from './flows';
import { around, type Bounds, type Position } from './geo';
import { journeys, type Journey } from './journeys';
import { positions } from './paths';
import { rolesOf, used, type Role } from './roles';
import { standing } from './standing';

// What a map shows of a mission and a plan, worked out once for each of the two.

export class Scene {
  readonly #mission: () => Mission;
  readonly #plan: () => Plan | null;

  constructor(mission: () => Mission, plan: () => Plan | null) {
    this.#mission = mission;
    this.#plan = plan;
  }

  readonly roles: Map<string, Role> = $derived.by(() => rolesOf(this.#mission()));
  readonly journeys: Journey[] = $derived.by(() => {
    const plan = this.#plan();
    return plan ? journeys(this.#mission(), plan) : [];
  });
  readonly flows: Flow[] = $derived.by(() => {
    const plan = this.#plan();
    return plan ? flows(this.#mission(), plan) : [];
  });
  /** What the mission uses; null where no place has a position. */
  readonly whole: Bounds | null = $derived.by(() => this.#around((id) => this.#used.has(id)) ?? this.#around(() => true));
  /** The places in the host country. */
  readonly theatre: Bounds | null = $derived.by(() => {
    const host = new Set(this.#mission().places.filter((p) => p.country === this.#mission().host).map((p) => p.id));
    return this.#around((id) => host.has(id) && this.#used.has(id)) ?? this.#around((id) => host.has(id));
  });
  /** The most people that stand at one place at first, or are brought to it. */
  readonly most: number = $derived.by(() => {
    const end = Math.max(0, ...this.journeys.map((j) => j.unloaded));
    const counts = [standing(this.#mission(), [], null), standing(this.#mission(), this.journeys, end)].flatMap((s) => [...s.values()].map((p) => p.people));
    return Math.max(1, ...counts);
  });
  readonly #used = $derived.by(() => used(this.#mission()));

  #around(wanted: (id: string) => boolean): Bounds | null {
    const found: Position[] = [];
    for (const [id, position] of positions(this.#mission())) if (wanted(id)) found.push(position);
    return around(found);
  }
}
