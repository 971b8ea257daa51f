import { expect } from 'vitest';
import type { Language } from '../../../shared/contract/shapes.ts';
import type { ReactionCase } from './reaction-cases.ts';
import type { ReactionsStudio } from './reactions-studio.ts';

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

/** The account is as the case says, with our own word for why, and says so in words. */
export function expectHealth(studio: ReactionsStudio, one: ReactionCase): void {
  const { health, healthReason } = studio.account(one.network);
  if (!healths.includes(one.seen)) return expect(health).toBe('ok');
  expect({ health, code: healthReason?.code }).toEqual({ health: one.seen, code: one.meaning });
  expectTold((language) => studio.account(one.network, language).healthReason);
}

/** What is said of a whole account. */
export const healths: readonly string[] = ['sign-in', 'permission', 'restricted', 'throttled'];
