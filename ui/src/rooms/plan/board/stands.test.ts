import { expect, test } from 'vitest';
import { barsOf, liftTypes } from './bars';
import { aboard, at, mission, movement, planOf, stop } from './cases';
import { profile } from './profile';
import { byPlace } from './rows';
import { ground } from './stands';

const types = liftTypes(mission, []);
const empty = (id: number, from: number, until: number, lift = 'vta/1') => movement(id, [from, from, until, until], { from: 'ivanovo', to: 'almaty', lift });

test('a lift stands from its arrival until it departs, and at its base takes no stand', () => {
  const bars = barsOf(mission, planOf([empty(1, 0, 4), movement(2, [6, 8, 12, 13.5], aboard('ru-45', 60))]), types);
  const { visits, work } = ground(mission, bars, at(20));
  expect(visits.filter((v) => v.place === 'almaty').map((v) => [v.from, v.until, v.slots])).toEqual([[at(4), at(8), 1]]);
  expect(visits.filter((v) => v.place === 'ivanovo').map((v) => [v.from, v.until, v.slots])).toEqual([[at(12), at(13.5), 0]]);
  expect(work.map((w) => [w.place, w.from, w.until])).toEqual([['almaty', at(6), at(8)], ['ivanovo', at(12), at(13.5)]]);
});

test('one that never leaves stands to the end; one that comes as another goes takes its stand', () => {
  const bars = barsOf(mission, planOf([empty(1, 0, 4), empty(2, 4, 8, 'vta/2'), movement(3, [6, 8, 12, 13.5], aboard('ru-45', 60))]), types);
  const here = ground(mission, bars, at(20)).visits.filter((v) => v.place === 'almaty');
  expect(here.map((v) => [v.from, v.until])).toEqual([[at(4), at(8)], [at(8), at(20)]]);
  expect(profile(here.map((v) => ({ ...v, weight: v.slots }))).most).toBe(1);
});

test('a technical stop takes a stand and no team; a convoy takes neither', () => {
  const bars = barsOf(
    mission,
    planOf([movement(1, [0, 2, 9, 10], { ...aboard('ru-45', 60), stops: [stop('tec2', 4, 5)] }), movement(2, [0, 1, 2, 3], { lift: undefined, mode: 'road', from: 'tec2', to: 'almaty', ...aboard('kg-company', 40) })]),
    types,
  );
  const { visits, work } = ground(mission, bars, at(20));
  expect(visits.filter((v) => v.place === 'tec2').map((v) => [v.mode, v.slots, v.from, v.until])).toEqual([['air', 1, at(4), at(5)], ['road', 0, at(0), at(1)]]);
  expect(work.map((w) => w.bar.movement.id)).toEqual([1, 1]);
});

test('the view by place: what is taken is of the whole plan, whatever is chosen', () => {
  const bars = barsOf(mission, planOf([empty(1, 0, 4), empty(2, 1, 5, 'vta/2'), movement(3, [6, 8, 12, 13.5], aboard('ru-45', 60))]), types);
  const layout = byPlace(mission, bars, { shown: bars.slice(0, 1), dim: () => false }, [at(0), at(20)]);
  const almaty = layout.rows.find((r) => r.id === 'almaty')!;
  expect(almaty.load).toMatchObject({ parking: 2, working: 1 });
  expect(almaty.load!.stands.most).toBe(2);
  expect(almaty.lanes).toHaveLength(1);
  expect(almaty.items.map((i) => i.bar.movement.id)).toEqual([1]);
});
