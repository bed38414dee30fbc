import { describe, expect, test } from 'vitest';
import type { Mission, Movement } from '../../api/client';
import type { Bar } from '../plan/board/bars';
import { hours, mog, period, permits, steps, windows, without } from './calendar';

const t = (text: string): number => Date.parse(`2022-01-${text}:00+06:00`);
const [from, until] = [t('13T00:00'), t('15T00:00')];

const mission: Mission = {
  sortie: 1, id: 'hours', host: 'KZ', timezone: 'Asia/Almaty', person_t: 0.12,
  operation: { kind: 'withdrawal', start: '2022-01-13T00:00:00+06:00', deadline: '2022-01-15T00:00:00+06:00' },
  places: [
    { id: 'almaty', country: 'KZ', handles: { air: { parking_mog: 3, working_mog: 1 }, road: {} }, closed: [{ from: '2022-01-13T02:00:00+06:00', to: '2022-01-13T09:00:00+06:00', why: 'fog' }] },
    { id: 'berlin', country: 'DE', timezone: 'Europe/Berlin', open: ['06:00-22:00'] },
    { id: 'tets-2', country: 'KZ' },
  ],
  fleets: [
    { id: 'il76', type: 'il-76md', count: 2, base: 'berlin', until: '2022-01-14T00:00:00+06:00' },
    { id: 'an124', type: 'an-124-100', count: 1, base: 'berlin' },
  ],
  units: [],
  clearances: [
    { id: 'tj-air', country: 'TJ', mode: 'air', from: '2022-01-14T00:00:00+06:00', lead: '72h', odds: 0.9 },
    { id: 'kg', country: 'KG', until: '2022-01-20T00:00:00+06:00' },
  ],
};

function bar(lift: string, arrive: string, unloaded: string, depart: string): Bar[] {
  const of = (movement: Partial<Movement>, times: Partial<Bar>): Bar =>
    ({ index: 0, movement: { mode: 'air', lift, ...movement } as Movement, load: 0, worked: 0, depart: 0, arrive: 0, unloaded: 0, empty: false, nation: '', fleet: 'il76', type: 'il-76md', slots: 1, places: [], units: [], people: 0, items: 0, ...times }) as Bar;
  return [
    of({ from: 'berlin', to: 'almaty' }, { load: t(arrive) - 36e5, worked: t(arrive) - 36e5, depart: t(arrive) - 36e5, arrive: t(arrive), unloaded: t(unloaded) }),
    of({ from: 'almaty', to: 'berlin' }, { load: t(unloaded), worked: t(unloaded), depart: t(depart), arrive: t(depart) + 36e5, unloaded: t(depart) + 36e5 }),
  ];
}

test('the period reaches from start to deadline, and farther where the plan does', () => {
  expect(period(mission, null)).toEqual([from, until]);
  expect(period(mission, [t('12T20:00'), t('14T00:00')])).toEqual([t('12T20:00'), until]);
  expect(period({ ...mission, operation: { kind: 'withdrawal', deadline: '2022-01-15T00:00:00+06:00' } }, null)).toEqual([t('14T00:00'), until]);
});

describe('hours', () => {
  const [almaty, berlin, ...more] = hours(mission, from, until);
  test('are told of places that have some', () => expect(more).toEqual([]));
  test('closures leave the rest open, with their reason', () => {
    expect(almaty!.shut).toEqual([{ from: t('13T02:00'), until: t('13T09:00'), why: 'fog' }]);
    expect(almaty!.open).toEqual([{ from, until: t('13T02:00') }, { from: t('13T09:00'), until }]);
  });
  test('are those of the clock at the place', () => {
    expect(berlin!.zone).toBe('Europe/Berlin');
    expect(berlin!.open[0]).toEqual({ from, until: t('13T03:00') }); // 22:00 in Berlin
    expect(berlin!.open[1]).toEqual({ from: t('13T11:00'), until: t('14T03:00') });
  });
});

test('what is left of a span', () => {
  expect(without(0, 10, [])).toEqual([{ from: 0, until: 10 }]);
  expect(without(0, 10, [{ from: 4, until: 6 }, { from: 5, until: 12 }, { from: -3, until: 1 }])).toEqual([{ from: 1, until: 4 }]);
  expect(without(0, 10, [{ from: -1, until: 11 }])).toEqual([]);
});

describe('stands and teams', () => {
  const bars = [...bar('il76/1', '13T10:00', '13T12:00', '13T13:00'), ...bar('il76/2', '13T11:00', '13T13:00', '13T14:00')];
  test('limits without a plan', () => {
    expect(mog(mission, null, from, until)).toMatchObject([{ mode: 'air', parking: 3, working: 1, stands: null, teams: null }]);
  });
  test('what a plan takes of them', () => {
    const [almaty] = mog(mission, bars, from, until);
    expect(almaty!.stands).toEqual({ at: [t('13T10:00'), t('13T11:00'), t('13T13:00'), t('13T14:00')], taken: [1, 2, 1, 0], most: 2 });
    expect(almaty!.teams!.most).toBe(2); // more than there are: the verifier says so, and so does the chart
    expect(steps(almaty!.stands!, t('13T11:30'), until)).toEqual([
      { at: t('13T11:30'), taken: 2 }, { at: t('13T13:00'), taken: 1 }, { at: t('13T14:00'), taken: 0 }, { at: until, taken: 0 },
    ]);
  });
});

test('clearances and when they have to be asked for', () => {
  expect(permits(mission, from, until).map(({ clearance, ...rest }) => ({ id: clearance.id, ...rest }))).toEqual([
    { id: 'tj-air', from: t('14T00:00'), until, ask: t('11T00:00') },
    { id: 'kg', from, until, ask: null },
  ]);
});

test('windows of fleets, all of the period where none is given', () => {
  expect(windows(mission, from, until).map(({ fleet, ...rest }) => ({ id: fleet.id, ...rest }))).toEqual([
    { id: 'il76', from, until: t('14T00:00') },
    { id: 'an124', from, until },
  ]);
});
