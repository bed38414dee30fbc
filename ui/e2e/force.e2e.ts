import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessible, patience, serve, sortie } from './house';

const secret = 'a long enough secret of tests';
const house = serve(['kazakhstan-2022', 'guard-and-handover']);
const guarded = serve(['kazakhstan-2022'], {
  args: ['--sign-in', 'local'],
  prepare: async (db) => {
    await sortie(['account', 'add', '--db', db, '--name', 'by-liaison', '--role', 'liaison', '--nation', 'BY', '--password-file', '-'], `${secret}\n`);
  },
});
const force = '/missions/kazakhstan-2022/force';
const limit = { timeout: 3 * patience };

/** A cell of the sheet by what its row begins with and its column's title. */
async function cell(page: Page, row: string, column: string): Promise<Locator> {
  await page.getByRole('gridcell').first().waitFor();
  const titles = await page.getByRole('columnheader').locator('.title').allTextContents();
  const at = titles.findIndex((t) => t === column || t.startsWith(`${column} (`));
  expect(at, `${column} among ${titles.join(', ')}`).toBeGreaterThanOrEqual(0);
  return page.getByRole('row').filter({ has: page.getByRole('gridcell').first().filter({ hasText: new RegExp(`^\\W*${row}(\\W|$)`) }) }).getByRole('gridcell').nth(at);
}

/** Pastes as a spreadsheet puts it on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

async function type(page: Page, at: Locator, text: string): Promise<void> {
  await at.click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const unit = async (id: string) => ((await (await house.api('GET', '/api/missions/kazakhstan-2022')).json()) as { units: { id: string; people: number }[] }).units.find((u) => u.id === id);

test('in French and in the dark, at the width of a telephone', limit, async () => {
  const page = await house.page(force, { locale: 'fr-FR', colorScheme: 'dark', viewport: { width: 360, height: 780 } });
  await page.getByText('470 personnes de moins qu’accordé').waitFor();
  await page.getByRole('gridcell', { name: /kg-company/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await accessible(page);
  await page.getByRole('button', { name: 'Colonne de matériel' }).click();
  await page.getByLabel('Chercher par nom').fill('btr');
  await page.getByRole('dialog').getByRole('row').nth(1).waitFor();
  await accessible(page);
  await page.context().close();
});

test('a block is pasted from a spreadsheet, an error shows in its cell, is undone, mended, and all is saved', limit, async () => {
  const page = await house.page(force);
  await page.getByText('470 people fewer than granted').waitFor();
  await (await cell(page, 'kg-company', 'Unit')).click();
  const rows = ['kz-alpha\tKG\ttets-1\ttokmok\t1,200\t3\t12× UAZ Patriot', 'kz-beta\tKG\tnowhere\ttokmok\tmany\t\t', '"kz ""c"""\tKG\ttets-1\ttokmok\t5\t\t'];
  await paste(page, ['Unit\tNation\tAt\tTo\tPeople\tBTR-80\tEquipment', ...rows, ''].join('\r\n'));
  await page.getByText('3 new rows').first().waitFor();

  const many = await cell(page, 'kz-beta', 'People');
  await page.getByRole('listitem').filter({ hasText: 'no place is called "nowhere"' }).waitFor();
  expect(await many.getAttribute('aria-invalid')).toBe('true');
  expect(await many.textContent()).toContain('This should be a whole number');
  await page.getByText('735 people more than granted').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).and(page.locator('[disabled]')).waitFor();
  await accessible(page);

  // A click in the list of errors goes to the cell; the first character typed replaces it.
  await page.getByRole('button', { name: 'kz-beta · People' }).click();
  await page.getByText('People, row 22: many').waitFor();
  await page.keyboard.type('7');
  await page.keyboard.press('Tab');
  const fault = page.getByRole('listitem').filter({ hasText: 'This should be a whole number' });
  await fault.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await fault.waitFor();
  await page.keyboard.press('Control+y');
  await fault.waitFor({ state: 'detached' });
  await type(page, await cell(page, 'kz-beta', 'At'), 'tets-1');
  await type(page, await cell(page, 'kz-alpha', 'People'), '12');
  await type(page, await cell(page, 'kz "c"', 'Unit'), 'kz-gamma');
  await page.getByText('446 people fewer than granted').waitFor();

  // A reload loses nothing.
  await page.reload();
  await page.getByText('446 people fewer than granted').waitFor();
  await page.getByLabel('Why? A note for the ledger').fill('Reinforcement');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved as entry 2 of the ledger').waitFor();
  const { units } = (await (await house.api('GET', '/api/missions/kazakhstan-2022')).json()) as { units: { id: string; people: number; equipment?: object }[] };
  expect(units.slice(-3).map(({ id, people, equipment }) => [id, people, equipment])).toEqual([
    ['kz-alpha', 12, { 'btr-80': 3, 'uaz-patriot': 12 }],
    ['kz-beta', 7, undefined],
    ['kz-gamma', 5, undefined],
  ]);

  // Undo in the notice brings the state before back, and the history tells it.
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await page.getByText('470 people fewer than granted').waitFor();
  expect(await unit('kz-alpha')).toBeUndefined();
  await page.getByText('History', { exact: true }).click();
  await page.getByRole('cell', { name: 'Reinforcement' }).waitFor();
  await page.getByText('Entry 1 brought back.').waitFor();
  await page.context().close();
});

test('what the check says while a cell is typed into waits, and takes nothing of it', limit, async () => {
  const page = await house.page(force);
  await page.getByText('470 people fewer than granted').waitFor();
  let answer = () => {};
  const held = new Promise<void>((done) => (answer = done));
  await page.route('**/api/check', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/api/check');
  await type(page, await cell(page, 'kg-company', 'At'), 'nowhere');
  await asked;
  await (await cell(page, 'kg-company', 'To')).click();
  await page.keyboard.type('kant');
  answer();
  await page.getByRole('listitem').filter({ hasText: 'no place is called "nowhere"' }).waitFor();
  await page.keyboard.type('1');
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('kant1');
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'no place is called "kant1"' }).waitFor();
  expect(await (await cell(page, 'kg-company', 'At')).getAttribute('aria-invalid')).toBe('true');
  await page.context().close();
});

