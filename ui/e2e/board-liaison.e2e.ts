import { beforeAll, expect, test } from 'vitest';
import { accessible, patience, planned, serve, sortie } from './house';

const secret = 'a secret of the tests';
const id = 'kazakhstan-2022';
const house = serve([id], {
  args: ['--sign-in', 'local'],
  prepare: async (db) => {
    await sortie(['account', 'add', '--db', db, '--name', 'planner', '--role', 'planner', '--password-file', '-'], `${secret}\n`);
    await sortie(['account', 'add', '--db', db, '--name', 'kg-liaison', '--role', 'liaison', '--nation', 'KG', '--password-file', '-'], `${secret}\n`);
  },
});
let movements = 0;
let own = 0;

beforeAll(async () => {
  const answer = await house.api('POST', '/api/session', { name: 'planner', password: secret });
  const Cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  const signed = { ...house, api: (method: string, path: string, body?: unknown) => house.api(method, path, body, { Cookie }) };
  const seq = await planned(signed, id);
  const plan = (await (await signed.api('GET', `/api/missions/${id}/plans/${seq}`)).json()) as { movements: { cargo?: { unit: string }[] }[] };
  movements = plan.movements.length;
  own = plan.movements.filter((m) => m.cargo?.some((c) => c.unit.startsWith('kg-'))).length;
}, 4 * patience);

test('a liaison sees its own movements on the board, and how many there are besides', { timeout: 3 * patience }, async () => {
  expect(own).toBeGreaterThan(0);
  const page = await house.page(`/missions/${id}/plan?view=place&map=0`);
  await page.getByLabel('Name').fill('kg-liaison');
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('application', { name: 'by place' }).waitFor();
  await page.getByText(`${own} of ${own} movements`).waitFor();
  await page.getByText(`${movements - own} movements of other nations are not shown.`).waitFor();
  await page.getByText('of your own in place').waitFor();
  // Only what is its own can be chosen.
  expect(await page.getByRole('combobox', { name: 'Nation' }).locator('option').allTextContents()).toEqual(['All nations', `Kyrgyzstan (${own})`]);
  await accessible(page);
});
