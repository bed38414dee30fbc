import { expect, test } from 'vitest';
import type { Column } from '../../../parts/sheet/sheet';
import { closuresText, readClosures } from './closures';

const column: Column = { key: 'closed', title: 'Closed', kind: 'text', zone: 'Asia/Almaty', dday: '2022-01-11' };
const value = [
  { from: '2022-01-14T02:00:00+06:00', to: '2022-01-14T09:00:00+06:00', why: 'fog; radar out' },
  { from: '2022-01-15T00:00:00+06:00', to: '2022-01-23T00:00:00+06:00' },
];

test('closures are written, and read again', () => {
  const text = closuresText(value, 'Asia/Almaty');
  expect(text).toBe('2022-01-14 02:00 – 2022-01-14 09:00 fog; radar out; 2022-01-15 00:00 – 2022-01-23 00:00');
  expect(readClosures(text, column, { lang: 'en' })).toEqual({ value, text });
});

test('as they are typed', () => {
  const reading = readClosures('D+3T02:00 - D+3T09:00, fog', column, { lang: 'en' });
  expect('value' in reading && reading.value).toEqual([{ from: '2022-01-14T02:00:00+06:00', to: '2022-01-14T09:00:00+06:00', why: 'fog' }]);
  expect(readClosures('on Friday', column, { lang: 'en' })).toEqual({ fault: 'notClosed' });
  expect(readClosures('2022-01-14 02:00 – 2022-01-32 09:00', column, { lang: 'en' })).toEqual({ fault: 'notTime' });
});
