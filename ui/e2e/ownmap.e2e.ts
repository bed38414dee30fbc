import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { patience, serve } from './house';
import { archive } from './ownmap';

/** A picture of one magenta pixel. */
const magenta = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z/AfAAQAAf8iCjrwAAAAAElFTkSuQmCC', 'base64');

const folder = mkdtempSync(join(tmpdir(), 'sortie-map-'));
writeFileSync(join(folder, 'world.pmtiles'), archive(magenta));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const house = serve(['kazakhstan-2022'], { args: ['--map', join(folder, 'world.pmtiles')] });

test('a base map of the installation’s own lies beneath', { timeout: 3 * patience }, async () => {
  const page = await house.page('/missions/kazakhstan-2022/network');
  await page.getByText('Beneath lies the base map of this installation.').waitFor();
  await page.locator('[aria-busy="false"]').waitFor();
  // Its one colour is on the page: a row of pixels through the middle of the map, as they are seen.
  const box = (await page.getByRole('region', { name: /Map of the mission/ }).boundingBox())!;
  const seen = async (): Promise<number> => {
    const shot = await page.screenshot({ clip: { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 40, height: 40 }, type: 'png' });
    return page.evaluate(async (bytes) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
      const context = new OffscreenCanvas(40, 40).getContext('2d')!;
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, 40, 40);
      let magenta = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i]! > data[i + 1]! + 60 && data[i + 2]! > data[i + 1]! + 60) magenta++;
      return magenta;
    }, [...shot]);
  };
  await expect.poll(seen, { timeout: patience, interval: 500 }).toBeGreaterThan(400);
  await page.context().close();
});
