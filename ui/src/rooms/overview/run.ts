import type { Run } from '../../api/client';

/** How far a run has come in what it was asked for. */
export interface Spent {
  of: 'seconds' | 'iterations';
  done: number;
  all: number;
  share: number;
}

/** Seconds that a run has where it was asked for neither time nor schedules. */
const ordinary = 10;

/** Of a run with both limits the one that it is nearer to counts. */
export function spent({ seconds, iterations, progress }: Run): Spent {
  const all = seconds || (iterations ? 0 : ordinary);
  const time: Spent = { of: 'seconds', done: progress.seconds, all, share: all ? Math.min(1, progress.seconds / all) : 0 };
  const tries: Spent = { of: 'iterations', done: progress.iterations, all: iterations, share: iterations ? Math.min(1, progress.iterations / iterations) : 0 };
  return iterations && (!all || tries.share > time.share) ? tries : time;
}

/** A run's state for the reader: one that was asked to stop is stopping before the server says so. */
export function stateOf(run: Run, asked: boolean): string {
  return asked && run.state === 'running' ? 'stopping' : run.state;
}
