import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { patience, serve } from './house';
import { archive, vectors } from './ownmap';

/** A picture of one magenta pixel. */
const magenta = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z/AfAAQAAf8iCjrwAAAAAElFTkSuQmCC', 'base64');

const folder = mkdtempSync(join(tmpdir(), 'sortie-map-'));
writeFileSync(join(folder, 'world.pmtiles'), archive(magenta));
// Land everywhere, and water from Greenwich to sixty degrees east.
writeFileSync(join(folder, 'vectors.pmtiles'), archive(vectors({ earth: [0, 1], water: [0.5, 0.5 + 60 / 360] }), ['earth', 'water']));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const house = serve(['kazakhstan-2022'], { args: ['--map', join(folder, 'world.pmtiles')] });
const drawn = serve(['kazakhstan-2022'], { args: ['--map', join(folder, 'vectors.pmtiles')] });

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

test('vector tiles are drawn in the page’s colours, and anew in another scheme', { timeout: 3 * patience }, async () => {
  const page = await drawn.page('/missions/kazakhstan-2022/network');
  await page.getByText('Beneath lies the base map of this installation.').waitFor();
  await page.locator('[aria-busy="false"]').waitFor();
  const map = page.getByRole('region', { name: /Map of the mission/ });
  await map.scrollIntoViewIfNeeded();
  /** The colour that most of a square of the map has, at a share of its width. */
  const most = async (share: number): Promise<string> => {
    const box = (await map.boundingBox())!;
    const shot = await page.screenshot({ clip: { x: box.x + share * box.width - 20, y: box.y + 0.8 * box.height, width: 40, height: 40 }, type: 'png' });
    return page.evaluate(async (bytes) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
      const context = new OffscreenCanvas(40, 40).getContext('2d')!;
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, 40, 40);
      const times = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        const colour = `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`;
        times.set(colour, (times.get(colour) ?? 0) + 1);
      }
      return [...times].sort((a, b) => b[1] - a[1])[0]![0];
    }, [...shot]);
  };
  const named = (name: string): Promise<string> =>
    page.evaluate((token) => {
      const probe = document.createElement('span');
      probe.style.color = `var(--${token})`;
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    }, name);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const [land, water] = [await named('surface'), await named('sunken')];
    expect(land).not.toBe(water);
    await expect.poll(() => most(0.15), { timeout: patience, interval: 500 }).toBe(water);
    await expect.poll(() => most(0.9), { timeout: patience, interval: 500 }).toBe(land);
  }
  await page.context().close();
});
