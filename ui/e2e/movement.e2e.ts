import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessible, patience, planned, serve } from './house';

// A movement opened, two plans side by side, and the orders: what an officer does
// with them, on the withdrawal from Kazakhstan and on a guard's convoys.

const house = serve(['kazakhstan-2022', 'guard-and-handover']);
const kazakhstan = '/missions/kazakhstan-2022/plan';
const guard = '/missions/guard-and-handover/plan';

interface Manifest { movement: { id: number; lift?: string }; people: number; decks: { items: object[] }[]; items: object[] }
let plan = 0;
let before = 0;
let convoys = 0;
/** The movement that carries most vehicles on a deck. */
let fullest: Manifest;

const read = async <T>(path: string): Promise<T> => (await (await house.api('GET', path)).json()) as T;

beforeAll(async () => {
  convoys = await planned(house, 'guard-and-handover');
  before = await planned(house, 'kazakhstan-2022', { iterations: 1 });
  plan = await planned(house, 'kazakhstan-2022', { iterations: 30, seed: 2 });
  const { movements } = await read<{ movements: { id: number; lift?: string; mode: string; cargo?: { items?: object[] }[] }[] }>(`/api/missions/kazakhstan-2022/plans/${plan}`);
  const items = (v: (typeof movements)[number]) => (v.mode === 'air' ? (v.cargo ?? []).reduce((sum, c) => sum + (c.items?.length ?? 0), 0) : 0);
  const most = movements.reduce((a, b) => (items(b) > items(a) ? b : a));
  fullest = await read(`/api/missions/kazakhstan-2022/plans/${plan}/movements/${most.id}`);
}, 4 * patience);

const opened = (page: Page, n: number) => page.getByRole('dialog', { name: new RegExp(`^(Movement|Mouvement) ${n}\\b`) });
const noWider = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

