import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { loadFonts } from '../../tests/support/scene-samples.ts';
import { layoutText } from './layout-text.ts';
import { inkOf } from './place-line.ts';
import type { Box, TextStyle } from './scene.ts';

const fonts = loadFonts();
const box: Box = { xPx: 100, yPx: 50, widthPx: 800, heightPx: 300 };
const style: TextStyle = {
  font: { family: 'Fraunces', weight: 400 },
  sizePx: 96,
  minSizePx: 36,
  colour: '#000000',
  align: 'start',
  vertical: 'top',
  maxLines: 3,
  lineHeight: 1.08,
};

const words = fc
  .array(
    fc.constantFrom(
      'Été',
      'jardinière',
      'Straßenbahnhaltestellenschild',
      'à',
      'œillet',
      'زنبق',
      'الحبشة',
      '(12',
      'cm)',
      'WWWWWWWWWW',
      '«',
      '»',
      '🌷',
      '1 290,00 €',
      'Ậ',
      'ạ̈',
    ),
    { maxLength: 14 },
  )
  .map((list) => list.join(' '));

describe('text in its box', () => {
  test('never leaves it, whatever is written', () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('start', 'center', 'end') as fc.Arbitrary<TextStyle['align']>,
        fc.constantFrom('top', 'middle', 'bottom') as fc.Arbitrary<TextStyle['vertical']>,
        fc.integer({ min: 120, max: 900 }),
        (text, align, vertical, widthPx) => {
          const inside = { ...box, widthPx };
          const layout = layoutText(text, { ...style, align, vertical }, inside, fonts);
          expect(layout.lines.length).toBeLessThanOrEqual(3);
          for (const line of layout.lines) expectInside(line, layout.sizePx, inside);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('keeps its size when there is room', () => {
    const layout = layoutText('Arum', style, box, fonts);
    expect(layout).toMatchObject({ sizePx: 96, isShortened: false });
    expect(layout.lines).toHaveLength(1);
  });

  test('would rather shrink a little than take another line', () => {
    const layout = layoutText('Arum d’Éthiopie!!', { ...style, sizePx: 110 }, box, fonts);
    expect(layout.lines).toHaveLength(1);
    expect(layout.sizePx).toBeLessThan(110);
  });

  test('breaks evenly, without a lonely last word', () => {
    const text = 'Grande jardinière suspendue en terre';
    const { lines } = layoutText(text, { ...style, maxLines: 2 }, box, fonts);
    expect(lines).toHaveLength(2);
    const [first, last] = lines.map((line) => line.widthPx);
    expect(last ?? 0).toBeGreaterThan((first ?? 0) * 0.6);
  });

  test('ends in an ellipsis when even the smallest size is too large', () => {
    const layout = layoutText('Pépinière de printemps '.repeat(20), style, box, fonts);
    expect(layout.isShortened).toBe(true);
    expect(layout.lines.length).toBeGreaterThan(1);
    const shown = layout.lines.flatMap((line) => line.glyphs).length;
    expect(shown).toBeLessThan(20 * 'Pépinière de printemps '.length);
  });

  test('breaks a word that is wider than its box', () => {
    const layout = layoutText(
      'Blumenübertopfuntersetzerverkauf',
      { ...style, minSizePx: 80 },
      box,
      fonts,
    );
    for (const line of layout.lines) expectInside(line, layout.sizePx, box);
    expect(layout.lines.length).toBeGreaterThan(1);
  });

  test('starts Arabic at the right edge and keeps foreign words in order', () => {
    const { lines, sizePx } = layoutText('زنبق Arum', { ...style, maxLines: 1 }, box, fonts);
    const line = lines[0];
    if (!line) throw new Error('no line');
    const ink = inkOf(line.glyphs, sizePx);
    expect(line.xPx + (ink?.right ?? 0)).toBeGreaterThan(box.xPx + box.widthPx - 12);
    const latin = line.glyphs.filter((glyph) => glyph.font === fonts.font(style.font));
    const arabic = line.glyphs.filter((glyph) => glyph.font !== fonts.font(style.font));
    const rightmostLatin = Math.max(...latin.map((glyph) => glyph.xEm));
    const leftmostArabic = Math.min(...arabic.map((glyph) => glyph.xEm));
    expect(arabic.length).toBeGreaterThan(0);
    expect(rightmostLatin).toBeLessThanOrEqual(leftmostArabic + 0.01);
  });

  test('joins Arabic letters instead of setting them one by one', () => {
    const joined = layoutText('بببب', style, box, fonts).lines[0]?.glyphs.map((one) => one.glyphId);
    const alone = layoutText('ب', style, box, fonts).lines[0]?.glyphs.map((one) => one.glyphId);
    expect(new Set(joined)).not.toEqual(new Set(alone));
  });

  test('draws nothing for a text in letters that no font has', () => {
    expect(layoutText('𓀀𓀁', style, box, fonts).lines).toEqual([]);
  });
});

function expectInside(
  line: { glyphs: Parameters<typeof inkOf>[0]; xPx: number; baselinePx: number },
  sizePx: number,
  inside: Box,
): void {
  const ink = inkOf(line.glyphs, sizePx);
  if (!ink) return;
  expect(line.xPx + ink.left).toBeGreaterThanOrEqual(inside.xPx - 1);
  expect(line.xPx + ink.right).toBeLessThanOrEqual(inside.xPx + inside.widthPx + 1);
  expect(line.baselinePx - ink.top).toBeGreaterThanOrEqual(inside.yPx - 1);
  expect(line.baselinePx - ink.bottom).toBeLessThanOrEqual(inside.yPx + inside.heightPx + 1);
}
