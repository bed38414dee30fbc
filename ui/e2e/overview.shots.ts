import { test } from 'vitest';
import { patience, planned, serve, shots } from './house';

const house = serve(['kazakhstan-2022', 'kazakhstan-2022-deployment']);
const drawn = { timeout: 10 * patience };

test('Overview', drawn, async () => {
  await planned(house, 'kazakhstan-2022', { iterations: 30 });
  await planned(house, 'kazakhstan-2022', { seconds: 20 });
  await shots(house, 'overview', '/missions/kazakhstan-2022/overview', async (page) => {
    await page.locator('.side section:last-child progress').waitFor({ state: 'detached', timeout: 2 * patience });
    await page.locator('.first figure svg[viewBox]').nth(1).waitFor();
  });
  await shots(house, 'overview-days', '/missions/kazakhstan-2022/overview', async (page) => {
    await page.locator('.pair').scrollIntoViewIfNeeded();
    await page.locator('.pair figure svg[viewBox]').nth(2).waitFor();
    await page.locator('.pair').evaluate((e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 72));
    await page.locator('.map [aria-busy=false]').waitFor();
  });
});

test('Overview of a mission that is being planned, on a telephone', drawn, async () => {
  await house.api('POST', '/api/missions/kazakhstan-2022-deployment/runs', { seconds: 600 });
  await shots(
    house,
    'overview-planning',
    '/missions/kazakhstan-2022-deployment/overview',
    async (page) => {
      await page.locator('.live dl').waitFor();
      await page.locator('.live').scrollIntoViewIfNeeded();
      await page.locator('.live').evaluate((e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 150));
      await page.locator('.live figure svg[viewBox]').waitFor();
    },
    { viewport: { width: 360, height: 800 } },
  );
});
