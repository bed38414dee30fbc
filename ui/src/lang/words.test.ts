import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import en from './en.json';
import fr from './fr.json';

// Every message in every language can be read, and takes the same values.

type Rooms = Record<string, Record<string, string>>;
const languages: Record<string, Rooms> = { en, fr };

function values(text: string, locale: string): string[] {
  const names = new Set<string>();
  const collect = (parts: unknown): void => {
    for (const part of parts as { type: number; value: string; options?: Record<string, { value: unknown }> }[]) {
      if (part.type > 0 && part.type !== 7) names.add(part.value); // neither words nor the # of a plural
      for (const option of Object.values(part.options ?? {})) collect(option.value);
    }
  };
  collect(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

for (const [room, words] of Object.entries(en as Rooms)) {
  test(`the words of ${room}`, () => {
    for (const [lang, rooms] of Object.entries(languages)) {
      expect(Object.keys(rooms[room] ?? {}).sort(), lang).toEqual(Object.keys(words).sort());
      for (const [key, text] of Object.entries(rooms[room]!)) {
        expect(text.trim(), `${lang} ${room}.${key}`).not.toBe('');
        expect(values(text, lang), `${lang} ${room}.${key}`).toEqual(values(words[key]!, 'en'));
      }
    }
  });
}
