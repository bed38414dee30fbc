import { beforeAll, test } from 'vitest';
import { patience, planned, serve, shots } from './house';

const house = serve(['kazakhstan-2022', 'guard-and-handover']);
const kazakhstan = '/missions/kazakhstan-2022/plan';
let quick = 0;
let plan = 0;
let convoys = 0;
/** The movement of the widest aircraft that carries most vehicles. */
let fullest = 0;

beforeAll(async () => {
  quick = await planned(house, 'kazakhstan-2022', { iterations: 1, seed: 3 });
  plan = await planned(house, 'kazakhstan-2022', { iterations: 400 });
  convoys = await planned(house, 'guard-and-handover');
  const { movements } = (await (await house.api('GET', `/api/missions/kazakhstan-2022/plans/${plan}`)).json()) as { movements: { id: number; mode: string; cargo?: { items?: object[] }[] }[] };
  const items = (v: (typeof movements)[number]) => (v.mode === 'air' ? (v.cargo ?? []).reduce((sum, c) => sum + (c.items?.length ?? 0), 0) : 0);
  fullest = movements.reduce((a, b) => (items(b) > items(a) ? b : a)).id;
}, 6 * patience);

const timeout = 8 * patience;
const drawn = async (page: import('playwright-core').Page) => void (await page.locator('.opened svg .item').first().waitFor());

test('a movement opened', { timeout }, () => shots(house, 'movement', `${kazakhstan}?plan=${plan}&map=0&movement=${fullest}`, drawn));
test('a movement opened on a phone', { timeout }, () =>
  shots(house, 'movement-phone', `${kazakhstan}?plan=${plan}&map=0&movement=${fullest}`, async (page) => {
    await drawn(page);
    await page.locator('.opened figure').first().evaluate((e) => e.scrollIntoView());
  }, { viewport: { width: 360, height: 740 } }));
test('a convoy opened', { timeout }, () =>
  shots(house, 'movement-convoy', `/missions/guard-and-handover/plan?plan=${convoys}&map=0&movement=3`, async (page) => void (await page.locator('.opened ol li').first().waitFor())));
test('two plans', { timeout }, () => shots(house, 'compare', `${kazakhstan}?plan=${plan}&with=${quick}&view=compare`, async (page) => void (await page.locator('figure [role=img] svg path').first().waitFor({ state: 'attached' }))));
test('orders of a place', { timeout }, () => shots(house, 'orders', `${kazakhstan}?plan=${plan}&view=orders&for=place:almaty`, async (page) => void (await page.getByRole('article').waitFor())));