test('on paper every unit stands, not those in view alone', limit, async () => {
  const mission = (await (await house.api('GET', '/api/missions/guard-and-handover')).json()) as { units: { id: string }[] };
  const units = Array.from({ length: 150 }, (_, n) => ({ ...mission.units[0]!, id: `company-${n}` }));
  expect((await house.api('POST', '/api/missions', { ...mission, id: 'many', units })).status).toBe(201);
  const page = await house.page('/missions/many/force');
  await page.getByRole('gridcell').first().waitFor();
  expect(await page.getByRole('row').filter({ has: page.getByRole('gridcell') }).count()).toBeLessThan(units.length);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const rows = page.getByRole('table', { name: 'Sheet of units' }).locator('tbody tr');
  expect((await rows.locator('td:first-child').allTextContents()).map((t) => t.replace(/^[!?◇ ]+/, ''))).toEqual(units.map((u) => u.id));
  expect(await page.getByRole('gridcell').first().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.getByRole('gridcell').first().waitFor();
  expect(await rows.count()).toBe(0);
  await page.context().close();
});

test('somebody else was first: who, what differs, and nothing typed is lost', limit, async () => {
  const page = await house.page(force);
  await type(page, await cell(page, 'by-company', 'People'), '140');
  await type(page, await cell(page, 'by-company', 'To'), 'kubinka');
  await page.getByText('2 cells changed in 1 row').waitFor();
  const etag = (await house.api('GET', '/api/missions/kazakhstan-2022')).headers.get('ETag')!;
  const patch = await house.api('PATCH', '/api/missions/kazakhstan-2022/units/by-company', { people: 135, priority: 1 }, { 'If-Match': etag, 'Content-Type': 'application/merge-patch+json' });
  expect(patch.status).toBe(200);

  await page.getByRole('heading', { name: /^local changed this mission on/ }).waitFor();
  const clash = page.getByRole('row').filter({ hasText: 'by-company · People' });
  expect(await clash.getByRole('cell').allTextContents()).toEqual(expect.arrayContaining(['140', '135']));
  expect(await (await cell(page, 'by-company', 'People')).textContent()).toContain('140');
  expect(await (await cell(page, 'by-company', 'Priority')).textContent()).toContain('1');
  await accessible(page);
  await clash.getByRole('button', { name: 'Put mine again' }).click();
  await page.getByText('Nothing that you changed was touched').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(/Saved as entry \d+ of the ledger/).waitFor();
  expect(await unit('by-company')).toMatchObject({ people: 140, to: 'kubinka', priority: 1 });
  await page.context().close();
});

test('a change that crosses another on its way is told who was first, and goes through again', limit, async () => {
  const page = await house.page(force);
  // The stream of events is cut, as where a proxy holds it back: the refusal tells of the other.
  await page.route('**/events?*', (route) => route.abort());
  await page.reload();
  await type(page, await cell(page, 'am-bread', 'People'), '51');
  await page.getByText('1 cell changed in 1 row').waitFor();
  const etag = (await house.api('GET', '/api/missions/kazakhstan-2022')).headers.get('ETag')!;
  await house.api('PATCH', '/api/missions/kazakhstan-2022/units/am-bread', { people: 52 }, { 'If-Match': etag, 'Content-Type': 'application/merge-patch+json' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: /^local changed this mission on/ }).waitFor();
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await page.getByText('The sheet shows what is saved now.').waitFor();
  expect(await (await cell(page, 'am-bread', 'People')).textContent()).toContain('52');
  await page.context().close();
});

test('ranges are copied, filled and cleared by keyboard; columns are sorted and filtered', limit, async () => {
  const page = await house.page(force);
  await (await cell(page, 'kg-company', 'People')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('3 cells · Sum 400').waitFor();
  const copied = await page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement!.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/plain');
  });
  expect(copied).toBe('150\n200\n50');
  await page.keyboard.press('Control+d');
  await page.getByText('3 cells · Sum 450').waitFor();
  await page.keyboard.press('Delete');
  await page.getByText('3 cells changed in 3 rows').waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('form', { name: 'Changes not saved yet' }).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Filter by People').pressSequentially('>=150');
  await page.getByRole('gridcell', { name: /^.{0,2}am-bread/ }).waitFor({ state: 'detached' });
  await page.getByRole('columnheader', { name: /^People/ }).locator('.title').click();
  await page.getByRole('columnheader', { name: /^People/ }).and(page.locator('[aria-sort=ascending]')).waitFor();
  await accessible(page);
  await page.context().close();
});

