import { describe, expect, test } from 'vitest';
import { along, around, greatCircle, heading, kilometres, track, unrolled, type Position } from './geo';

const almaty: Position = [77.0405, 43.3521];
const chkalovsky: Position = [38.0617, 55.8783];
const nadi: Position = [177.4431, -17.7554];
const apia: Position = [-172.0083, -13.83];

test('a great circle bends towards the pole and is as long as the rules say', () => {
  const line = greatCircle(almaty, chkalovsky);
  expect(line[0]).toEqual(almaty);
  expect(line.at(-1)).toEqual(chkalovsky);
  expect(track(line).upTo.at(-1)).toBeCloseTo(kilometres(almaty, chkalovsky), 6);
  const middle = along(track(line), 0.5).position;
  expect(middle[1]).toBeGreaterThan((almaty[1] + chkalovsky[1]) / 2 + 1);
});

test('a line over the antimeridian is in one piece', () => {
  const line = greatCircle(nadi, apia);
  for (let i = 1; i < line.length; i++) expect(Math.abs(line[i]![0] - line[i - 1]![0])).toBeLessThan(5);
  expect(line.at(-1)![0]).toBeCloseTo(187.9917, 4);
  const back = greatCircle(apia, nadi);
  expect(back.at(-1)![0]).toBeCloseTo(177.4431 - 360, 4);
  expect(along(track(line), 0.5).position[0]).toBeGreaterThan(180);
});

describe('along', () => {
  const east = track([[0, 0], [10, 0], [10, 10]]);
  test('goes from beginning to end, and no farther', () => {
    expect(along(east, -1).position).toEqual([0, 0]);
    expect(along(east, 0.25).position[0]).toBeCloseTo(5, 6);
    expect(along(east, 2).position[1]).toBeCloseTo(10, 6);
  });
  test('heads where it goes', () => {
    expect(along(east, 0.25).heading).toBeCloseTo(90, 6);
    expect(along(east, 0.75).heading).toBeCloseTo(0, 6);
  });
  test('of a track without length is its one place', () => {
    expect(along(track([[7, 8]]), 0.5)).toEqual({ position: [7, 8], heading: 0 });
    expect(along(track([[7, 8], [7, 8]]), 0.5).position).toEqual([7, 8]);
  });
});

test('headings are those of the compass', () => {
  expect(heading([0, 0], [0, -1])).toBeCloseTo(180, 6);
  expect(heading([179, 0], [-179, 0])).toBeCloseTo(90, 6);
  expect(heading([0, 0], [-1, 0])).toBeCloseTo(270, 6);
});

describe('around', () => {
  test('nothing', () => expect(around([])).toBeNull());
  test('one place', () => expect(around([almaty])).toEqual([almaty, almaty]));
  test('Moscow to Almaty', () => expect(around([almaty, chkalovsky])).toEqual([[38.0617, 43.3521], [77.0405, 55.8783]]));
  test('over the antimeridian', () => {
    const [[west, south], [east, north]] = around([apia, nadi])!;
    expect([west, south, north]).toEqual([177.4431, -17.7554, -13.83]);
    expect(east).toBeCloseTo(187.9917, 4);
  });
  test('western longitudes stay western', () => {
    const [[west], [east]] = around([[-97.82, 30.2], [-66.0, 18.4]])!;
    expect(west).toBeCloseTo(-97.82, 6);
    expect(east).toBeCloseTo(-66, 6);
  });
});

test('unrolled keeps what needs nothing', () => expect(unrolled([[10, 1], [20, 2]])).toEqual([[10, 1], [20, 2]]));
