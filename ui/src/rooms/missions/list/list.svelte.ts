import { answer, api, Refused } from '../../../api/client';
import type { MissionLine } from './missions';

// The list of missions, read again every quarter of a minute while somebody looks
// at it, and at once when they come back to it.

const interval = 15_000;

export class MissionsList {
  /** Null until it has been read. */
  lines = $state.raw<MissionLine[] | null>(null);
  /** Why it could not be read the last time; what was read before stays. */
  refused = $state.raw<Refused | null>(null);

  async read(): Promise<void> {
    try {
      this.lines = (await answer(api.GET('/api/missions'))).missions;
      this.refused = null;
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      this.refused = problem;
    }
  }

  /** Reads it, and goes on; returns what ends it. */
  follow(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const next = async () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') await this.read();
      if (!over) timer = setTimeout(next, interval);
    };
    const seen = () => document.visibilityState === 'visible' && void next();
    document.addEventListener('visibilitychange', seen);
    void next();
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }
}