test('places are a sheet too: what it does not show stays, and what hangs on a place is told', limit, async () => {
  const page = await house.page('/missions/kazakhstan-2022/network?tab=places');
  const read = async () => ((await (await house.api('GET', '/api/missions/kazakhstan-2022')).json()) as { places: { id: string }[] }).places.find((p) => p.id === 'almaty');
  const before = (await read()) as { id: string; handles: { air: object } };
  await type(page, await cell(page, 'almaty', 'Air: parking MOG'), '12');
  await type(page, await cell(page, 'almaty', 'Closed'), 'D+3T02:00 - D+3T09:00 fog');
  await page.getByText('2 cells changed in 1 row').waitFor();
  await accessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(/Saved as entry \d+ of the ledger/).waitFor();
  expect(await read()).toEqual({
    ...before,
    handles: { ...before.handles, air: { ...before.handles.air, parking_mog: 12 } },
    closed: [{ from: '2022-01-14T02:00:00+06:00', to: '2022-01-14T09:00:00+06:00', why: 'fog' }],
  });
  // Units stand at a place that is taken out: the sheet says so, and does not save.
  await (await cell(page, 'tets-1', 'Place')).click();
  await page.getByRole('button', { name: 'Take the row out' }).click();
  await page.getByRole('listitem').filter({ hasText: 'no place is called "tets-1"' }).first().waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).and(page.locator('[disabled]')).waitFor();
  await page.context().close();
});

test('a liaison sees its own units and the others in totals, and writes its own', limit, async () => {
  const page = await guarded.page(force);
  await page.getByLabel('Name').fill('by-liaison');
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('1,450 people, 196 items in 15 units').waitFor();
  await page.getByText('470 people fewer than granted').waitFor();
  await page.getByRole('gridcell', { name: /by-company/ }).waitFor();
  expect(await page.getByRole('gridcell', { name: /ru-45|kg-company/ }).count()).toBe(0);
  await type(page, await cell(page, 'by-company', 'People'), '131');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved as entry 2 of the ledger').waitFor();
  await type(page, await cell(page, 'by-company', 'Nation'), 'RU');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await accessible(page);
  await page.context().close();
});
