import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linesOf, sealed, sha256, verifyFile, verifyLinks, type Link } from './chain';

// The example that the docs of the ledger are about, written by the Go program.
const file = readFileSync(join(import.meta.dirname, '../../../../store/testdata/example.ledger'), 'utf8');
const lines = file.trimEnd().split('\n');
const links = lines.filter((l) => l.startsWith('{"entry":')).map((l) => (JSON.parse(l) as { entry: Link }).entry);

async function* each<T>(list: T[]): AsyncGenerator<T> {
  yield* list;
}
const verdict = (text: string) => verifyFile('first-lift', each(text.split('\n')), () => {});

test('the hash of an entry is the one that the docs make by hand', async () => {
  expect(await sha256(sealed(links[1]!))).toBe('588e2e5db65addf9816846cd5d2dbd9e6a90d46c74ecd9a7396e68b53d3647c0');
});

test('the example holds to its last entry, with its bodies and without', async () => {
  const whole = { entries: links.length, head: links.at(-1)!.hash };
  expect(await verdict(file)).toEqual(whole);
  expect(await verifyLinks('first-lift', each([links.slice(0, 2), links.slice(2)]), () => {})).toEqual(whole);
});

test('whichever byte of a body is changed, it is found at its entry', async () => {
  const second = lines[2]!;
  for (let at = second.indexOf('"body":') + 7; at < second.length - 2; at++) {
    const changed = second.slice(0, at) + (second[at] === 'x' ? 'y' : 'x') + second.slice(at + 1);
    const broken = (await verdict(file.replace(second, changed))).broken;
    expect(broken?.seq).toBe(2);
    expect(['body', 'form']).toContain(broken?.fault);
  }
});

test('an entry that is left out, put elsewhere or of another office is found', async () => {
  expect((await verdict(file.replace(lines[2] + '\n', ''))).broken).toEqual({ seq: 2, fault: 'order' });
  const other = links.map((l, i) => (i === 2 ? { ...l, actor: 'another' } : l));
  expect((await verifyLinks('first-lift', each([other]), () => {})).broken).toEqual({ seq: 3, fault: 'hash' });
  const forged = await Promise.all(links.map(async (l, i) => (i === 1 ? { ...l, actor: 'another', hash: await sha256(sealed({ ...l, actor: 'another' })) } : l)));
  expect((await verifyLinks('first-lift', each([forged]), () => {})).broken).toEqual({ seq: 3, fault: 'previous' });
  expect((await verifyLinks('another-mission', each([links]), () => {})).broken).toEqual({ seq: 1, fault: 'order' });
});

test('a file that was cut off is found, also within a line', async () => {
  expect((await verdict(lines.slice(0, -1).join('\n'))).broken?.fault).toBe('end');
  expect((await verdict(file.slice(0, file.indexOf(lines[3]!) + 40))).broken).toEqual({ seq: 3, fault: 'form' });
});

test('lines come whole however the network cuts them', async () => {
  const data = new TextEncoder().encode(file);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let i = 0; i < data.length; i += 7) controller.enqueue(data.subarray(i, i + 7));
      controller.close();
    },
  });
  const got: string[] = [];
  for await (const line of linesOf(stream)) got.push(line);
  expect(got).toEqual(lines);
});
