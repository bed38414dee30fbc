import type { Schemas } from '../../api/client';
import type { Lang } from '../../lang/lang.svelte';

type Found = Schemas['PlanRepairs'];

/** The search for the repairs of a plan, which the server makes for as long as somebody follows it. */
export class RepairSearch {
  found = $state.raw<Found>();
  /** It ended before its time, without an answer. */
  broken = $state(false);

  /** Follows the search from here on; returns what ends that. */
  follow(mission: string, plan: number, lang: Lang): () => void {
    this.broken = false;
    if (this.found?.plan !== plan) this.found = undefined;
    const events = new EventSource(`/api/missions/${encodeURIComponent(mission)}/plans/${plan}/repairs?lang=${lang}`);
    events.addEventListener('repairs', (event) => {
      this.found = JSON.parse(event.data) as Found;
      if (this.found.done || this.found.cut) events.close();
    });
    // A browser would come back for ever to a search that has failed.
    events.onerror = () => {
      events.close();
      this.broken = true;
    };
    return () => events.close();
  }
}
