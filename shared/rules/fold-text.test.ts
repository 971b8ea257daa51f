import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';

test.each([
  ['Arum d’Éthiopie', "arum d'ethiopie"],
  ['CŒUR de  bœuf ', 'coeur de boeuf'],
  ['e\u0301te\u0301', 'ete'],
  ['ＡＢＣ', 'abc'],
  ['Grün', 'grun'],
])('folds %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('folds twice as once', () => {
  expect(foldText(foldText('  Ça, là-bas : Œuvre '))).toBe(foldText('  Ça, là-bas : Œuvre '));
});
