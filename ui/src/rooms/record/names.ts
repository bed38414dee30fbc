import type { Mission, Schemas } from '../../api/client';
import { count, duration, nation } from '../../format';
import { say, textOf, type MessageKey } from '../../lang/lang.svelte';
import { placeName } from '../../names';
import { minutesOf } from '../plan/board/bars';
import type { Precision } from './story';

// Names of what the record speaks of, in the page's language where there are any.

export type Names = Schemas['Record']['names'];

/** What a figure counts, of whom and where: words for it, or the mission's own. */
export function thingOf(figure: { what: string; of?: string; at?: string }, names: Names, mission: Mission | null): string {
  const called = (id: string): string | undefined => (Object.hasOwn(names, id) ? names[id] : undefined);
  const of = figure.of && (called(figure.of) ?? nation(figure.of));
  const at = figure.at && (mission ? placeName(mission, figure.at) : figure.at);
  return [called(figure.what) ?? figure.what.replaceAll('-', ' '), of, at].filter(Boolean).join(', ');
}

/** Numbers that are words in the record, and the page's words for them. */
export const amountWords: Record<string, MessageKey> = { dozens: 'missions.dozens', hundreds: 'missions.hundreds', thousands: 'missions.thousands' };

/** A figure with how exact it is: about 2,500, or hundreds. */
export function amountOf(precision: string, value: unknown): string {
  const word = typeof value === 'string' ? amountWords[value] : undefined;
  if (word && precision === 'about') return say(word);
  const said = word ? say(word) : typeof value === 'number' ? count(value, Number.isInteger(value) ? 0 : 1) : String(value);
  return say(`record.precision_${precision as Precision}`, { value: said });
}

/** A length of time of the mission format, 1d12h, as the page writes it. */
export const lengthOf = (text: string): string => duration(minutesOf(text));

/** Who said something: the press, the mission's organisation, a nation, or a name as it stands. */
export function speaker(by: string | undefined, mission: Mission | null): string {
  if (by === 'press') return say('record.press');
  if (by && by === mission?.organisation?.id) return textOf(mission.organisation.name) || by;
  return nation(by);
}
