import { unzipSync, type UnzipFileInfo } from 'fflate';

// Files that were dropped or chosen: what each is, and what is in it. They may be
// anything, of any size: the bounds are the server's own.

/** The most that the server takes, packed or not, and the most files. */
const mostBytes = 64 * 2 ** 20;
const mostFiles = 1000;

export type Kind = 'mission' | 'list' | 'workbook' | 'words' | 'story' | 'folder' | 'other';

export interface Loaded {
  name: string;
  kind: Kind;
  bytes: Uint8Array<ArrayBuffer>;
  /** Null where it is no text. */
  text: string | null;
}

const kinds: Record<string, Kind> = {
  yaml: 'mission', yml: 'mission', json: 'mission',
  csv: 'list', tsv: 'list',
  xlsx: 'workbook',
  txt: 'words', md: 'words', html: 'words', htm: 'words',
  ndjson: 'story', jsonl: 'story',
  zip: 'folder',
};

export const kindOf = (name: string): Kind => kinds[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'other';

/** What stops files from being read; its name is the message that says so. */
export class Unreadable extends Error {
  constructor(
    readonly why: 'tooLarge' | 'tooMany' | 'badZip' | 'nothing',
    readonly file = '',
  ) {
    super(why);
  }
}

function loaded(name: string, bytes: Uint8Array<ArrayBuffer>): Loaded {
  let text: string | null = null;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    // windows-1252 of an old spreadsheet, say: it goes to the server as it is
  }
  const kind = kindOf(name);
  return { name, kind, bytes, text: kind === 'workbook' || kind === 'folder' || kind === 'other' ? null : text };
}

/** The files in a zip of a mission's folder, by their names without the folder's. What neither a spreadsheet nor a mission is, is left out. */
function unpacked(file: string, bytes: Uint8Array): Loaded[] {
  let room = mostBytes;
  const wanted = (entry: UnzipFileInfo) => {
    const hidden = entry.name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
    if (hidden || !['mission', 'list', 'workbook'].includes(kindOf(entry.name))) return false;
    room -= entry.originalSize;
    if (room < 0) throw new Unreadable('tooLarge', file);
    return true;
  };
  try {
    // At once and not by a worker: workers of the library's own would need another content security policy.
    return Object.entries(unzipSync(bytes, { filter: wanted })).map(([path, data]) => loaded(path.split('/').at(-1)!, new Uint8Array(data)));
  } catch (problem) {
    throw problem instanceof Unreadable ? problem : new Unreadable('badZip', file);
  }
}

/** Reads files, those in zips too. */
export async function load(files: File[]): Promise<Loaded[]> {
  if (files.length > mostFiles) throw new Unreadable('tooMany');
  if (files.reduce((sum, f) => sum + f.size, 0) > mostBytes) throw new Unreadable('tooLarge', files.length === 1 ? files[0]!.name : '');
  const out: Loaded[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (kindOf(file.name) === 'folder') out.push(...unpacked(file.name, bytes));
    else out.push(loaded(file.name, bytes));
  }
  if (out.length === 0) throw new Unreadable('nothing', files[0]?.name);
  if (out.length > mostFiles) throw new Unreadable('tooMany');
  return out;
}

/** Files as a form brings them to the server. */
export function form(files: Loaded[]): FormData {
  const out = new FormData();
  for (const file of files) out.append('file', new File([file.text ?? file.bytes], file.name));
  return out;
}
