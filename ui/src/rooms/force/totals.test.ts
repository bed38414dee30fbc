import { expect, test } from 'vitest';
import type { Mission, Unit } from '../../api/client';
import { granted, grantedUntil, nationTotals } from './totals';

// The mission of docs/record.md, with a unit of the host and one on its way in.
const mission = {
  host: 'KG',
  person_t: 0.1,
  places: [{ id: 'bridge', country: 'KG' }, { id: 'korday', country: 'KZ' }],
  organisation: { id: 'union', members: ['KG', 'KZ', 'TJ', 'UZ'] },
  sources: [{ id: 'gazette', published: '2024-05-01' }],
  record: [
    { id: 'decided', kind: 'decision', on: '2024-05-02', grants: { people: 160, equipment: 20, until: '2024-07-01T00:00:00+06:00', nations: ['MN'] } },
    { id: 'pledge-kz', kind: 'pledge', by: 'KZ', on: '2024-05-03', people: 90, equipment: 8 },
    { id: 'pledge-mn', kind: 'pledge', by: 'MN', on: '2024-05-03', people: 60, figures: [{ what: 'people', of: 'MN', about: 60 }] },
    { id: 'pledge-kz-2', kind: 'pledge', by: 'KZ', on: '2024-05-06', people: 100, replaces: 'pledge-kz' },
  ],
} as unknown as Mission;
const unit = (id: string, nation: string, at: string, to: string | undefined, people: number, equipment: Record<string, number>) => ({ id, nation, at, to, people, equipment }) as Unit;
const units = [
  unit('kz', 'KZ', 'bridge', 'korday', 100, { 'ural-4320': 8 }),
  unit('mn', 'MN', 'bridge', 'korday', 70, { 'ural-4320': 5, ger: 1 }),
  unit('kz-relief', 'KZ', 'korday', 'bridge', 40, {}),
  unit('kg', 'KG', 'bridge', undefined, 500, {}),
  unit('us', 'US', 'korday', undefined, 3, {}),
];
const types = new Map([['ural-4320', { id: 'ural-4320', mass: 8.5, length: 7, width: 2, height: 3 }]]);

test('each nation has people, items, tonnes, what is in place and what it pledged', () => {
  const totals = new Map(nationTotals(mission, units, types).map((t) => [t.nation, t]));
  expect(totals.get('KZ')).toEqual({
    nation: 'KZ', units: 2, people: 140, items: 8, tonnes: 140 * 0.1 + 8 * 8.5, equipment: [['ural-4320', 8]],
    inPlace: { people: 100, items: 8 }, pledged: { entry: 'pledge-kz-2', about: false, people: 100 }, expected: true,
  });
  expect(totals.get('MN')).toMatchObject({ tonnes: null, expected: true, pledged: { people: 60, about: true }, inPlace: { people: 70, items: 6 } });
  expect(totals.get('US')).toMatchObject({ expected: false, inPlace: { people: 0 } });
});

test('a grant is held against what is in place without the host’s', () => {
  expect(granted(mission, units, 'people')).toEqual({ entry: 'decided', limit: 160, inPlace: 170 });
  expect(granted(mission, units, 'equipment')).toEqual({ entry: 'decided', limit: 20, inPlace: 14 });
  expect(grantedUntil(mission)).toEqual({ entry: 'decided', until: '2024-07-01T00:00:00+06:00' });
});

test('of others that are not shown the totals count', () => {
  const seen = { ...mission, others: [{ nation: 'MN', people: 70, items: 6, units: 1 }, { nation: 'KG', people: 500, items: 0, units: 1 }] } as Mission;
  expect(granted(seen, units.slice(0, 1), 'people')).toMatchObject({ inPlace: 170 });
});

test('a later decision that names the figure counts, one that does not leaves it', () => {
  const more = (grants: object) => ({ ...mission, record: [...mission.record!, { id: 'extended', kind: 'decision', on: '2024-05-09', grants }] }) as Mission;
  expect(granted(more({ people: 200 }), units, 'people')).toMatchObject({ entry: 'extended', limit: 200 });
  expect(granted(more({ equipment: 30 }), units, 'people')).toMatchObject({ entry: 'decided', limit: 160 });
  expect(granted({ ...mission, record: [] }, units, 'people')).toBeNull();
});

test('what is typed and is no number counts nothing', () => {
  const [total] = nationTotals(mission, [{ ...units[0]!, people: '12x' as unknown as number, equipment: { 'ural-4320': 'y' as unknown as number } }], types);
  expect(total).toMatchObject({ people: 0, items: 0 });
});
