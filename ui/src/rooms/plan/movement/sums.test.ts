import { describe, expect, test } from 'vitest';
import type { Mission } from '../../../api/client';
import { aboard, shares, type Manifest } from './sums';

const mission = { person_t: 0.12, equipment_types: [{ id: 'btr-80', name: 'BTR-80' }, { id: 'ural-4320', name: 'Ural-4320 truck' }] } as unknown as Mission;
const item = (unit: string, type: string, mass: number) => ({ unit, type, mass, length: 7, width: 2.5, height: 2.5 });
const manifest = {
  movement: { cargo: [
    { unit: 'by-company', people: 22, items: [{ type: 'btr-80' }, { type: 'ural-4320' }, { type: 'ural-4320' }] },
    { unit: 'tj-company', people: 10 },
    { unit: 'by-company', items: [{ type: 'sledge' }] },
  ] },
  decks: [{ items: [item('by-company', 'btr-80', 13.6), item('by-company', 'ural-4320', 15.3)] }, { items: [item('by-company', 'ural-4320', 15.3)] }],
  items: [item('by-company', 'sledge', 0.2)],
} as unknown as Manifest;

describe('units aboard', () => {
  test('come once each, with the masses of what lies on any deck or on none', () => {
    const [by, tj] = aboard(mission, manifest);
    expect(by).toMatchObject({ unit: 'by-company', people: 22, itemCount: 4, items: [{ name: 'BTR-80', count: 1 }, { name: 'Ural-4320 truck', count: 2 }, { name: 'sledge', count: 1 }] });
    expect(by!.mass).toBeCloseTo(2.64 + 44.4);
    expect(tj).toMatchObject({ unit: 'tj-company', people: 10, items: [], itemCount: 0 });
    expect(tj!.mass).toBeCloseTo(1.2);
  });
  test('of an empty leg there are none', () => {
    expect(aboard(mission, { movement: {}, decks: [], items: [] } as unknown as Manifest)).toEqual([]);
  });
});

test('shares fill the whole, and no more where too much is aboard', () => {
  expect(shares([12, 36], 48)).toEqual([0.25, 0.75]);
  expect(shares([30, 30], 48)).toEqual([0.5, 0.5]);
  expect(shares([0, 0], 0)).toEqual([0, 0]);
});
