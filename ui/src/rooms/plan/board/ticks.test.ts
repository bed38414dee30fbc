import { expect, test, vi } from 'vitest';

vi.mock('../../../lang/lang.svelte', () => ({ lang: () => 'en', locale: () => 'en-GB', say: (key: string) => key }));
const { Axis, daysApart, hoursApart, tickBefore } = await import('./ticks');

test('lines are as far apart as their names need', () => {
  expect([200, 60, 39, 20, 2, 0.05].map((p) => daysApart(p))).toEqual([1, 2, 3, 7, 91, 728]);
  expect([50, 100, 200, 500, 1200].map((p) => hoursApart(p))).toEqual([24, 12, 6, 3, 1]);
});

test('midnights are those of the zone, also where clocks change', () => {
  const axis = new Axis(Date.parse('2024-03-30T12:00Z'), Date.parse('2024-04-01T12:00Z'), 'Europe/Paris');
  const days = axis.level(100).filter((t) => t.day).map((t) => new Date(t.at).toISOString());
  expect(days).toContain('2024-03-30T23:00:00.000Z');
  expect(days).toContain('2024-03-31T22:00:00.000Z');
  expect(axis.level(100)).toBe(axis.level(101));
});

test('the line before a time', () => {
  const ticks = [1, 5, 9].map((at) => ({ at, day: true, label: null, note: null }));
  expect([0, 1, 6, 20].map((t) => tickBefore(ticks, t))).toEqual([0, 0, 1, 2]);
});
