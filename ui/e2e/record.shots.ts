import { test } from 'vitest';
import { patience, planned, serve, shots } from './house';

const house = serve(['kazakhstan-2022']);
const record = '/missions/kazakhstan-2022/record';

test('record', { timeout: 8 * patience }, async () => {
  await planned(house, 'kazakhstan-2022');
  await shots(house, 'record', `${record}?entry=decision`, async (page) => void (await page.locator('#entry-decision').waitFor()));
  await shots(house, 'record-figures', `${record}?tab=figures`, async (page) => void (await page.locator('.beside').first().waitFor()));
  await shots(house, 'record-ledger', `${record}?tab=ledger`, async (page) => {
    await page.locator('#panel button.primary').click();
    await page.locator('#panel .badge.good').nth(1).waitFor();
  });
});
