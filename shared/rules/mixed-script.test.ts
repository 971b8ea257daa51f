import { expect, it } from 'vitest';
import { isMixedScript } from './mixed-script.ts';

it('tells a host made of letters of two scripts from one of a single script', () => {
  expect(isMixedScript('https://аpple.com/')).toBe(true);
  expect(isMixedScript('https:\\\\gοοgle.com\\x')).toBe(true);
  expect(isMixedScript('https://яндекс.рф/apple')).toBe(false);
  expect(isMixedScript('https://café.fr/пример')).toBe(false);
});
