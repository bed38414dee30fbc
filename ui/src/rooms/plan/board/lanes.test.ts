import { expect, test } from 'vitest';
import { firstAfter, lanes } from './lanes';

const span = (from: number, until: number) => ({ from, until });

test('what overlaps lies side by side; ends that touch share a lane', () => {
  const packed = lanes([span(0, 4), span(2, 6), span(4, 8), span(6, 7), span(7, 9)]);
  expect(packed).toEqual([[span(0, 4), span(4, 8)], [span(2, 6), span(6, 7), span(7, 9)]]);
});

test('the lowest free lane is taken, as stands are', () => {
  const packed = lanes([span(0, 10), span(0, 2), span(0, 3), span(3, 5), span(4, 6)]);
  expect(packed.map((l) => l.length)).toEqual([2, 2, 1]);
  expect(packed[0]).toEqual([span(0, 2), span(3, 5)]);
});

test('nothing overlaps within a lane, and there are no more lanes than spans at once', () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const spans = Array.from({ length: 1500 }, () => {
    const from = Math.floor(random() * 30_000);
    return span(from, from + 1 + Math.floor(random() * 500));
  });
  const packed = lanes(spans);
  expect(packed.flat()).toHaveLength(spans.length);
  for (const lane of packed) for (let i = 1; i < lane.length; i++) expect(lane[i]!.from).toBeGreaterThanOrEqual(lane[i - 1]!.until);
  const most = Math.max(...spans.map((s) => spans.filter((o) => o.from <= s.from && s.from < o.until).length));
  expect(packed).toHaveLength(most);
});

test('the first that ends after a time is found by halving', () => {
  const lane = [span(0, 2), span(2, 4), span(6, 8)];
  expect([-1, 0, 2, 3.9, 4, 7, 8].map((t) => firstAfter(lane, t))).toEqual([0, 0, 1, 1, 2, 2, 3]);
});
