import { getContext, setContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { lang } from '../lang/lang.svelte';
import { inWords } from './catalogue';
import { answer, api, Refused, whole, type Mission, type Plan, type Run, type Schemas } from './client';
import { Lately } from './lately';
import { expired } from './session.svelte';

// The mission that the page shows: as it is now, its plans and its runs. It hears
// of each entry that anyone adds to its ledger, and stays up to date.

export type PlanLine = Schemas['PlanLine'];
export type LedgerEntry = Schemas['LedgerEntry'];
export type Progress = Schemas['Progress'];
export type LiveState = 'live' | 'away' | 'over';

/** How long until a refused stream is asked for again, in milliseconds. */
const patience = 5000;
/** How many plans are held whole, and of how many runs the course, the newest: the page may stay open for weeks. */
const mostPlans = 8;
const mostTrails = 20;

export class OpenMission {
  /** As it is now, its built-in types in the page's language; null until it has been read. */
  mission = $state.raw<Mission | null>(null);
  /** The same as the ledger has it. */
  written: Mission | null = null;
  /** Names the state that a change builds on: the If-Match of every change. */
  etag = $state.raw('');
  /** The newest first. */
  plans = $state.raw<PlanLine[]>([]);
  /** Where the plans before those begin; undefined where there are none. */
  before = $state<number>();
  /** Whether the plans have been read: without, an empty list says nothing. */
  plansKnown = $state(false);
  /** Runs that anyone has started, the newest first. Their progress is live. */
  runs = $state.raw<Run[]>([]);
  /** Why it cannot be shown. */
  refused = $state.raw<Refused | null>(null);
  /** How the stream of events is. */
  live = $state.raw<LiveState>('away');
  /** The newest entry that was heard of, who made it and what it was. */
  heard = $state.raw<LedgerEntry | null>(null);

  /** How the runs have come on since the page has followed them, by their ids. */
  trails = new SvelteMap<string, Progress[]>();

  // Not reactive: a plan is asked for while a component is drawn, and never changes.
  #bodies = new Lately<number, Promise<Plan>>(mostPlans);

  constructor(readonly id: string) {}

  /** Reads everything and follows what comes; returns what ends it. */
  open(): () => void {
    let over = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    void this.read();
    const broken = () => {
      if (over) return;
      this.live = 'away';
      // The browser takes up a stream that broke, but none that was refused: the
      // session has ended, or too many streams are open.
      if (events.readyState === EventSource.CLOSED) again = setTimeout(() => void anew(), patience);
    };
    const anew = async () => {
      // Until somebody signs in again there is no use in asking.
      if (expired()) return void (again = setTimeout(() => void anew(), patience));
      await this.read();
      if (!over) events = this.#listen(broken);
    };
    let events = this.#listen(broken);
    return () => {
      over = true;
      clearTimeout(again);
      this.live = 'over';
      events.close();
    };
  }

  #listen(broken: () => void): EventSource {
    const events = new EventSource(`/api/missions/${encodeURIComponent(this.id)}/events?lang=${lang()}`);
    events.onopen = () => {
      if (this.live === 'away' && this.mission) void this.read();
      this.live = 'live';
    };
    events.onerror = broken;
    events.addEventListener('entry', (event) => {
      const entry = JSON.parse(event.data) as LedgerEntry;
      this.heard = entry;
      if (entry.kind === 'plan') void this.#quietly(this.readPlans());
      else if (entry.kind !== 'actual') void this.#quietly(this.readMission());
    });
    events.addEventListener('run', (event) => this.tell(JSON.parse(event.data) as Run));
    return events;
  }

  /** Takes over what is known of a run. */
  tell(run: Run): void {
    // The stream may have told of its end while the answer to its stop was under way.
    if (!run.ended && this.runs.some((known) => known.id === run.id && known.ended)) return;
    const others = this.runs.filter((r) => r.id !== run.id);
    this.runs = [run, ...others].sort((a, b) => b.asked.localeCompare(a.asked));
    this.#trail(run);
    for (const { id } of this.runs.slice(mostTrails)) this.trails.delete(id);
  }

  #trail({ id, progress }: Run): void {
    const trail = this.trails.get(id) ?? [];
    if (progress.planned && progress.seconds > (trail.at(-1)?.seconds ?? -1)) this.trails.set(id, [...trail, progress]);
  }

  async read(): Promise<void> {
    try {
      await Promise.all([this.readMission(), this.readPlans(), this.readRuns()]);
      this.refused = null;
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      // What is open stays where only the session or the connection has ended: both are told apart from the room.
      if (!this.mission || (problem.status !== 401 && problem.status !== 0)) this.refused = problem;
    }
  }

  /** Reads something anew that is known; where that cannot be had now, what is known stays. */
  async #quietly(reading: Promise<void>): Promise<void> {
    try {
      await reading;
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      this.live = 'away';
    }
  }

  async readMission(): Promise<void> {
    const { data, etag } = await whole(api.GET('/api/missions/{mission}', { params: { path: { mission: this.id } } }));
    this.mission = await inWords(data);
    this.written = data;
    this.etag = etag ?? '';
  }

  async readPlans(): Promise<void> {
    const list = await answer(api.GET('/api/missions/{mission}/plans', { params: { path: { mission: this.id } } }));
    this.plans = list.plans;
    this.before = list.before;
    this.plansKnown = true;
  }

  async readRuns(): Promise<void> {
    const { runs } = await answer(api.GET('/api/missions/{mission}/runs', { params: { path: { mission: this.id } } }));
    // The stream may have told of a run's end while the answer was under way.
    this.runs = runs.map((run) => this.runs.find((known) => known.id === run.id && known.ended && !run.ended) ?? run);
    for (const run of this.runs.slice(0, mostTrails)) this.#trail(run);
  }

  /** A plan whole. Plans never change: one that was looked at lately is not read again. */
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
