import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { patience, serve, shots } from './house';

const house = serve(['kazakhstan-2022']);
const limit = { timeout: 4 * patience };

async function drawn(page: Page): Promise<void> {
  await page.getByRole('gridcell').first().waitFor();
  await page.getByText(/^✓/).last().waitFor();
}

test('the force as it is', limit, async () => {
  await shots(house, 'force', '/missions/kazakhstan-2022/force', drawn);
});

test('units pasted from a spreadsheet, one of them wrong', limit, async () => {
  await shots(house, 'force-pasted', '/missions/kazakhstan-2022/force', async (page) => {
    await drawn(page);
    await page.getByRole('gridcell').first().click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'id\tname\tnation\tat\tto\tpeople\tequipment\nkg-second\tSecond company\tKG\ttets-2\ttokmok\t160\t8× tiger, 4× ural-4320\nkg-staff\tStaff\tKG\ttets-4\ttokmok\t12a\t2× uaz-patriot\n');
      document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.getByRole('listitem').nth(1).waitFor();
    await page.getByRole('gridcell', { name: /kg-staff/ }).waitFor();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  });
});

test('places as a sheet', limit, async () => {
  await shots(house, 'network-places', '/missions/kazakhstan-2022/network?tab=places', drawn);
});

test('the force on a telephone', limit, async () => {
  await shots(house, 'force-360', '/missions/kazakhstan-2022/force', drawn, { viewport: { width: 360, height: 780 } });
});
