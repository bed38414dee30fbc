import type { Mission } from '../../api/client';
import { nation } from '../../format';
import { say, textOf, type MessageKey } from '../../lang/lang.svelte';

// Names of what the record speaks of, in the page's language where there are any.

const known = ['people', 'equipment', 'aircraft', 'sorties', 'landings', 'vehicles'];

/** What a figure counts: the word for it, or the mission's own key as words. */
export const whatOf = (key: string): string => (known.includes(key) ? say(`record.what_${key}` as MessageKey) : key.replaceAll('-', ' '));

/** Who said something: the press, the mission's organisation, a nation, or a name as it stands. */
export function speaker(by: string | undefined, mission: Mission | null): string {
  if (by === 'press') return say('record.press');
  if (by && by === mission?.organisation?.id) return textOf(mission.organisation.name) || by;
  return nation(by);
}
