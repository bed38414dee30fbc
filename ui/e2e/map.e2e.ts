import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { accessible, patience, planned, serve } from './house';

const house = serve(['kazakhstan-2022', 'guard-and-handover']);
const network = '/missions/kazakhstan-2022/network';
let plan = 0;

// A mission with what the real ones lack: clearances, hours, and flights over the antimeridian.
const pacific = {
  sortie: 1, id: 'pacific', timezone: 'Pacific/Fiji', host: 'WS', d_day: '2024-03-01', operation: { kind: 'deployment', start: 'D+0', deadline: 'D+6' },
  places: [
    { id: 'nadi', name: 'Nadi', country: 'FJ', at: [-17.7554, 177.4431], handles: { air: { parking_mog: 4, working_mog: 2 } } },
    { id: 'apia', name: 'Faleolo', country: 'WS', at: [-13.83, -172.0083], timezone: 'Pacific/Apia', open: ['06:00-22:00'], closed: [{ from: 'D+2T10:00', to: 'D+3T10:00', why: 'cyclone' }], handles: { air: { parking_mog: 2, working_mog: 1 } }, basis: { assumed: 'two stands' } },
  ],
  fleets: [{ id: 'fj-c130', type: 'c-130j', nation: 'FJ', count: 1, base: 'nadi', from: 'D+1' }],
  clearances: [{ id: 'ws-air', country: 'WS', mode: 'air', nations: ['FJ'], from: 'D+1', until: 'D+5', lead: '24h', odds: 0.9 }],
  units: [{ id: 'relief', nation: 'FJ', at: 'nadi', to: 'apia', people: 30 }],
};

beforeAll(async () => {
  plan = await planned(house, 'kazakhstan-2022', { iterations: 20 });
  expect((await house.api('POST', '/api/missions', pacific)).status).toBe(201);
  await planned(house, 'pacific', { iterations: 5 });
}, 4 * patience);

const drawn = (page: Page) => page.locator('[aria-busy="false"]').waitFor();

test('the map is drawn from the binary alone, and shows the network in both schemes', { timeout: 3 * patience }, async () => {
  const page = await house.page(network);
  await drawn(page);
  const map = page.getByRole('region', { name: /Map of the mission/ });
  await map.focus();
  await page.keyboard.press('+');
  await page.getByText('Natural Earth').waitFor();
  await accessible(page);
  // The drawing follows the scheme.
  const brightness = async (): Promise<number> => {
    const shot = await map.screenshot();
    return page.evaluate(async (bytes) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
      const context = new OffscreenCanvas(1, 1).getContext('2d')!;
      context.drawImage(picture, 0, 0, 1, 1);
      return context.getImageData(0, 0, 1, 1).data[1]!;
    }, [...shot]);
  };
  expect(await brightness()).toBeGreaterThan(180);
  await page.getByLabel('Colours').selectOption('dark');
  await expect.poll(brightness, { timeout: patience, interval: 300 }).toBeLessThan(80);
  await accessible(page);
  await page.context().close();
});

type Box = { x: number; y: number; width: number; height: number };

/** Waits until the map moves no more; returns where it is on the screen. */
async function rests(page: Page, canvas: Locator): Promise<Box> {
  let before: Buffer | null = null;
  let box: Box = { x: 0, y: 0, width: 0, height: 0 };
  await expect.poll(async () => {
    await canvas.scrollIntoViewIfNeeded();
    box = (await canvas.boundingBox())!;
    const last = before;
    before = await page.screenshot({ clip: box });
    return last?.equals(before) ?? false;
  }, { timeout: patience, interval: 500 }).toBe(true);
  return box;
}

