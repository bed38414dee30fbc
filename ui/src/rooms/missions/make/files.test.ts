import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { form, kindOf, load, Unreadable } from './files';

const kazakhstan = resolve(import.meta.dirname, '../../../../../missions/kazakhstan-2022');
const real = (name: string) => new Uint8Array(readFileSync(join(kazakhstan, name)));

test('what a file is, by its name', () => {
  expect(['mission.yaml', 'M.JSON', 'units.csv', 'force.xlsx', 'tokayev.txt', 'story.ndjson', 'a.zip', 'README', 'x.exe'].map(kindOf)).toEqual([
    'mission', 'mission', 'list', 'workbook', 'words', 'story', 'folder', 'other', 'other',
  ]);
});

test('a zip of a mission’s folder gives its files', async () => {
  const zip = zipSync({ 'kazakhstan-2022/mission.yaml': real('mission.yaml'), 'kazakhstan-2022/units.csv': real('units.csv'), '__MACOSX/._units.csv': strToU8('x'), 'kazakhstan-2022/photo.png': strToU8('x') });
  const files = await load([new File([zip as Uint8Array<ArrayBuffer>], 'kazakhstan.zip')]);
  expect(files.map((f) => [f.name, f.kind])).toEqual([['mission.yaml', 'mission'], ['units.csv', 'list']]);
  expect(files[1]!.text).toBe(readFileSync(join(kazakhstan, 'units.csv'), 'utf8'));
});

test('a file that is no UTF-8 goes on as its bytes', async () => {
  const latin = Uint8Array.from([0x69, 0x64, 0x0a, 0xe9]);
  const [file] = await load([new File([latin], 'units.csv')]);
  expect(file!.text).toBeNull();
  const sent = form([file!]).get('file') as File;
  expect(new Uint8Array(await sent.arrayBuffer())).toEqual(latin);
});

test('what cannot be read says why', async () => {
  const why = async (files: File[]) => {
    const problem: unknown = await load(files).catch((p: unknown) => p);
    return problem instanceof Unreadable ? problem.why : problem;
  };
  expect(await why([new File(['PK'], 'a.zip')])).toBe('badZip');
  expect(await why([new File([zipSync({ 'a.txt': strToU8('x') }) as Uint8Array<ArrayBuffer>], 'a.zip')])).toBe('nothing');
  // A zip that says of itself that 65 MB are in it.
  const bomb = zipSync({ 'a.csv': strToU8('id') }) as Uint8Array<ArrayBuffer>;
  const listed = new DataView(bomb.buffer, bomb.findIndex((_, i) => strFromU8(bomb.subarray(i, i + 4)) === 'PK\x01\x02'));
  listed.setUint32(24, 65 * 2 ** 20, true);
  expect(await why([new File([bomb], 'bomb.zip')])).toBe('tooLarge');
  expect(await why(Array.from({ length: 1001 }, (_, i) => new File([''], `${i}.csv`)))).toBe('tooMany');
});
