import { IntlMessageFormat } from 'intl-messageformat';
import type en from './en.json';

// What the page says, in the language of whoever reads it: one file of messages
// a language (ICU MessageFormat), each loaded when it is needed.

export type Lang = 'en' | 'fr';
export const languages: Record<Lang, string> = { en: 'English', fr: 'Français' };

type Words = typeof en;
/** Names of messages, by room: `shell.signOut`. */
export type MessageKey = { [R in keyof Words]: `${R & string}.${keyof Words[R] & string}` }[keyof Words];
export type Values = Record<string, string | number | boolean | Date | null | undefined>;

const load: Record<Lang, () => Promise<Words>> = {
  en: async () => (await import('./en.json')).default,
  fr: async () => (await import('./fr.json')).default,
};

let spoken = $state<Lang>('en');
let all = $state.raw<Partial<Words>>({});
let formats = new Map<string, IntlMessageFormat>();

/** The language that the page speaks now. Reactive. */
export function lang(): Lang {
  return spoken;
}

/** The locale whose habits figures and dates follow. Reactive. */
export function locale(): string {
  return spoken === 'en' ? 'en-GB' : 'fr-FR';
}

/** Speaks a language from now on; without one, the one chosen last or the browser's. */
export async function chooseLanguage(chosen?: Lang): Promise<void> {
  if (chosen) localStorage.setItem('lang', chosen);
  const wanted = [localStorage.getItem('lang'), ...navigator.languages].map((l) => l?.slice(0, 2));
  const next = (wanted.find((l) => l && l in languages) ?? 'en') as Lang;
  const words = await load[next]();
  formats = new Map();
  all = words;
  spoken = next;
  document.documentElement.lang = next;
}

/** A message in the language of the page. Reactive. */
export function say(key: MessageKey, values?: Values): string {
  const [room, name] = key.split('.') as [keyof Words, string];
  const text = (all[room] as Record<string, string> | undefined)?.[name];
  if (text === undefined) return key;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new IntlMessageFormat(text, locale(), undefined, { ignoreTag: true })));
  return format.format(values) as string;
}

/** What something is, with the reason where one is given. Reactive. */
export const because = (what: string, why: string | null | undefined): string => (why ? say('shell.named', { what, text: why }) : what);

/** A text of a mission in the language of the page, or else in English, or else in whichever there is. Reactive. */
export function textOf(text: Record<string, string> | undefined): string {
  if (!text) return '';
  return text[spoken] ?? text['en'] ?? text[''] ?? Object.values(text)[0] ?? '';
}
