import { expect } from 'vitest';
import type { Language } from '../../../shared/contract/shapes.ts';

type Words = { text: string; todo?: string | undefined };

/** What a person is told stands in both languages, complete: no key, no hole, no quotes around nothing. */
export function expectTold(read: (language: Language) => Words | undefined): void {
  const [french, english] = [read('fr'), read('en')];
  for (const words of [french, english]) {
    for (const sentence of [words?.text, words && 'todo' in words ? words.todo : words?.text]) {
      expect(sentence).toMatch(/\p{L}{2,}.*[.?»”]$/u);
      expect(sentence).not.toMatch(/\{\{|«\s*»|“”|^[\w-]+([.:][\w-]+)+$/);
    }
  }
  expect(french?.text).not.toBe(english?.text);
}
