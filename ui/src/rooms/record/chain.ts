import type { Schemas } from '../../api/client';

// The ledger's chain, verified here and not by the server: every hash is computed
// anew with the browser's own SHA-256, as docs/ledger.md defines it.

export type Link = Omit<Schemas['LedgerEntry'], 'body' | 'view'>;
/** What does not hold: its number, the hash before it, its own hash, its body, its form, or the end of the file. */
export type Fault = 'order' | 'previous' | 'hash' | 'body' | 'form' | 'end';

export interface Verdict {
  /** How many entries hold, from the first on. */
  entries: number;
  /** The hash of the last that holds; 64 zeros before the first. */
  head: string;
  /** The first that does not hold. */
  broken?: { seq: number; fault: Fault };
}

export const origin = '0'.repeat(64);
const bytes = new TextEncoder();

export async function sha256(text: string): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-256', bytes.encode(text));
  return Array.from(new Uint8Array(sum), (b) => b.toString(16).padStart(2, '0')).join('');
}

/** What an entry's hash is the hash of. */
export function sealed(link: Link): string {
  const at = new Date(link.at).toISOString();
  return ['sortie ledger 1', link.mission, link.seq, link.kind, link.actor, at, link.body_sha256, link.previous, ''].join('\n');
}

async function faultOf(link: Link, before: Verdict, mission: string, body?: string): Promise<Fault | null> {
  if (link.mission !== mission || link.seq !== before.entries + 1) return 'order';
  if (link.previous !== before.head) return 'previous';
  if (link.hash !== (await sha256(sealed(link)))) return 'hash';
  if (body !== undefined && link.body_sha256 !== (await sha256(body))) return 'body';
  return null;
}

/** Verifies entries without their bodies, as those see them who are shown a view of the bodies. */
export async function verifyLinks(mission: string, pages: AsyncIterable<Link[]>, progress: (verdict: Verdict) => void): Promise<Verdict> {
  let verdict: Verdict = { entries: 0, head: origin };
  for await (const page of pages) {
    for (const link of page) {
      const fault = await faultOf(link, verdict, mission);
      if (fault) return { ...verdict, broken: { seq: verdict.entries + 1, fault } };
      verdict = { entries: link.seq, head: link.hash };
    }
    progress(verdict);
  }
  return verdict;
}

/** Verifies an exported ledger line by line, its bodies byte by byte, and that it has its end. */
export async function verifyFile(mission: string, lines: AsyncIterable<string>, progress: (verdict: Verdict) => void): Promise<Verdict> {
  let verdict: Verdict = { entries: 0, head: origin };
  let ended = false;
  for await (const line of lines) {
    if (line.startsWith('{"end":')) ended = true;
    if (!line.startsWith('{"entry":')) continue;
    const link = entryOf(line);
    if (!link) return { ...verdict, broken: { seq: verdict.entries + 1, fault: 'form' } };
    const fault = await faultOf(link, verdict, mission, line.slice(line.indexOf('"body":') + 7, -2));
    if (fault) return { ...verdict, broken: { seq: verdict.entries + 1, fault } };
    verdict = { entries: link.seq, head: link.hash };
    progress(verdict);
  }
  return ended ? verdict : { ...verdict, broken: { seq: verdict.entries + 1, fault: 'end' } };
}

function entryOf(line: string): Link | null {
  try {
    return (JSON.parse(line) as { entry: Link }).entry;
  } catch {
    return null;
  }
}

/** The lines of what is being downloaded, as they come. */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    rest += decoder.decode(value, { stream: !done });
    const lines = rest.split('\n');
    rest = lines.pop()!;
    yield* lines;
    if (done) break;
  }
  if (rest) yield rest;
}
