import { expect, test } from 'vitest';
import type { Place } from '../../../api/client';
import type { Ground } from '../board/stands';
import { needs } from './needs';

const almaty = { id: 'almaty', handles: { air: { parking_mog: 3, working_mog: 1 }, road: {} } } as unknown as Place;
const minute = 60_000;
const visit = (from: number, until: number, slots: number, place = 'almaty') => ({ place, mode: 'air', from: from * minute, until: until * minute, slots, arrival: null, departure: null });
const work = (from: number, until: number, mode = 'air') => ({ place: 'almaty', mode, from: from * minute, until: until * minute, bar: {} });

test('stands count by what an aircraft takes, teams by one; what ends at a minute is free at it', () => {
  const ground = { visits: [visit(0, 100, 2), visit(60, 120, 1), visit(100, 160, 1), visit(0, 500, 9, 'ivanovo')], work: [work(0, 50), work(50, 80), work(200, 230, 'road')] } as unknown as Ground;
  expect(needs(almaty, 'almaty', ground)).toEqual([
    { mode: 'air', what: 'stands', most: 3, when: 60 * minute, limit: 3, full: 40 },
    { mode: 'air', what: 'teams', most: 1, when: 0, limit: 1, full: 80 },
    { mode: 'road', what: 'teams', most: 1, when: 200 * minute, limit: null, full: 0 },
  ]);
});

test('a place with nothing on the ground needs nothing', () => {
  expect(needs(undefined, 'kostroma', { visits: [visit(0, 10, 0, 'kostroma')], work: [] } as unknown as Ground)).toEqual([]);
});
