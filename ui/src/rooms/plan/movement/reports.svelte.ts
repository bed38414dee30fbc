import { answer, api, type Movement, type Schemas } from '../../../api/client';
import { lang } from '../../../lang/lang.svelte';
import { Lately } from '../../../api/lately';
import type { OpenMission } from '../../../api/mission.svelte';

// What is reported of the movements of a plan, kept up to date as reports come,
// and what the verifier says of the plan.

export type Actual = Schemas['ActualLine'];
export type Breach = Schemas['Breach'];

/** The last report of each movement of a plan. Made in a component: it follows the mission's events for as long as that lives. */
export class Reports {
  #last = $state.raw<Actual[]>([]);

  constructor(open: OpenMission, seq: () => number) {
    $effect(() => {
      const plan = seq();
      if (open.heard && open.heard.kind !== 'actual') return;
      let stale = false;
      answer(api.GET('/api/missions/{mission}/plans/{plan}/actuals', { params: { path: { mission: open.id, plan } } })).then(
        ({ actuals }) => { if (!stale) this.#last = actuals; },
        () => { if (!stale) this.#last = []; },
      );
      return () => (stale = true);
    });
  }

  of(movement: number): Actual | undefined {
    return this.#last.find((a) => a.movement === movement);
  }
}

const verifications = new WeakMap<OpenMission, Lately<string, Promise<Schemas['Verification']>>>();

/** What the verifier says of a plan, in the page's language. Plans never change: of one that was looked at lately it is not asked for again. */
export function verificationOf(open: OpenMission, plan: number): Promise<Schemas['Verification']> {
  const known = verifications.get(open) ?? new Lately<string, Promise<Schemas['Verification']>>(8);
  verifications.set(open, known);
  const key = `${plan} ${lang()}`;
  let asked = known.get(key);
  if (!asked) {
    asked = answer(api.GET('/api/missions/{mission}/plans/{plan}/verification', { params: { path: { mission: open.id, plan } } }));
    known.set(key, asked);
    asked.catch(() => known.delete(key));
  }
  return asked;
}

/** The breaches that a movement has a part in: by its number, or as one of its lift's. */
export const breachesOf = (breaches: Breach[], movement: Movement): Breach[] => breaches.filter((b) => b.movement === movement.id || (!b.movement && !!b.lift && b.lift === movement.lift));
