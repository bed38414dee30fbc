import { expect, test } from 'vitest';
import type { PlanLine } from '../../api/mission.svelte';
import { against, before, room } from './against';

const line = (seq: number, closure: string | null, more: Partial<PlanLine> = {}): PlanLine => ({
  seq, actor: 'local', at: '2026-01-01T00:00:00Z', revision: 1, feasible: true, closure, margin_minutes: 0, bound: '2022-01-17T03:17:00+06:00', gap: 0,
  late: { people: 0, items: 0 }, undelivered: { people: 0, items: 0 }, sorties: 78, lift_hours: 460, ...more,
});

test('a plan against the one before', () => {
  const first = line(2, '2022-01-17T05:12:00+06:00', { undelivered: { people: 3, items: 1 }, late: { people: 5, items: 0 } });
  const second = line(5, '2022-01-17T03:22:00+06:00', { lift_hours: 455.5 });
  expect(against(second, first)).toEqual({ earlier: 110, more: 4, inTime: 5, hours: 4.5 });
  expect(against(first, line(1, null)).earlier).toBeNull();
  expect(before([second, first], 5)?.seq).toBe(2);
  expect(before([second, first], 2)).toBeUndefined();
});

test('how much better a plan can be at most', () => {
  expect(room(line(2, '2022-01-17T05:12:00+06:00'))).toBe(115);
  expect(room(line(2, '2022-01-17T05:12:00+06:00', { bound: null }))).toBeNull();
});
