import type { Refused, Schemas } from '../../../api/client';
import { nation } from '../../../format';
import { say, type MessageKey } from '../../../lang/lang.svelte';

export type Account = Schemas['Account'];
export type Role = Account['role'];

export const roleWords: Record<Role, MessageKey> = {
  administrator: 'signin.roleAdministrator',
  planner: 'signin.rolePlanner',
  'decision-maker': 'signin.roleDecisionMaker',
  liaison: 'signin.roleLiaison',
  observer: 'signin.roleObserver',
};
export const roles = Object.keys(roleWords) as Role[];

/** Roles that have a nation: a liaison always, a decision maker perhaps. */
export const ofNation = (role: Role): boolean => role === 'liaison' || role === 'decision-maker';

/** A role in words, with its nation. */
export const office = (role: Role | undefined, of: string | undefined): string => [role && say(roleWords[role]), nation(of)].filter(Boolean).join(' · ');

/** What a refusal says of one field of the request; undefined where it says nothing of it. */
export const saidOf = (refused: Refused | null, field: string): string | undefined => refused?.problem.errors?.find((e) => e.location === `body.${field}`)?.message;
