import { answer, api, type Schemas } from '../../api/client';
import type { PlanLine } from '../../api/mission.svelte';

// What the Overview asks the server about a plan.

/** A plan's figures and why they are what they are. */
export interface Explained {
  line: PlanLine;
  why: Schemas['Explanation'];
}

const path = (mission: string, plan: number) => ({ params: { path: { mission, plan } } });

/** The line of a plan, which may be older than those that are listed already. */
async function lineOf(mission: string, seq: number, plans: PlanLine[]): Promise<PlanLine | undefined> {
  const known = plans.find((p) => p.seq === seq);
  if (known) return known;
  const list = await answer(api.GET('/api/missions/{mission}/plans', { params: { path: { mission }, query: { before: seq + 1, limit: 1 } } }));
  return list.plans.find((p) => p.seq === seq);
}

export async function explain(mission: string, seq: number, plans: PlanLine[]): Promise<Explained | null> {
  const [line, why] = await Promise.all([
    lineOf(mission, seq, plans),
    answer(api.GET('/api/missions/{mission}/plans/{plan}/explanation', path(mission, seq))),
  ]);
  return line ? { line, why } : null;
}

export const verify = (mission: string, seq: number): Promise<Schemas['Verification']> =>
  answer(api.GET('/api/missions/{mission}/plans/{plan}/verification', path(mission, seq)));

export const actualsOf = async (mission: string, seq: number): Promise<Schemas['ActualLine'][]> =>
  (await answer(api.GET('/api/missions/{mission}/plans/{plan}/actuals', path(mission, seq)))).actuals;

export const findingsOf = (mission: string): Promise<Schemas['Checked']> => answer(api.GET('/api/missions/{mission}/findings', { params: { path: { mission } } }));

export const recordOf = (mission: string): Promise<Schemas['Record']> => answer(api.GET('/api/missions/{mission}/record', { params: { path: { mission } } }));

/** The hash of an entry of the mission's chain. */
export async function hashOf(mission: string, seq: number): Promise<string | undefined> {
  const list = await answer(api.GET('/api/missions/{mission}/ledger', { params: { path: { mission }, query: { after: seq - 1, limit: 1 } } }));
  return list.entries.find((e) => e.seq === seq)?.hash;
}
