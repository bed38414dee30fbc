import { answer, api, Refused } from '../../api/client';
import type { OpenMission } from '../../api/mission.svelte';
import { say } from '../../lang/lang.svelte';
import { notify } from '../../shell/notices.svelte';

/** Brings the mission back as a ledger entry left it, as a revision of its own. */
export async function restore(open: OpenMission, revision: number): Promise<void> {
  try {
    await answer(api.POST('/api/missions/{mission}/revisions/{revision}/restore', { params: { path: { mission: open.id, revision }, header: { 'If-Match': open.etag } } }));
    await open.readMission();
    notify(say('sheet.restored', { n: revision }));
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    notify(problem.message, { tone: 'bad' });
    await open.readMission();
  }
}