test('a place is opened, from the map and from the table', { timeout: 3 * patience }, async () => {
  const page = await house.page('/missions/pacific/network');
  await drawn(page);
  // Both lie on one side of the antimeridian as the map is drawn: Faleolo is the eastern one.
  const canvas = page.getByRole('region', { name: /Map of the mission/ });
  await page.getByText('As a table').click();
  await page.getByRole('button', { name: 'Faleolo' }).click();
  const card = page.getByRole('region', { name: 'Faleolo' });
  await card.getByText('2 stands, 1 team').waitFor();
  await card.getByText('assumed', { exact: false }).first().waitFor();
  expect(new URL(page.url()).searchParams.get('place')).toBe('apia');
  // The map goes to the place, which is in its middle once it rests: whatever happens to the map on the way stops it there.
  await rests(page, canvas);
  await card.getByRole('button', { name: 'Close' }).click();
  const box = await rests(page, canvas);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => new URL(page.url()).searchParams.get('place'), { timeout: patience }).toBe('apia');
  await page.context().close();
});

test('lifts move as the time cursor moves', { timeout: 3 * patience }, async () => {
  const whole = (await (await house.api('GET', `/api/missions/kazakhstan-2022/plans/${plan}`)).json()) as { movements: { id: number; mode: string; depart: string; arrive: string }[] };
  const flight = whole.movements.find((m) => m.mode === 'air' && Date.parse(m.arrive) - Date.parse(m.depart) > 2 * 3600e3)!;
  const at = new Date(Date.parse(flight.depart) + 3600e3).toISOString();
  const page = await house.page(`/missions/kazakhstan-2022/plan?plan=${plan}&map=1&at=${encodeURIComponent(at)}`);
  await page.getByRole('figure', { name: 'Map' }).getByText('As a table').click();
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: String(flight.id), exact: true }) }).filter({ hasText: '°' });
  const position = () => row.getByRole('cell').filter({ hasText: '°' }).innerText();
  const before = await position();
  expect(before).toMatch(/^\d+\.\d\d° N, \d+\.\d\d° E$/);
  await page.getByRole('slider').first().focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(position, { timeout: patience }).not.toBe(before);
  await page.context().close();
});

test('hours, clearances and fleets are bars in time, with what the plan takes', { timeout: 3 * patience }, async () => {
  const page = await house.page('/missions/pacific/network?tab=hours');
  await page.getByRole('img', { name: 'Stands and teams (MOG)' }).waitFor();
  const clearances = page.getByRole('img', { name: 'Clearances' });
  await clearances.getByText('odds 90%').waitFor();
  await page.getByRole('img', { name: 'Hours and closures' }).getByText('cyclone').waitFor();
  for (const table of await page.getByText('As a table').all()) await table.click();
  await page.getByRole('cell', { name: '06:00-22:00' }).waitFor();
  // The plan brings thirty people with one lift: one of two stands, the one team.
  const row = page.getByRole('row').filter({ hasText: 'Faleolo' }).first();
  expect((await row.getByRole('cell').allInnerTexts()).slice(2, 7)).toEqual(['2', '1', '–', '1', '1']);
  await accessible(page);
  await page.getByLabel('Colours').selectOption('dark');
  await accessible(page);
  await page.context().close();
});

test('in French, on a phone, on paper, and without WebGL', { timeout: 4 * patience }, async () => {
  const page = await house.page(network, { locale: 'fr-FR', viewport: { width: 360, height: 740 } });
  await page.getByRole('heading', { name: 'Réseau' }).waitFor();
  await drawn(page);
  for (const tab of ['Horaires', 'Carte']) {
    await page.getByRole('navigation', { name: 'Parties du réseau' }).getByText(tab, { exact: true }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('rowheader', { name: 'Almaty International' }).waitFor();
  await page.getByRole('figure', { name: 'Carte' }).locator('canvas').waitFor({ state: 'hidden' });
  await page.context().close();

  const plain = await house.page('/missions', {});
  await plain.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : (getContext as (...args: unknown[]) => unknown).call(this, kind, ...rest);
    } as typeof getContext;
  });
  await plain.goto(house.url + network);
  await plain.getByText('This browser cannot draw the map').waitFor();
  await plain.getByRole('button', { name: 'Almaty International' }).waitFor();
  await plain.goto(`${house.url}/missions/guard-and-handover/network`);
  await plain.getByRole('button', { name: 'Power station' }).waitFor();
  await accessible(plain);
  await plain.context().close();
});
