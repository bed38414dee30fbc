import { expect, test } from 'vitest';
import { accessible, patience, serve } from './house';

const house = serve(['guard-and-handover']);

test('the page opens at every address, in both languages', { timeout: 2 * patience }, async () => {
  const page = await house.page('/missions/guard-and-handover/force');
  await page.getByRole('heading', { name: 'Force' }).waitFor();
  await accessible(page);
  await page.getByLabel('Language').selectOption('fr');
  await page.getByRole('navigation').getByText('Réseau').click();
  expect(new URL(page.url()).pathname).toBe('/missions/guard-and-handover/network');
  await page.getByRole('heading', { name: 'Réseau' }).waitFor();
  await page.goto(`${house.url}/missions/guard-and-handover/nothing`);
  await page.getByText('pas de page').waitFor();
});

test('on a telephone the present room’s name is in sight', { timeout: 2 * patience }, async () => {
  const page = await house.page('/missions/guard-and-handover/record', { viewport: { width: 360, height: 740 } });
  const inSight = async (name: string) => {
    const box = (await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name, exact: true }).boundingBox())!;
    return box.x >= 0 && box.x + box.width <= 360;
  };
  await page.getByRole('heading', { name: 'Record' }).waitFor();
  await expect.poll(() => inSight('Record')).toBe(true);
  expect(await inSight('Missions')).toBe(false);
  await page.context().close();
});
