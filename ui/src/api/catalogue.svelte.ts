import { lang, type Lang } from '../lang/lang.svelte';
import { answer, api, type Schemas } from './client';

// The built-in types in the language of the page. A mission holds those that it
// uses as the catalogue has them in English: what they are called and what they
// assume is put into the page's language here.

type Kind = 'lifts' | 'equipment';

const read = new Map<string, Promise<Schemas['Catalog']>>();
let words = $state.raw<Partial<Record<Lang, Record<string, string>>>>({});

/** Built-in types of a kind, read once a language. Reactive to the language. */
export function catalogueOf(kind: Kind): Promise<Schemas['Catalog']> {
  const spoken = lang();
  const key = `${kind} ${spoken}`;
  let catalogue = read.get(key);
  if (!catalogue) {
    catalogue = answer(api.GET('/api/catalog/{kind}', { params: { path: { kind } } })).then((found) => {
      words = { ...words, [spoken]: { ...words[spoken], ...found.words } };
      return found;
    });
    catalogue.catch(() => read.delete(key));
    read.set(key, catalogue);
  }
  return catalogue;
}

/** A name or a reason in the language of the page where the catalogue has it; any other text stays as it is. Reactive. */
export function inWords(text: string | null | undefined): string {
  return (text && words[lang()]?.[text]) || text || '';
}

/** Reads what `inWords` needs. English needs nothing. */
export async function readWords(): Promise<void> {
  if (lang() === 'en') return;
  await Promise.allSettled([catalogueOf('lifts'), catalogueOf('equipment')]);
}
