import { expect, test } from 'vitest';
import type { Run } from '../../api/client';
import { spent, stateOf } from './run';

const run = (more: Partial<Run>, seconds: number, iterations: number): Run =>
  ({ id: 'r', state: 'running', seconds: 0, iterations: 0, ...more, progress: { planned: true, seconds, iterations } }) as Run;

test('a run spends seconds, or schedules, or whichever ends first', () => {
  expect(spent(run({}, 2.5, 400))).toEqual({ of: 'seconds', done: 2.5, all: 10, share: 0.25 });
  expect(spent(run({ seconds: 60 }, 75, 400))).toEqual({ of: 'seconds', done: 75, all: 60, share: 1 });
  expect(spent(run({ iterations: 50 }, 2.5, 20))).toEqual({ of: 'iterations', done: 20, all: 50, share: 0.4 });
  expect(spent(run({ seconds: 10, iterations: 50 }, 2.5, 20)).of).toBe('iterations');
  expect(spent(run({ seconds: 10, iterations: 50 }, 5, 20)).of).toBe('seconds');
});

test('a run that was asked to stop is stopping; one that ended is not', () => {
  expect(stateOf(run({}, 0, 0), true)).toBe('stopping');
  expect(stateOf(run({ state: 'done' }, 0, 0), true)).toBe('done');
});
