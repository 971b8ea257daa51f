import { foldText } from '../../shared/rules/fold-text.ts';

const wordSign = /[\p{L}\p{N}]+/gu;

/** Does a text have these words in a row? Accents, case and the end of a plural are forgiven; `*` at the
 *  end of a word stands for any end. What has no letters, as a heart, is looked for as it is. */
export function hasWord(text: string, sought: string): boolean {
  const wanted = foldText(sought).match(/[\p{L}\p{N}]+\*?/gu);
  if (!wanted) return sought.trim() !== '' && text.includes(sought.trim());
  const words = foldText(text).match(wordSign) ?? [];
  return words.some((_, start) =>
    wanted.every((one, index) => isWord(words[start + index] ?? '', one)),
  );
}

function isWord(word: string, wanted: string): boolean {
  if (wanted.endsWith('*')) return word !== '' && word.startsWith(wanted.slice(0, -1));
  return word === wanted || singular(word) === singular(wanted);
}

/** `geraniums` and `bureaux` without their plural; words of three letters have none. */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}
