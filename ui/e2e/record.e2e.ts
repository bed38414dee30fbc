import { expect, test } from 'vitest';
import { accessible, patience, serve, sortie } from './house';

const secret = 'a long enough secret of tests';
const house = serve(['kazakhstan-2022']);
const guarded = serve(['kazakhstan-2022'], {
  args: ['--sign-in', 'local'],
  prepare: async (db) => {
    await sortie(['account', 'add', '--db', db, '--name', 'am-liaison', '--role', 'liaison', '--nation', 'AM', '--password-file', '-'], `${secret}\n`);
  },
});
const record = '/missions/kazakhstan-2022/record';

test('the story shows sources, and figures that differ stand side by side', { timeout: 2 * patience }, async () => {
  const page = await house.page(`${record}?entry=decision`);
  const decision = page.getByRole('article', { name: 'Decision decision' });
  await decision.getByText('6 for, 0 against, 0 abstaining').waitFor();
  expect(await decision.getByRole('link', { name: 'Belsat' }).getAttribute('href')).toMatch(/^https:\/\/belsat\.eu\//);
  expect(await decision.getByText('2,500 people', { exact: false }).count()).toBeGreaterThan(0);
  await accessible(page);

  await page.getByLabel('Kind').selectOption('handover');
  await page.getByText('15 of 115 entries').waitFor();
  expect(new URL(page.url()).searchParams.get('kind')).toBe('handover');
  await page.getByLabel('Search').fill('no such words anywhere');
  await page.getByText('0 of 115 entries').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByText('115 of 115 entries').waitFor();
  expect(await page.getByText('decided by').textContent()).toContain('Organization · decided by Collective Security Council (consensus)');

  await page.getByRole('tab', { name: 'Figures that differ' }).click();
  const people = page.getByRole('region', { name: 'people', exact: true });
  for (const value of ['about 2,500', 'at most 2,500', '2,030', '5,000']) await people.getByText(value, { exact: true }).first().waitFor();
  await accessible(page);
});

test('the chain is verified in the browser, and what is added appears in another', { timeout: 2 * patience }, async () => {
  const reader = await house.page(`${record}?tab=ledger`);
  await reader.getByRole('button', { name: 'Verify in this browser' }).click();
  await reader.getByText('The one entry holds').waitFor();
  await reader.getByText('The server comes to the same.').waitFor();
  const head = await reader.locator('.hash code').innerText();
  await reader.getByLabel('Compare with a hash that you kept').fill(head.toUpperCase());
  await reader.getByText('It is this one').waitFor();
  await accessible(reader);

  const writer = await house.page(record);
  await writer.getByRole('button', { name: 'Add to the record' }).click();
  await writer.getByLabel('Id', { exact: true }).fill('told-by-test');
  await writer.getByLabel('Text').fill('The last aircraft has landed.');
  await writer.getByRole('button', { name: 'Add a figure' }).click();
  await writer.getByLabel('Number, or dozens').fill('dozens');
  await accessible(writer);
  await writer.getByRole('button', { name: 'Record it' }).click();
  await writer.getByRole('alert').getByText('have no source').waitFor();
  expect(await writer.getByLabel('Text').inputValue()).toBe('The last aircraft has landed.');
  await writer.getByLabel('Sources of this mission').selectOption({ label: 'Astana TV' });
  await writer.getByRole('button', { name: 'Record it' }).click();
  await writer.getByText('told-by-test is in the record.').waitFor();
  await writer.getByRole('article', { name: 'Statement told-by-test' }).getByText('dozens').waitFor();

  await reader.getByRole('heading', { name: '2 entries' }).waitFor();
  await reader.getByRole('button', { name: 'Verify in this browser' }).click();
  await reader.getByText('All 2 entries hold').waitFor();
  await reader.getByText('It is another').waitFor();
  await reader.getByRole('button', { name: '2', exact: true }).click();
  await reader.getByText('Body', { exact: true }).click();
  await reader.getByText('The last aircraft has landed.').waitFor();
});

test('in French', { timeout: 2 * patience }, async () => {
  const page = await house.page(record, { locale: 'fr-FR', colorScheme: 'dark' });
  await page.getByRole('heading', { name: 'Dossier' }).waitFor();
  await page.getByText('115 entrées sur').or(page.getByText('116 entrées sur')).first().waitFor();
  await page.getByText('6 janvier 2022').first().waitFor();
  await accessible(page);
});

test('a liaison reads the story, and verifies the chain without the bodies', { timeout: 2 * patience }, async () => {
  const page = await guarded.page('/missions');
  const signedIn = await page.evaluate(
    async ([name, password]) => (await fetch('/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name, password }) })).status,
    ['am-liaison', secret],
  );
  expect(signedIn).toBeLessThan(300);
  await page.goto(`${guarded.url}${record}?tab=ledger`);
  await page.getByRole('button', { name: 'Verify in this browser' }).click();
  await page.getByText('The one entry holds').waitFor();
  await page.getByText('Bodies were not hashed').waitFor();
  expect(await page.getByRole('button', { name: 'Add to the record' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'The whole story as a file' }).count()).toBe(0);
  await page.getByRole('button', { name: '1', exact: true }).click();
  await page.getByText('You are shown your view of this entry.').waitFor();
});
