import type { MessageKey } from '../../../lang/lang.svelte';

/** What a fact of an announcement is about, in words. */
export const factWords: Record<string, MessageKey | undefined> = {
  host: 'missions.host',
  organisation: 'missions.factOrganisation',
  contributor: 'missions.factContributor',
  requested_by: 'missions.factRequestedBy',
  decided_by: 'missions.factDecidedBy',
  speaker: 'missions.factSpeaker',
  personnel: 'missions.factPersonnel',
  equipment: 'missions.factEquipment',
  aircraft: 'missions.factAircraft',
  flights: 'missions.factFlights',
  start: 'missions.factStart',
  duration: 'missions.factDuration',
  deadline: 'missions.deadline',
  event: 'missions.factEvent',
  detained: 'missions.factDetained',
  dead: 'missions.factDead',
  injured: 'missions.factInjured',
  damage: 'missions.factDamage',
  place: 'missions.factPlace',
  source: 'missions.factSource',
};

/** How sure a figure is; an exact one has no word. */
export const precisionWords: Record<string, MessageKey | undefined> = {
  about: 'missions.about',
  at_least: 'missions.atLeast',
  at_most: 'missions.atMost',
  dozens: 'missions.dozens',
  hundreds: 'missions.hundreds',
  thousands: 'missions.thousands',
};
