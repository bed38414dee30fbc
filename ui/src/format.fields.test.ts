import { expect, test } from 'vitest';
import { countries, instantOf, localInput, nation } from './format';

test('a field for date and time holds the clock of a place, and means its instant', () => {
  expect(localInput('2022-01-14T11:30:00+06:00', 'Asia/Almaty')).toBe('2022-01-14T11:30');
  expect(localInput('2022-01-14T11:30:00+06:00', 'Europe/Minsk')).toBe('2022-01-14T08:30');
  expect(instantOf('2022-01-14T08:30', 'Europe/Minsk')).toBe('2022-01-14T08:30:00+03:00');
  expect(instantOf('2021-08-31T01:49', 'Asia/Kabul')).toBe('2021-08-31T01:49:00+04:30');
  expect(instantOf('', 'Asia/Almaty')).toBeNull();
});

test('an hour that a clock leaves out is the one after it', () => {
  expect(instantOf('2022-03-27T02:30', 'Europe/Paris')).toBe('2022-03-27T03:30:00+02:00');
});

test('a country that an exercise makes up has its code for a name', () => {
  expect(['KZ', 'XK', 'XA', 'XB', 'XC', ''].map(nation)).toEqual(['Kazakhstan', 'Kosovo', 'XA', 'XB', 'XC', '']);
  expect(countries().map((c) => c.code)).toEqual(expect.arrayContaining(['KZ', 'XK']));
  expect(countries().map((c) => c.code)).not.toEqual(expect.arrayContaining(['XA']));
});
