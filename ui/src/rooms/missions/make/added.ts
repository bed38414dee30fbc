import { answer, api, Refused } from '../../../api/client';
import { may } from '../../../api/session.svelte';
import { say } from '../../../lang/lang.svelte';
import { addressOf, go } from '../../../route.svelte';
import { notify } from '../../../shell/notices.svelte';

async function plan(mission: string): Promise<void> {
  try {
    await answer(api.POST('/api/missions/{mission}/runs', { params: { path: { mission } }, body: {} }));
    if (location.pathname !== addressOf(mission)) go(addressOf(mission));
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    notify(problem.message, { tone: 'bad' });
  }
}

/** Goes to a mission that has just been added, and offers to plan it. */
export function added(mission: string): void {
  go(addressOf(mission));
  const action = may('start-run') ? { label: say('missions.planIt'), run: () => void plan(mission) } : undefined;
  notify(say('missions.added', { mission }), action ? { action } : {});
}
