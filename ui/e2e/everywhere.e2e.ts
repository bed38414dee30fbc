import { beforeAll, expect, test } from 'vitest';
import { patience, planned, serve, violations } from './house';

// Every view of every room: axe-core finds nothing, light and dark, and at the
// width of a telephone nothing makes the page itself scroll sideways.

const house = serve(['kazakhstan-2022']);
const room = '/missions/kazakhstan-2022';
const views = [
  '/missions', '/missions?new=file', '/missions?new=sheet', '/missions?new=announcement', '/missions?new=example', '/missions?new=story',
  `${room}/overview`, `${room}/plan?view=lift&map=0`, `${room}/plan?view=place&map=1`, `${room}/plan?view=unit&map=0`, `${room}/plan?view=table&map=0`, `${room}/plan?view=orders`, `${room}/plan?view=compare`, `${room}/plan?movement=1&map=0`,
  `${room}/force`, ...['map', 'places', 'links', 'fleets', 'clearances', 'tasks', 'hours'].map((tab) => `${room}/network?tab=${tab}`),
  `${room}/record`, `${room}/record?tab=figures`, `${room}/record?tab=ledger&seq=1`,
];

beforeAll(async () => void (await planned(house, 'kazakhstan-2022')), 3 * patience);

for (const [name, options] of [
  ['light, on a screen', { colorScheme: 'light' }],
  ['dark, in French, on a telephone', { colorScheme: 'dark', locale: 'fr-FR', viewport: { width: 360, height: 800 } }],
] as const) {
  test(name, { timeout: 10 * patience }, async () => {
    const page = await house.page('/missions', options);
    for (const view of views) {
      await page.goto(house.url + view);
      await page.locator('main :is(h1, h2)').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
      expect.soft(await violations(page), view).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${view} is as wide as the screen`).toBe(true);
    }
    await page.context().close();
  });
}
