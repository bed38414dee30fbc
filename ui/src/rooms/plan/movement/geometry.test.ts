import { describe, expect, test } from 'vitest';
import { balance, cut, endToEnd, faults, fits, freeLength, inOrder, lines, marks, scaleFor, type Deck, type Item } from './geometry';

const item = (name: string, length: number, width: number, mass: number, x: number, y: number, height = 2.5): Item => ({ unit: 'by-company', type: name, name, length, width, height, mass, x, y });
const il76 = (...items: Item[]): Deck => ({
  deck: 0, length: 24.5, width: 3.46, height: 3.4, items,
  mass: items.reduce((s, i) => s + i.mass, 0), used: Math.max(0, ...items.map((i) => i.x! + i.length)), free_area: 24.5 * 3.46 - items.reduce((s, i) => s + i.length * i.width, 0),
});
// The Belarusian company's Il-76 from Zhetygen, as the plan loads it.
const belarus = il76(item('BTR-80', 7.7, 2.9, 13.6, 0.15, 0.15), item('Ural-4320', 7.366, 2.5, 15.3, 8, 0.15), item('Ural-4320', 7.366, 2.5, 15.3, 15.516, 0.15));

describe('scale', () => {
  test('an Il-76 fills a panel, an An-124 beside it has the same scale', () => {
    expect(scaleFor([belarus], 640, 20)).toBeCloseTo(600 / 24.5);
    expect(scaleFor([belarus, { ...belarus, length: 36 }], 740, 10)).toBe(20);
  });
  test('never so small that names no longer fit, nor larger than a wall', () => {
    expect(scaleFor([belarus], 320, 20)).toBe(17);
    expect(scaleFor([{ ...belarus, length: 6 }], 1200, 20)).toBe(44);
  });
  test('marks end with the deck and stand apart', () => {
    const at = marks(24.5, 24);
    expect(at[0]).toBe(0);
    expect(at.at(-1)).toBe(24.5);
    for (let i = 1; i < at.length; i++) expect((at[i]! - at[i - 1]!) * 24).toBeGreaterThan(30);
    expect(marks(36, 20).at(-1)).toBe(36);
    expect(marks(20, 20).filter((m) => m === 20)).toHaveLength(1);
  });
});

describe('what lies on a deck', () => {
  test('the plan of an Il-76 has no fault; free is what is past the last truck', () => {
    expect(faults(belarus)).toEqual({ outside: [], over: [] });
    expect(freeLength(belarus)).toBeCloseTo(1.618);
  });
  test('one on another, past the edge and too high are found', () => {
    expect(faults(il76(item('a', 7, 2, 1, 0, 0), item('b', 7, 2, 1, 6.9, 1)))).toEqual({ outside: [], over: [[0, 1]] });
    expect(faults(il76(item('a', 7, 2, 1, 18, 0)))).toEqual({ outside: [0], over: [] });
    expect(faults(il76(item('a', 7, 2, 1, 0, 0, 3.5)))).toEqual({ outside: [0], over: [] });
  });
  test('touching is not lying on', () => {
    expect(faults(il76(item('a', 7, 1.7, 1, 0, 0), item('b', 7, 1.7, 1, 7, 0), item('c', 7, 1.7, 1, 0, 1.7)))).toEqual({ outside: [], over: [] });
  });
  test('masses balance', () => {
    expect(balance(belarus)).toBeCloseTo((13.6 * 4 + 15.3 * 11.683 + 15.3 * 19.199) / 44.2);
    expect(balance(il76())).toBeNull();
  });
  test('items are numbered along the deck, then across', () => {
    const list = inOrder(il76(item('c', 2, 1, 1, 4, 0), item('b', 2, 1, 1, 0, 2), item('a', 2, 1, 1, 0, 0)));
    expect(list.map((i) => i.name)).toEqual(['a', 'b', 'c']);
  });
});

test('labels are cut to what fits', () => {
  expect(fits('BTR-80', 60, 12)).toBe(true);
  expect(cut('Dongfeng Mengshi protected 4x4', 100, 12)).toBe('Dongfeng Meng…');
  expect(cut('Ural', 10, 12)).toBe('');
  // Capitals and digits are broader than the rest.
  expect(fits('Camion KamAZ-5350 6×6', 140, 12)).toBe(false);
  expect(fits('fil à fil, joli filtre', 110, 12)).toBe(true);
});

test('a name takes the lines it has room for', () => {
  expect(lines('GAZ Tigr, armoured', 94, 12, 2)).toEqual(['GAZ Tigr,', 'armoured']);
  expect(lines('GAZ Tigr, armoured', 94, 12, 1)).toEqual(['GAZ Tigr, arm…']);
  expect(lines('BTR-80', 94, 12, 2)).toEqual(['BTR-80']);
  expect(lines('Dongfeng Mengshi protected 4x4', 70, 12, 2)).toEqual(['Dongfeng', 'Mengshi p…']);
  expect(lines('Kraftfahrzeuganhänger', 70, 12, 3)).toEqual(['Kraftfahrz…']);
});

test('a column end to end is its vehicles and nothing between', () => {
  expect(endToEnd([item('tiger', 5.7, 2.4, 8.2, 0, 0), item('ural', 7.366, 2.5, 15.3, 0, 0)])).toBeCloseTo(13.066);
});
