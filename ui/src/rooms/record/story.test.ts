import { expect, test } from 'vitest';
import { answersTo, byDay, filtered, precisionOf, tally, type Told } from './story';

const told = (e: Partial<Told> & { id: string }): Told => ({ kind: 'report', sources: [], ...e });
const entries = [
  told({ id: 'asked', kind: 'request', by: 'KZ', on: '2022-01-05' }),
  told({ id: 'blog', by: 'press', text: { en: 'Five thousand, it is said.' } }),
  told({ id: 'decided', kind: 'decision', by: 'csto', on: '2022-01-06', answers: 'asked' }),
  told({ id: 'early', by: 'press', on: '2022-01-02', sources: [{ id: 's', publisher: 'TASS' }] }),
];

test('days come in their order, and what has no day comes last', () => {
  expect(byDay(entries).map((d) => d.on)).toEqual(['2022-01-02', '2022-01-05', '2022-01-06', '']);
});

test('a filter looks at kind, at who said it and at words and publishers', () => {
  expect(filtered(entries, { kind: 'request', by: '', text: '' }).map((e) => e.id)).toEqual(['asked']);
  expect(filtered(entries, { kind: '', by: 'press', text: '' }).map((e) => e.id)).toEqual(['blog', 'early']);
  expect(filtered(entries, { kind: '', by: '', text: ' tass ' }).map((e) => e.id)).toEqual(['early']);
  expect(filtered(entries, { kind: '', by: '', text: 'FIVE' }).map((e) => e.id)).toEqual(['blog']);
});

test('an answer is found from what it answers', () => {
  expect([...answersTo(entries)]).toEqual([['asked', ['decided']]]);
});

test('a figure says how exact it is', () => {
  expect(precisionOf({ what: 'people', at_least: 14 } as never)).toEqual({ precision: 'at_least', value: 14 });
  expect(precisionOf({ what: 'people', about: 'dozens' } as never)).toEqual({ precision: 'about', value: 'dozens' });
});

test('votes are counted', () => {
  expect(tally({ AM: 'for', BY: 'for', KZ: 'abstain' })).toEqual({ for: 2, against: 0, abstain: 1 });
});
