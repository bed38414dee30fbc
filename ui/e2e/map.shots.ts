import type { Page } from 'playwright-core';
import { beforeAll, test } from 'vitest';
import { patience, planned, serve, shots } from './house';

const house = serve(['kazakhstan-2022', 'kabul-2021']);

const drawn = async (page: Page): Promise<void> => {
  await page.locator('[aria-pressed]').first().waitFor(); // the plan has been read
  await page.locator('[aria-busy="false"]').waitFor();
};

beforeAll(async () => {
  await planned(house, 'kazakhstan-2022', { iterations: 50 });
  await planned(house, 'kabul-2021', { iterations: 5 });
}, 6 * patience);

test('the network, a place opened', { timeout: 6 * patience }, () => shots(house, 'network', '/missions/kazakhstan-2022/network?place=almaty', drawn));

test('what a plan carries', { timeout: 6 * patience }, () => shots(house, 'network-flows', '/missions/kabul-2021/network?flows=1', drawn));

test('on a phone', { timeout: 6 * patience }, () => shots(house, 'network-phone', '/missions/kazakhstan-2022/network?flows=1', drawn, { viewport: { width: 360, height: 740 } }));

test('bars in time', { timeout: 6 * patience }, () =>
  shots(house, 'network-hours', '/missions/kazakhstan-2022/network?tab=hours', async (page) => {
    await page.locator('svg g[aria-label="area"]').first().waitFor();
  }));
