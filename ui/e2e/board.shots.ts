import type { Page } from 'playwright-core';
import { beforeAll, test } from 'vitest';
import { patience, planned, serve, shots } from './house';

const house = serve(['kazakhstan-2022', 'kabul-2021']);
let kazakhstan = '';
let kabul = '';

beforeAll(async () => {
  kazakhstan = `/missions/kazakhstan-2022/plan?plan=${await planned(house, 'kazakhstan-2022', { iterations: 2000 })}`;
  kabul = `/missions/kabul-2021/plan?plan=${await planned(house, 'kabul-2021', { iterations: 200 })}`;
}, 8 * patience);

const board = async (page: Page): Promise<void> => {
  await page.getByRole('application').waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.badge.good').first().waitFor();
};

const mapped = async (page: Page): Promise<void> => {
  await board(page);
  await page.locator('figure [aria-busy="false"]').first().waitFor();
};

const all = 20 * patience;
test('the Plan room by lift, with its map', { timeout: all }, () => shots(house, 'plan-lift', `${kazakhstan}&at=2022-01-14T06:00Z`, mapped));
test('by place', { timeout: all }, () => shots(house, 'plan-place', `${kazakhstan}&view=place&at=2022-01-14T06:00Z&map=0`, board));
test('by unit', { timeout: all }, () => shots(house, 'plan-unit', `${kazakhstan}&view=unit&at=2022-01-14T06:00Z&map=0`, board));
test('a plan of more than a thousand movements', { timeout: all }, () => shots(house, 'plan-kabul', `${kabul}&view=place&at=2021-08-24T06:00Z&map=0`, board));
test('on a small screen', { timeout: all }, () => shots(house, 'plan-small', `${kazakhstan}&at=2022-01-14T06:00Z&map=0`, board, { viewport: { width: 360, height: 1320 } }));
