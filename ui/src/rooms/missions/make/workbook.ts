import { strFromU8, unzipSync } from 'fflate';

const list = 'xl/workbook.xml';

/** The names of a workbook's sheets; none where it is no workbook. What is in them is the server's to read. */
export function sheetsOf(bytes: Uint8Array): string[] {
  try {
    const xml = unzipSync(bytes, { filter: (entry) => entry.name === list && entry.originalSize < 2 ** 20 })[list];
    const sheets = new DOMParser().parseFromString(xml ? strFromU8(xml) : '', 'application/xml').getElementsByTagNameNS('*', 'sheet');
    return [...sheets].map((sheet) => sheet.getAttribute('name') ?? '').filter(Boolean);
  } catch {
    return [];
  }
}
