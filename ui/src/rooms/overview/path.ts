import type { Mission, Schemas } from '../../api/client';
import { say, type MessageKey } from '../../lang/lang.svelte';

/** A stretch of the path to closure. */
export interface PathPart {
  key: string;
  label: string;
  minutes: number;
  /** Whether it is what the bottleneck names. */
  named: boolean;
}

type Resource = Pick<Schemas['Share'], 'kind' | 'place' | 'fleet' | 'id' | 'mode'>;

const kinds: Record<string, MessageKey> = {
  trip: 'overview.pathTrip', working_mog: 'overview.pathTeams', parking_mog: 'overview.pathStands', runway: 'overview.pathRunway', lifts: 'overview.pathLifts',
  window: 'overview.pathWindow', utilisation: 'overview.pathUtilisation', hours: 'overview.pathHours', clearance: 'overview.pathClearance', cover: 'overview.pathCover',
  floor: 'overview.pathFloor', people_per_day: 'overview.pathQuota', ready: 'overview.pathReady', after: 'overview.pathAfter', headway: 'overview.pathHeadway',
  idle: 'overview.pathIdle', others: 'overview.pathOthers',
};

const same = (a: Resource, b: Resource) => a.kind === b.kind && a.place === b.place && a.fleet === b.fleet && a.id === b.id && a.mode === b.mode;

/** What the path to closure waited for, the longest first; what is short is summed in the end. */
export function pathOf(mission: Mission, bottleneck: Schemas['Bottleneck'], most = 5): PathPart[] {
  const named = (list: { id: string; name?: string }[] | undefined, id: string | undefined) => list?.find((e) => e.id === id)?.name || id || '';
  const label = (r: Resource): string => {
    const word = kinds[r.kind];
    const what = r.kind === 'cover' ? named(mission.tasks, r.id) : r.kind === 'ready' || r.kind === 'after' ? named(mission.units, r.id) : (r.id ?? r.fleet ?? '');
    return word ? say(word, { place: named(mission.places, r.place), what }) : r.kind;
  };
  const shares = [...bottleneck.shares].sort((a, b) => b.minutes - a.minutes);
  const parts = shares.slice(0, shares.length > most ? most - 1 : most).map((s, i) => ({ key: String(i), label: label(s), minutes: s.minutes, named: same(s, bottleneck) }));
  const rest = shares.slice(parts.length).reduce((sum, s) => sum + s.minutes, 0);
  return rest ? [...parts, { key: 'rest', label: say('overview.pathRest'), minutes: rest, named: false }] : parts;
}
