import { getContext, setContext } from 'svelte';
import { answer, api, Refused, whole, type Mission, type Plan, type Run, type Schemas } from './client';

// The mission that the page shows: as it is now, its plans and its runs. It hears
// of each entry that anyone adds to its ledger, and stays up to date.

export type PlanLine = Schemas['PlanLine'];
export type LedgerEntry = Schemas['LedgerEntry'];
export type LiveState = 'live' | 'away' | 'over';

export class OpenMission {
  /** As it is now; null until it has been read. */
  mission = $state.raw<Mission | null>(null);
  /** Names the state that a change builds on: the If-Match of every change. */
  etag = $state.raw('');
  /** The newest first. */
  plans = $state.raw<PlanLine[]>([]);
  /** Runs that anyone has started, the newest first. Their progress is live. */
  runs = $state.raw<Run[]>([]);
  /** Why it cannot be shown. */
  refused = $state.raw<Refused | null>(null);
  /** How the stream of events is. */
  live = $state.raw<LiveState>('away');
  /** The newest entry that was heard of, who made it and what it was. */
  heard = $state.raw<LedgerEntry | null>(null);

  // Not reactive: a plan is asked for while a component is drawn, and never changes.
  #bodies = new Map<number, Promise<Plan>>();

  constructor(readonly id: string) {}

  /** Reads everything and follows what comes; returns what ends it. */
  open(): () => void {
    let over = false;
    void this.read();
    const events = new EventSource(`/api/missions/${encodeURIComponent(this.id)}/events`);
    events.onopen = () => {
      if (this.live === 'away' && this.mission) void this.read();
      this.live = 'live';
    };
    events.onerror = () => {
      if (!over) this.live = 'away';
    };
    events.addEventListener('entry', (event) => {
      const entry = JSON.parse(event.data) as LedgerEntry;
      this.heard = entry;
      if (entry.kind === 'plan') void this.readPlans();
      else if (entry.kind !== 'actual') void this.readMission();
    });
    events.addEventListener('run', (event) => this.#told(JSON.parse(event.data) as Run));
    return () => {
      over = true;
      this.live = 'over';
      events.close();
    };
  }

  #told(run: Run): void {
    const others = this.runs.filter((r) => r.id !== run.id);
    this.runs = [run, ...others].sort((a, b) => b.asked.localeCompare(a.asked));
  }

  async read(): Promise<void> {
    try {
      await Promise.all([this.readMission(), this.readPlans(), this.readRuns()]);
      this.refused = null;
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      this.refused = problem;
    }
  }

  async readMission(): Promise<void> {
    const { data, etag } = await whole(api.GET('/api/missions/{mission}', { params: { path: { mission: this.id } } }));
    this.mission = data;
    this.etag = etag ?? '';
  }

  async readPlans(): Promise<void> {
    const list = await answer(api.GET('/api/missions/{mission}/plans', { params: { path: { mission: this.id } } }));
    this.plans = list.plans;
  }

  async readRuns(): Promise<void> {
    this.runs = (await answer(api.GET('/api/missions/{mission}/runs', { params: { path: { mission: this.id } } }))).runs;
  }

  /** A plan whole. Plans never change: each is read once. */
  plan(seq: number): Promise<Plan> {
    const known = this.#bodies.get(seq);
    if (known) return known;
    const reading = answer(api.GET('/api/missions/{mission}/plans/{plan}', { params: { path: { mission: this.id, plan: seq } } }));
    this.#bodies.set(seq, reading);
    reading.catch(() => this.#bodies.delete(seq));
    return reading;
  }
}

const key = Symbol('mission');
export const setMission = (mission: () => OpenMission): void => void setContext(key, mission);
/** The mission of the room that a component stands in. */
export const theMission = (): OpenMission => getContext<() => OpenMission>(key)();
