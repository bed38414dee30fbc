import { expect, test } from 'vitest';
import { barsOf, liftTypes } from './bars';
import { aboard, at, mission, movement, planOf, stop } from './cases';
import { moment } from './moment';

const bars = barsOf(
  mission,
  planOf([
    movement(1, [0, 2, 9, 10], { ...aboard('ru-45', 60), stops: [stop('tec2', 4, 5)] }),
    movement(2, [1, 2, 3, 4], { lift: undefined, mode: 'road', from: 'tec2', to: 'almaty', ...aboard('kg-company', 40) }),
    movement(3, [3, 3, 7, 7], { lift: 'vta/2' }),
  ]),
  liftTypes(mission, []),
);

test('who is where at a time: ends belong to what comes next', () => {
  const told = (hours: number) => moment(mission, bars, at(hours));
  expect(told(-1)).toMatchObject({ air: 0, convoys: 0, worked: 0, people: 0, strength: 140 });
  // Whoever loads to leave the theatre is no longer in place; who drives within it is.
  expect(told(1)).toMatchObject({ air: 0, worked: 2, people: 100, strength: 80 });
  expect(told(2)).toMatchObject({ air: 1, convoys: 1, worked: 0, people: 100 });
  expect(told(3)).toMatchObject({ air: 2, convoys: 0, worked: 1 });
  expect(told(4.5)).toMatchObject({ air: 1, people: 60 });
  expect(told(9)).toMatchObject({ air: 0, worked: 1, people: 60 });
  expect(told(10)).toMatchObject({ air: 0, worked: 0, people: 0, strength: 80 });
});
