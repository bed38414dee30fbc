import { expect, test } from 'vitest';
import { offsets, stretches, type Fact } from './brief';

const text = 'Le président a déclaré : « Le retrait commence dans deux jours. » Ещё 🚁.';
const bytes = (part: string) => {
  const start = new TextEncoder().encode(text.slice(0, text.indexOf(part))).length;
  return { start, end: start + new TextEncoder().encode(part).length };
};
const fact = (words: string, sentence: string): Fact => ({
  kind: 'start', value: null, unit: '', precision: 'exact', date: '', who: '', text: words, ...bytes(words), sentence: { text: sentence, ...bytes(sentence) },
});

test('bytes are characters of their own past accents, Cyrillic and signs beyond', () => {
  for (const part of ['déclaré', '« Le', 'Ещё', '🚁', '.']) {
    const { start, end } = bytes(part);
    const at = offsets(text, [start, end]);
    expect(text.slice(at.get(start), at.get(end))).toBe(part);
  }
});

test('the words of a fact, its sentence, and what is neither', () => {
  const found = stretches(text, [fact('dans deux jours', 'Le retrait commence dans deux jours.')]);
  expect(found.map((s) => s.text).join('')).toBe(text);
  expect(found.filter((s) => s.facts.length > 0).map((s) => s.text)).toEqual(['dans deux jours']);
  expect(found.filter((s) => s.sentences.length > 0).map((s) => s.text).join('')).toBe('Le retrait commence dans deux jours.');
});
