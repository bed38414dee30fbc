import { expect, test } from 'vitest';
import { accessible, patience, planned, serve } from './house';

// A mission whose texts are made to do harm, and which says the same twice where
// nothing forbids it: it is shown as it stands, and nothing of it is done.

const house = serve([]);

const evil = `</title><img src=x onerror="document.body.dataset.harm='done'"><svg onload=alert(1)>\u202Egnorw\u0007\r\n"'\`{{1}}`;
const long = 'ж'.repeat(4000);
const twice = { basis: { sources: ['s', 's'], assumed: evil } };
const closed = { from: '2022-02-20T00:00:00Z', to: '2022-02-21T00:00:00Z', why: evil };
const mission = {
  sortie: 1,
  id: 'hostile',
  title: { en: evil, fr: long },
  timezone: 'UTC',
  host: 'KZ',
  d_day: '2022-03-01',
  operation: { kind: 'withdrawal', deadline: 'D+2' },
  air: 'listed',
  sources: [{ id: 's', publisher: evil, title: evil, url: 'javascript:document.body.dataset.harm="done"' }],
  record: [{ id: 'r', kind: 'report', by: 'RU', on: '2022-03-01', sources: ['s', 's'], text: { en: evil }, figures: [{ what: 'people', of: 'RU', exact: 150 }, { what: 'people', of: 'RU', exact: 150 }, { what: 'people', of: 'RU', exact: 90 }] }],
  places: [
    { id: 'site', name: evil, country: 'KZ', at: [43.35, 77.04], handles: { air: {} }, closed: [closed, closed], ...twice },
    { id: 'home', name: long, country: 'RU', at: [56.1, 40.3], handles: { air: {} } },
  ],
  links: [{ mode: 'air', between: ['site', 'home'], minutes: 90, ...twice }],
  equipment_types: ['a', 'b'].map((id) => ({ id, name: evil, length: 2, width: 1, height: 1, mass: 1, ...twice })),
  lift_types: [{ id: 'plane', name: evil, mode: 'air', speed: 600, decks: [{ length: 20, width: 3, height: 3 }], payload: 40, seats: 50, load: '1h', unload: '30m', turnaround: '45m' }],
  fleets: [{ id: 'f', type: 'plane', nation: 'RU', count: 1, base: 'site', ...twice }],
  units: [{ id: `u"'<b>\u202E`, name: evil, nation: 'RU', at: 'site', to: 'home', people: 40, equipment: { a: 1, b: 1 }, ...twice }],
};

test('a mission that is made to do harm is shown in each room, and does none', { timeout: 4 * patience }, async () => {
  const added = await house.api('POST', '/api/missions', mission);
  expect(added.status, await added.text()).toBe(201);
  const plan = await planned(house, 'hostile');
  const { movements } = (await (await house.api('GET', `/api/missions/hostile/plans/${plan}`)).json()) as { movements: { id: number; cargo?: unknown[] }[] };
  const loaded = movements.find((m) => m.cargo?.length)!.id;
  const page = await house.page('/missions');
  page.on('dialog', () => void page.evaluate(() => (document.body.dataset['harm'] = 'done')));
  for (const [address, ready] of [
    ['/missions', 'Missions'],
    ['/missions/hostile/overview', 'Units by nation'],
    [`/missions/hostile/plan?plan=${plan}&movement=${loaded}`, 'Load plan'],
    [`/missions/hostile/plan?plan=${plan}&view=orders`, 'Movement order'],
    ['/missions/hostile/force', 'Force'],
    ['/missions/hostile/network?place=site', 'gnorw'],
    ['/missions/hostile/record', 'gnorw'],
    ['/missions/hostile/record?tab=figures', 'published differently'],
  ] as const) {
    await page.goto(house.url + address);
    await page.getByRole('heading').filter({ hasText: ready }).or(page.getByText(ready)).first().waitFor({ timeout: 20_000 });
    expect(await page.evaluate(() => document.body.dataset['harm']), address).toBeUndefined();
    expect(await page.locator('img[src="x"], a[href^="javascript:"]').count(), address).toBe(0);
    await page.setViewportSize({ width: 360, height: 800 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { timeout: patience, message: address }).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await accessible(page);
});

test('who skips to the content is there', { timeout: patience }, async () => {
  const page = await house.page('/missions?new=file');
  await page.getByRole('heading').first().waitFor({ timeout: 20_000 });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#room');
  expect(await page.evaluate(() => document.activeElement?.id || document.querySelector(':target')?.id)).toBe('room');
  expect(new URL(page.url()).search).toBe('?new=file');
});
