import { afterEach, expect, test, vi } from 'vitest';
import type { Run } from './client';
import { expired, readSession } from './session.svelte';
import { OpenMission } from './mission.svelte';

// The client takes fetch as it finds it when it is made; the page's own requests have no host.
const server = vi.hoisted(() => {
  const at = { signedIn: true, asked: 0 };
  globalThis.fetch = (input) => {
    at.asked++;
    const { pathname } = new URL((input as Request).url);
    const body = pathname === '/api/session' ? { name: 'ada', operations: [], sign_in: 'local' } : pathname.endsWith('/plans') ? { plans: [] } : pathname.endsWith('/runs') ? { runs: [] } : { id: 'm' };
    return Promise.resolve(at.signedIn || pathname === '/api/session' ? Response.json(body) : Response.json({ title: 'sign in', status: 401 }, { status: 401 }));
  };
  globalThis.Request = class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === 'string' ? `http://sortie${input}` : input, init);
    }
  };
  return at;
});

// A page that is left open: its session ends, and its stream with it.

class Stream extends EventTarget {
  static made: Stream[] = [];
  static readonly CLOSED = 2;
  readyState = 1;
  onerror: (() => void) | null = null;
  onopen: (() => void) | null = null;
  constructor() {
    super();
    Stream.made.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  refuse() {
    this.close();
    this.onerror?.();
  }
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('once the session has ended nothing is asked until somebody signs in', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined });
  await readSession();
  const open = new OpenMission('m');
  const end = open.open();
  await vi.waitFor(() => expect(open.mission).toEqual({ id: 'm' }));

  server.signedIn = false;
  Stream.made.at(-1)!.refuse();
  await vi.advanceTimersByTimeAsync(6000);
  await vi.waitFor(() => expect(expired() && Stream.made.length).toBe(2), 20_000);
  Stream.made.at(-1)!.refuse();
  const before = server.asked;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([server.asked, Stream.made.length]).toEqual([before, 2]);

  server.signedIn = true;
  await readSession();
  await vi.advanceTimersByTimeAsync(6000);
  await vi.waitFor(() => expect(Stream.made.length).toBe(3), 20_000);
  end();
});

test('a run that has ended does not go on again when an older answer comes later', () => {
  const open = new OpenMission('m');
  const run = { id: 'r', mission: 'm', asked: '2026-01-01T00:00:00Z', ended: null, state: 'stopping', progress: { planned: false } } as unknown as Run;
  open.tell(run);
  open.tell({ ...run, state: 'done', ended: '2026-01-01T00:00:09Z' });
  open.tell(run);
  expect(open.runs.map((r) => [r.state, r.ended])).toEqual([['done', '2026-01-01T00:00:09Z']]);
});

test('what cannot be read again after an event stays as it is known', async () => {
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined });
  server.signedIn = true;
  await readSession();
  const open = new OpenMission('m');
  const end = open.open();
  await vi.waitFor(() => expect(open.mission).toEqual({ id: 'm' }));
  const stream = Stream.made.at(-1)!;
  stream.onopen?.();
  expect(open.live).toBe('live');

  server.signedIn = false;
  for (const kind of ['revision', 'plan']) stream.dispatchEvent(new MessageEvent('entry', { data: JSON.stringify({ kind, seq: 2 }) }));
  // A rejection that nobody handles would fail the test besides.
  await vi.waitFor(() => expect(open.live).toBe('away'));
  expect([open.mission, open.refused]).toEqual([{ id: 'm' }, null]);
  server.signedIn = true;
  end();
});
