import { expect, test } from 'vitest';
import type { Flow } from './flows';
import { greatCircle, track } from './geo';
import { figureFeatures, flowFeatures } from './features';

const east: Flow = { mode: 'air', from: 'a', to: 'b', movements: 2, people: 300, items: 0, way: track(greatCircle([10, 0], [20, 0])) };
const west: Flow = { ...east, from: 'b', to: 'a', people: 3, way: track(greatCircle([20, 0], [10, 0])) };
const unplaced: Flow = { ...east, to: 'c', way: null };

test('the width of a flow grows with what it carries, and one without positions is not drawn', () => {
  const [wide, thin, ...more] = flowFeatures([east, west, unplaced]).features.map((f) => f.properties['width'] as number);
  expect(more).toEqual([]);
  expect(wide).toBeCloseTo(13);
  expect(thin).toBeLessThan(3);
});

test('figures can be read upright, each on the right of its direction', () => {
  const [there, back] = figureFeatures([east, west], () => '300').features.map((f) => f.properties);
  expect(there!['turned']).toBeCloseTo(0, 6);
  expect((there!['offset'] as number[])[1]).toBeGreaterThan(0); // below a line to the east: its right
  expect(back!['turned']).toBeCloseTo(360, 6);
  expect((back!['offset'] as number[])[1]).toBeLessThan(0); // above a line to the west: its right
});

test('figures are written from the zoom on at which there is room for them', () => {
  const from = (degrees: number) => figureFeatures([{ ...east, way: track(greatCircle([10, 0], [10 + degrees, 0])) }], () => '117 people, 11 items').features[0]!.properties['from'];
  expect([from(90), from(45), from(0.1), from(0)]).toEqual([0, 1, 10, 14]);
});
