import { describe, expect, test } from 'vitest';
import type { Movement } from '../../../api/client';
import { eventsOf, minutesLate } from './journey';

const flight: Movement = {
  id: 60, lift: 'vta-il76-ulyanovsk/5', mode: 'air', from: 'zhetygen', to: 'machulishchi', km: 3714.9, cargo: [{ unit: 'by-company', people: 22 }],
  load: '2022-01-14T11:30:00+06:00', depart: '2022-01-14T13:30:00+06:00', arrive: '2022-01-14T19:07:00+06:00', unloaded: '2022-01-14T20:37:00+06:00',
};
const steps = (v: Movement) => eventsOf(v).map((e) => `${e.step} ${e.place}`);

describe('the events of a journey', () => {
  test('of a lift that carries, of a convoy, of an empty leg', () => {
    expect(steps(flight)).toEqual(['load zhetygen', 'depart zhetygen', 'arrive machulishchi', 'unloaded machulishchi']);
    expect(steps({ ...flight, lift: undefined })).toEqual(['formUp zhetygen', 'depart zhetygen', 'arrive machulishchi', 'dispersed machulishchi']);
    expect(steps({ ...flight, cargo: undefined })).toEqual(['depart zhetygen', 'arrive machulishchi']);
  });
  test('with technical stops between', () => {
    const stops = [{ at: 'ulyanovsk', arrive: '2022-01-14T16:00:00+06:00', depart: '2022-01-14T17:00:00+06:00' }];
    expect(steps({ ...flight, stops })).toEqual(['load zhetygen', 'depart zhetygen', 'stopArrive ulyanovsk', 'stopDepart ulyanovsk', 'arrive machulishchi', 'unloaded machulishchi']);
  });
  test('one that carries others alone loads them, to whoever does not see them', () => {
    expect(steps({ ...flight, cargo: undefined, others: { people: 9, items: 1 } })).toHaveLength(4);
  });
  test('what is reported stands beside what was planned, whatever zone it is told in', () => {
    const events = eventsOf(flight, { seq: 9, actor: 'local', at: '2022-01-14T12:00:00Z', movement: 60, plan: 2, depart: '2022-01-14T10:45:00+03:00', arrive: '2022-01-14T18:57:00+06:00' });
    expect(events.map(minutesLate)).toEqual([null, 15, -10, null]);
  });
});
