import { expect, test } from 'vitest';
import { full, profile, stepAt } from './profile';

const minutes = (from: number, until: number, weight = 1) => ({ from: from * 60_000, until: until * 60_000, weight });

test('ends that touch leave room: a stand is never counted twice', () => {
  const p = profile([minutes(0, 60), minutes(60, 90), minutes(30, 60)]);
  expect(p.at.map((t) => t / 60_000)).toEqual([0, 30, 60, 90]);
  expect(p.taken).toEqual([1, 2, 1, 0]);
  expect(p.most).toBe(2);
});

test('a large lift takes several stands; what takes none and what takes no time do not count', () => {
  const p = profile([minutes(0, 60, 3), minutes(0, 60, 0), minutes(20, 20, 5)]);
  expect(p.most).toBe(3);
  expect(p.at).toHaveLength(2);
});

test('how long all of a limit is taken, and when first', () => {
  const p = profile([minutes(0, 100), minutes(10, 30), minutes(20, 25), minutes(50, 60)]);
  expect(full(p, 2)).toEqual({ minutes: 30, first: 10 * 60_000, over: 5 });
  expect(full(p, 4)).toEqual({ minutes: 0, first: null, over: 0 });
});

test('the step that holds at a time', () => {
  const p = profile([minutes(1, 2), minutes(3, 4)]);
  expect([0, 1, 1.5, 2, 3, 9].map((m) => stepAt(p, m * 60_000))).toEqual([-1, 0, 0, 1, 2, 3]);
});
