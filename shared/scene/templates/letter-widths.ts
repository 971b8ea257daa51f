import type { FontChoice } from '../scene.ts';
import { choiceLetterWidths } from './choice-letter-widths.ts';

/** Advances of the letters from space to `~` in hundredths of the size, as the shipped fonts have them:
 *  templates place words before any font is loaded. */
const serif = [
  22, 31, 35, 65, 60, 76, 75, 17, 35, 35, 62, 56, 27, 41, 26, 49, 66, 46, 61, 55, 61, 58, 61, 52,
  60, 61, 26, 27, 52, 56, 52, 51, 90, 72, 69, 70, 79, 65, 60, 76, 84, 39, 49, 78, 62, 91, 78, 80,
  68, 80, 73, 60, 69, 75, 71, 105, 73, 69, 64, 34, 49, 34, 48, 48, 24, 55, 60, 52, 61, 53, 38, 57,
  63, 31, 31, 61, 31, 95, 63, 59, 62, 60, 47, 48, 38, 62, 56, 82, 54, 56, 48, 40, 27, 40, 64,
];
const sans = [
  27, 30, 49, 64, 65, 99, 65, 31, 37, 37, 52, 67, 30, 46, 30, 37, 65, 42, 62, 63, 66, 60, 63, 57,
  63, 63, 30, 32, 67, 67, 67, 53, 98, 71, 66, 73, 72, 60, 59, 75, 74, 27, 58, 69, 57, 91, 76, 77,
  64, 77, 65, 65, 65, 74, 71, 100, 70, 70, 64, 37, 37, 37, 48, 46, 34, 57, 62, 58, 62, 59, 38, 62,
  60, 25, 25, 56, 25, 89, 60, 60, 62, 62, 39, 54, 34, 60, 57, 83, 56, 58, 56, 44, 35, 44, 67,
];
const shipped: Readonly<Record<string, readonly number[]>> = {
  ...choiceLetterWidths,
  Fraunces: serif,
  Inter: sans,
};
/** Signs of French and of prices, near enough in every family. */
const signs: Readonly<Record<string, number>> = {
  ...{ '’': 22, '‘': 22, '“': 41, '”': 41, '«': 57, '»': 57, '–': 52, '—': 92, '…': 86 },
  ...{ '€': 69, '°': 44, œ: 95, '×': 58, '\u2212': 60, '★': 104 },
};
const first = 32;
/** Of letters that the table lacks: emoji and wide scripts are rather too wide than too narrow. */
const unknownEm = 0.66;
const wideEm = 1.3;
/** The shop's own fonts may run wider than ours. */
const strangerShare = 1.06;

/** About how wide a text is, in sizes. Marks count with their letters. */
export function widthEm(text: string, font: Pick<FontChoice, 'family'>, spacingEm = 0): number {
  const known = shipped[font.family];
  const table = known ?? serif;
  let sum = 0;
  for (const letter of text.normalize('NFD')) {
    const code = letter.codePointAt(0) ?? 0;
    if (/\p{M}/u.test(letter)) continue;
    if (/\s/u.test(letter)) sum += (table[0] ?? 0) / 100;
    else
      sum +=
        code > 0xffff ? wideEm : (table[code - first] ?? signs[letter] ?? unknownEm * 100) / 100;
    sum += spacingEm;
  }
  return sum * (known ? 1 : strangerShare);
}
