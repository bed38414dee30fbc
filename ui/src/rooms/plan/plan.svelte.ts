import { catalogue, inWords } from '../../api/catalogue';
import { answer, api, Refused, type Mission, type Plan, type Schemas } from '../../api/client';
import type { OpenMission } from '../../api/mission.svelte';
import { barsOf, liftTypes, spanOf, type Bar } from './board/bars';
import { verificationOf } from './movement/reports.svelte';

// A plan with what it takes to show it: the mission as it was planned, every lift
// type, and what the verifier says.

export interface ReadPlan {
  seq: number;
  plan: Plan;
  /** As it was when it was planned. */
  mission: Mission;
  types: ReadonlyMap<string, Schemas['LiftType']>;
  bars: Bar[];
  span: [number, number];
}

async function planned(open: OpenMission, revision: number | undefined): Promise<Mission> {
  if (revision === undefined) return inWords(open.written!);
  return inWords(await answer(api.GET('/api/missions/{mission}/revisions/{revision}', { params: { path: { mission: open.id, revision } } })));
}

/** Reads a plan whole. */
export async function readPlan(open: OpenMission, seq: number): Promise<ReadPlan> {
  const line = open.plans.find((p) => p.seq === seq);
  const current = line !== undefined && open.etag === `"${line.revision}"`;
  const [plan, mission, { lifts }] = await Promise.all([open.plan(seq), planned(open, current ? undefined : line?.revision), catalogue('lifts')]);
  const types = liftTypes(mission, lifts ?? []);
  const bars = barsOf(mission, plan, types);
  return { seq, plan, mission, types, bars, span: spanOf(bars, mission) };
}

/** The plan of the room as it is read, and what the verifier says of it. */
export class Reading {
  now = $state.raw<ReadPlan | null>(null);
  verification = $state.raw<Schemas['Verification'] | null>(null);
  refused = $state.raw<Refused | null>(null);
  #wanted = 0;

  async read(open: OpenMission, seq: number): Promise<void> {
    this.#wanted = seq;
    this.refused = null;
    if (this.now?.seq !== seq) this.verification = null;
    try {
      const read = await readPlan(open, seq);
      if (this.#wanted !== seq) return;
      this.now = read;
      const verification = await verificationOf(open, seq);
      if (this.#wanted === seq) this.verification = verification;
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      if (this.#wanted === seq) this.refused = problem;
    }
  }
}