describe('a movement opened', () => {
  test('shows each vehicle on its deck, to scale, and in the table', { timeout: 2 * patience }, async () => {
    const page = await house.page(`${kazakhstan}?plan=${plan}&map=0&movement=${fullest.movement.id}`);
    const panel = opened(page, fullest.movement.id);
    const aboard = fullest.decks.reduce((sum, d) => sum + d.items.length, 0);
    expect(aboard).toBeGreaterThan(2);
    await panel.getByRole('img', { name: /from above, to scale/ }).waitFor();
    expect(await panel.locator('svg .item').count()).toBe(aboard);
    expect(await panel.getByRole('group', { name: 'Where each item lies' }).getByRole('row').count()).toBe(aboard + 1);
    // To scale: the drawn length of each vehicle over its length is one and the same.
    const scales = await panel.locator('svg .item').evaluateAll((items) =>
      items.map((g) => {
        const [length] = /([\d.]+)\D?m ×/.exec(g.querySelector('title')!.textContent!)!.slice(1).map(Number);
        return g.querySelector('rect')!.width.baseVal.value / length!;
      }),
    );
    for (const s of scales) expect(s).toBeCloseTo(scales[0]!, 0);
    await panel.getByText('Verified: it breaks no rule').waitFor();
    await accessible(page);
    await page.getByLabel('Colours', { exact: true }).selectOption('dark');
    await accessible(page);
    await page.getByLabel('Language').selectOption('fr');
    await panel.getByRole('heading', { name: 'Plan de chargement' }).waitFor();
    await page.context().close();
  });

  test('closes by Escape, and leads along its lift', { timeout: 2 * patience }, async () => {
    const page = await house.page(`${kazakhstan}?plan=${plan}&map=0&movement=${fullest.movement.id}`);
    const panel = opened(page, fullest.movement.id);
    await panel.getByText('This lift before').waitFor();
    const link = panel.getByRole('link', { name: /^\d+: / }).first();
    const to = Number((await link.textContent())!.split(':')[0]);
    await link.click();
    await opened(page, to).waitFor();
    expect(new URL(page.url()).searchParams.get('movement')).toBe(String(to));
    await page.goBack();
    await panel.waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('movement')).toBe(false);
    await page.context().close();
  });

  test('takes the report of what happened, keeps what was typed when it is refused', { timeout: 2 * patience }, async () => {
    const page = await house.page(`${guard}?plan=${convoys}&map=0&movement=1`, { viewport: { width: 360, height: 800 } });
    const panel = opened(page, 1);
    await panel.getByText('Nothing is reported').waitFor();
    await panel.getByText('Report what happened').click();
    await panel.getByRole('button', { name: 'Departed: as planned' }).click();
    const departed = panel.getByLabel(/^Departed At/);
    expect(await departed.inputValue()).toBe('2024-09-02T09:00');
    await departed.fill('2024-09-02T09:25');
    await panel.getByLabel(/^Arrived At/).fill('2024-09-02T08:00');
    await panel.getByRole('button', { name: 'Report', exact: true }).click();
    await panel.getByRole('alert').getByText('the times are in another order').waitFor();
    expect(await departed.inputValue()).toBe('2024-09-02T09:25');
    await accessible(page);
    await panel.getByLabel(/^Arrived At/).fill('2024-09-02T09:45');
    await panel.getByLabel('Note').fill('the bridge was closed');
    await panel.getByRole('button', { name: 'Report', exact: true }).click();
    await panel.getByText('25 min later').waitFor();
    await panel.getByText('the bridge was closed').waitFor();
    await noWider(page);
    const { actuals } = await read<{ actuals: { movement: number; depart: string }[] }>(`/api/missions/guard-and-handover/plans/${convoys}/actuals`);
    expect(actuals).toMatchObject([{ movement: 1, depart: '2024-09-02T09:25:00+06:00' }]);
    // What someone else reports is seen as it comes.
    await house.api('POST', `/api/missions/guard-and-handover/plans/${convoys}/actuals`, { movement: 1, cancelled: true, note: 'turned back' });
    await panel.getByText('turned back').waitFor();
    await page.context().close();
  });

  test('of a convoy has every vehicle of the column and no place for them', { timeout: 2 * patience }, async () => {
    const page = await house.page(`${guard}?plan=${convoys}&map=0&movement=3`);
    const manifest = await read<Manifest>(`/api/missions/guard-and-handover/plans/${convoys}/movements/3`);
    const panel = opened(page, 3);
    await panel.getByRole('heading', { name: 'Column' }).waitFor();
    expect(manifest.items.length).toBeGreaterThan(1);
    expect(await panel.getByRole('listitem').count()).toBe(manifest.items.length);
    await panel.getByText('distances between vehicles').waitFor();
    // On paper it stands alone.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
    expect(await panel.getByRole('heading', { name: 'Manifest' }).isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('two plans', () => {
  test('stand side by side, with who must be told', { timeout: 2 * patience }, async () => {
    const page = await house.page(`${kazakhstan}?plan=${plan}&with=${before}&view=compare`);
    const difference = await read<{ count: Record<string, number>; movements: object[]; tell: { calls: object[] }[]; sentence: string }>(`/api/missions/kazakhstan-2022/plans/${plan}/difference?with=${before}`);
    expect(difference.movements.length).toBeGreaterThan(0);
    await page.getByText(difference.sentence).waitFor();
    await page.getByRole('button', { name: `All (${difference.movements.length})` }).waitFor();
    const first = page.getByRole('listitem').filter({ hasText: 'movement' }).first().getByRole('button');
    await first.click();
    expect(await first.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('ol > li ul > li').count()).toBe(difference.tell[0]!.calls.length);
    await page.getByRole('img', { name: /People delivered/ }).waitFor();
    await accessible(page);
    await page.getByLabel('Colours', { exact: true }).selectOption('dark');
    await accessible(page);
    await page.getByLabel('Language').selectOption('fr');
    const french = (await (await house.api('GET', `/api/missions/kazakhstan-2022/plans/${plan}/difference?with=${before}`, undefined, { 'Accept-Language': 'fr' })).json()) as { sentence: string };
    await page.getByText(french.sentence).waitFor();
    await page.getByRole('button', { name: 'Inverser' }).click();
    await page.waitForFunction((n) => new URL(location.href).searchParams.get('plan') === n, String(before));
    await page.setViewportSize({ width: 360, height: 800 });
    await noWider(page);
    await page.context().close();
  });
});

describe('orders', () => {
  test('of a place have every movement of it, and go on paper page by page', { timeout: 2 * patience }, async () => {
    const page = await house.page(`${kazakhstan}?plan=${plan}&view=orders&for=place:almaty`);
    const { movements } = await read<{ movements: { from: string; to: string; stops?: { at: string }[] }[] }>(`/api/missions/kazakhstan-2022/plans/${plan}`);
    const uses = movements.flatMap((v) => [v.from, v.to, ...(v.stops ?? []).map((s) => s.at)]).filter((p) => p === 'almaty').length;
    const order = page.getByRole('article', { name: /Almaty International/ });
    await order.waitFor();
    expect(await order.locator('tbody tr:not(.day)').count()).toBe(uses);
    await order.getByText(/of 2/).first().waitFor();
    await accessible(page);
    const pages = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pages(pdf)).toBeGreaterThan(1);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]/); // A4
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
    expect(await order.isVisible()).toBe(true);
    // Every order begins a page of its own.
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${house.url}${guard}?plan=${convoys}&view=orders`);
    await page.getByLabel('Order for').selectOption('all');
    await page.getByRole('article', { name: /Guard company/ }).waitFor();
    expect(pages(await page.pdf({ preferCSSPageSize: true }))).toBe(await page.getByRole('article').count());
    await page.context().close();
  });

  test('of a unit tell when it reports, in French and dark, on a phone', { timeout: 2 * patience }, async () => {
    const page = await house.page(`${guard}?plan=${convoys}&view=orders&for=unit:kz-company`, { locale: 'fr-FR', colorScheme: 'dark', viewport: { width: 360, height: 800 } });
    const order = page.getByRole('article', { name: /^Ordre de mouvement/ });
    await order.getByText('Présentation').waitFor();
    expect(await order.locator('tbody tr:not(.day)').count()).toBeGreaterThan(1);
    await accessible(page);
    await noWider(page);
    await page.context().close();
  });
});
