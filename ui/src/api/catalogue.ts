import { lang, type Lang } from '../lang/lang.svelte';
import { answer, api, type Mission, type Schemas } from './client';

// The built-in types, in the page's language. A mission that uses some has them in
// English, as they are filled in where it is read.

type Catalogue = Schemas['Catalog'];
type Kind = 'lifts' | 'equipment';

const known = new Map<`${Lang} ${Kind}`, Promise<Catalogue>>();

/** The built-in types of a kind; asked for once in each language. */
export function catalogue(kind: Kind): Promise<Catalogue> {
  const key = `${lang()} ${kind}` as const;
  const before = known.get(key);
  if (before) return before;
  const asked = answer(api.GET('/api/catalog/{kind}', { params: { path: { kind } } }));
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked;
}

/** The mission with its built-in types called as the page's language has them; as it is where that cannot be had. */
export async function inWords(mission: Mission): Promise<Mission> {
  if (lang() === 'en') return mission;
  const both = Promise.all([catalogue('lifts'), catalogue('equipment')]);
  const says = await both.then(([lifts, equipment]): Record<string, string> => ({ ...lifts.says, ...equipment.says }), () => ({}));
  return { ...mission, ...(mission.lift_types && { lift_types: said(mission.lift_types, says) }), ...(mission.equipment_types && { equipment_types: said(mission.equipment_types, says) }) };
}

type Named = { name?: string | null; basis?: Schemas['Basis'] | null };
function said<T extends Named>(types: T[], says: Record<string, string>): T[] {
  const inLanguage = (text: string) => (Object.hasOwn(says, text) ? says[text]! : text);
  return types.map((type) => ({
    ...type,
    ...(type.name && { name: inLanguage(type.name) }),
    ...(type.basis?.assumed && { basis: { ...type.basis, assumed: inLanguage(type.basis.assumed) } }),
  }));
}
