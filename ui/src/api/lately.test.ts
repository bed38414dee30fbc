import { expect, test } from 'vitest';
import { Lately } from './lately';

test('what was not asked for lately is forgotten', () => {
  const plans = new Lately<number, string>(2);
  plans.set(1, 'one');
  plans.set(2, 'two');
  expect(plans.get(1)).toBe('one');
  plans.set(3, 'three');
  expect([plans.get(1), plans.get(2), plans.get(3)]).toEqual(['one', undefined, 'three']);
  plans.set(3, 'three again');
  plans.delete(1);
  plans.set(4, 'four');
  expect([plans.get(3), plans.get(4)]).toEqual(['three again', 'four']);
});
