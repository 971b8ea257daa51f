import bidiFactory from 'bidi-js';
import { isEmoji, isStrayTag, lettersOf } from './emoji-letters.ts';
import type { FontSet, SceneFont } from './font-set.ts';
import type { FontChoice } from './scene.ts';

/** A stretch of text with one font and one direction; `level` is odd from right to left. */
export type TextRun = { start: number; end: number; level: number; font: SceneFont };

const bidi = bidiFactory();

/** Text as it can be drawn: composed, without control characters and without letters that no font of
 *  ours has (an empty box tells a customer nothing), with French spaces that hold. */
export function drawableText(text: string, choice: FontChoice, fonts: FontSet): string {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n\u00A0\u202F\u2009]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (found) =>
      keptControls.has(found) || isStrayTag(found) ? found : '',
    )
    .replace(/[\u202F\u2009]/gu, '\u00A0');
  return lettersOf(plain)
    .map((letter) => knownPart(letter, choice, fonts))
    .join('')
    .replace(/ +(?=[;:!?»%€])/gu, '\u00A0')
    .replace(/(?<=«) +/gu, '\u00A0')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Line feeds, and the joiners that Arabic and Indic scripts write with. */
const keptControls: ReadonlySet<string> = new Set(['\n', '\u200C', '\u200D']);

/** The letter without those marks that its font cannot draw; nothing when it cannot draw the letter. */
function knownPart(letter: string, choice: FontChoice, fonts: FontSet): string {
  if (isStrayTag(letter)) return '';
  const [first = '', ...marks] = Array.from(letter);
  if (fonts.emoji && isEmoji(letter)) return isKnownEmoji(first, fonts.emoji) ? letter : '';
  const font = fonts.fontFor(choice, letter);
  const isDrawn = (one: string): boolean =>
    keptControls.has(one) || one === asText || font.hasGlyph(one.codePointAt(0) ?? 0);
  return isDrawn(first) ? [first, ...marks.filter(isDrawn)].join('') : '';
}

/** After a sign that could be an emoji: it is not. */
const asText = '\uFE0E';

function isKnownEmoji(first: string, emoji: SceneFont): boolean {
  return emoji.hasGlyph(first.codePointAt(0) ?? 0);
}

/** Splits the text into runs, in reading order. Spaces and marks stay with the run before them. */
export function textRuns(text: string, choice: FontChoice, fonts: FontSet): TextRun[] {
  const { levels } = bidi.getEmbeddingLevels(text);
  const runs: TextRun[] = [];
  let index = 0;
  for (const letter of lettersOf(text)) {
    const end = index + letter.length;
    const last = runs.at(-1);
    const level = levels[index] ?? 0;
    const font = fontOf(letter, last?.font, choice, fonts);
    if (last && last.level === level && last.font === font) last.end = end;
    else runs.push({ start: index, end, level, font });
    index = end;
  }
  return runs;
}

/** The direction that the paragraph is read in. */
export function isRightToLeft(text: string): boolean {
  const first = bidi.getEmbeddingLevels(text).paragraphs[0];
  return first !== undefined && first.level % 2 === 1;
}

/** Joiners and the marks that choose between a letter and its picture. */
const invisible = /\u200C|\u200D|\uFE0E|\uFE0F/g;

function fontOf(
  letter: string,
  before: SceneFont | undefined,
  choice: FontChoice,
  fonts: FontSet,
): SceneFont {
  // A space of another font in the middle of a word group would tear the run in three.
  if (before && /^\s/u.test(letter) && before.hasGlyph(letter.codePointAt(0) ?? 0)) return before;
  if (fonts.emoji && isEmoji(letter)) return fonts.emoji;
  return fonts.fontFor(choice, letter.replace(invisible, ''));
}

/** The runs of one line, from left to right (rule L2 of the Unicode bidirectional algorithm). */
export function visualOrder(runs: readonly TextRun[]): TextRun[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...ordered.map((run) => run.level));
  for (let level = highest; level >= 1; level -= 1) reverseFrom(ordered, level);
  return ordered;
}

function reverseFrom(runs: TextRun[], level: number): void {
  let index = 0;
  while (index < runs.length) {
    let end = index;
    while (end < runs.length && (runs[end]?.level ?? 0) >= level) end += 1;
    if (end > index) runs.splice(index, end - index, ...runs.slice(index, end).reverse());
    index = end + 1;
  }
}
