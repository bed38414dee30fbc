import { expect, test } from 'vitest';
import { sideBySide, type Standing } from './verdicts';

const quick: Standing = {
  feasible: true, closure: '2022-01-17T04:12:00+06:00', margin_minutes: 8388, bound: '2022-01-17T03:17:00+06:00', undelivered: { people: 0, items: 0 }, late: { people: 0, items: 0 },
  tardiness: 0, lift_hours: 330.5, sorties: 63, movements: 153,
};
const slow: Standing = { ...quick, closure: '2022-01-17T12:48:00+06:00', margin_minutes: 7872, undelivered: { people: 3, items: 1 }, lift_hours: 694.25, sorties: 91, movements: 254 };
const by = (a: Standing, b: Standing) => Object.fromEntries(sideBySide(a, b).map((f) => [f.name, [f.by, f.turns]]));

test('closure sooner, more margin, fewer left and fewer hours are better; sorties are neither', () => {
  expect(by(slow, quick)).toEqual({
    closure: [-516, 'better'], margin: [516, 'better'], bound: [0, 'same'], undelivered: [-4, 'better'], late: [0, 'same'], tardiness: [0, 'same'],
    liftHours: [-363.75, 'better'], sorties: [-28, 'other'], movements: [-101, 'other'],
  });
});

test('the other way round each turns', () => {
  const there = sideBySide(slow, quick);
  const back = sideBySide(quick, slow);
  there.forEach((f, i) => {
    expect(f.by === null ? null : 0 - f.by).toEqual(back[i]!.by === null ? null : back[i]!.by! + 0);
    expect({ better: 'worse', worse: 'better', same: 'same', other: 'other' }[f.turns]).toBe(back[i]!.turns);
  });
});

test('without a closure there is nothing to compare', () => {
  expect(by({ ...quick, closure: null, margin_minutes: null }, quick)).toMatchObject({ closure: [null, 'other'], margin: [null, 'other'], liftHours: [0, 'same'] });
});
