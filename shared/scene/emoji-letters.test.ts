import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { contextOf, loadFonts } from '../../tests/support/scene-samples.ts';
import { readColourGlyphs } from './colour-glyphs.ts';
import { drawText } from './draw-text.ts';
import { isEmoji, lettersOf } from './emoji-letters.ts';
import { layoutText } from './layout-text.ts';
import type { TextStyle } from './scene.ts';

const fonts = loadFonts();
const style: TextStyle = {
  font: { family: 'Inter', weight: 500 },
  sizePx: 40,
  minSizePx: 20,
  colour: '#112233',
  align: 'start',
  vertical: 'top',
  maxLines: 2,
  lineHeight: 1.2,
};
const layout = (text: string, widthPx = 900) =>
  layoutText(text, style, { xPx: 0, yPx: 0, widthPx, heightPx: 120 }, fonts);
const glyphsOf = (text: string) => layout(text).lines.flatMap((line) => line.glyphs);
const coloured = (text: string) =>
  glyphsOf(text).filter(({ font, glyphId }) => font.colourParts(glyphId)).length;

describe('one emoji is one coloured glyph', () => {
  test.each([
    ['a face', '😀'],
    ['a skin tone', '👍🏿'],
    ['a profession with a skin tone', '👩🏽‍🌾'],
    ['a family', '👨‍👩‍👧‍👦'],
    ['two with hearts between', '🧑🏻‍❤️‍💋‍🧑🏿'],
    ['a flag', '🇫🇷'],
    ['a flag of a region', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a keycap', '1️⃣'],
    ['a heart with the picture selector', '❤️'],
    ['a rainbow flag', '🏳️‍🌈'],
  ])('%s', (_, emoji) => {
    expect(lettersOf(`a${emoji}b`)).toEqual(['a', emoji, 'b']);
    expect(glyphsOf(`${emoji}`)).toHaveLength(1);
    expect(coloured(`Été ${emoji} ok`)).toBe(1);
    expect(coloured(`زنبق ${emoji} الحبشة`)).toBe(1);
  });
});

test('digits, signs and the text selector stay letters of the text', () => {
  expect(['1', '#', '©', '™', '™︎', '❤︎', '1️'].map(isEmoji)).toEqual(Array(7).fill(false));
  expect(coloured('12 © 2026 ™')).toBe(0);
  expect(coloured('1 🌿 = 2 🪴')).toBe(2);
});

test('two flags side by side are two, and a stray tag is nothing', () => {
  expect(coloured('🇫🇷🇩🇪')).toBe(2);
  expect(glyphsOf('a\u{E0067}b')).toHaveLength(2);
});

test('a line never ends inside an emoji, nor does a shortened text', () => {
  const family = '👨‍👩‍👧‍👦';
  const { lines, isShortened } = layout(family.repeat(40), 130);
  expect(isShortened).toBe(true);
  const glyphs = lines.flatMap((line) => line.glyphs);
  const whole = glyphsOf(family)[0]?.glyphId;
  const kept = glyphs.filter(({ font }) => font === fonts.emoji);
  expect(kept.length).toBeGreaterThan(3);
  expect(new Set(kept.map((one) => one.glyphId))).toEqual(new Set([whole]));
});

test('its parts are drawn in their colours, the words in theirs', () => {
  const canvas = createCanvas(300, 120);
  drawText(contextOf(canvas), layout('Feuille 🍁'), style.colour);
  const { data } = canvas.getContext('2d').getImageData(0, 0, 300, 120);
  const seen = new Set<string>();
  for (let at = 0; at < data.length; at += 4)
    if (data[at + 3] === 255) seen.add([...data.subarray(at, at + 3)].join());
  expect(seen).toContain('17,34,51');
  expect(seen).toContain('221,46,68');
});

test('a colour table that leads out of the file is no colour table', () => {
  const bytes = new Uint8Array(60);
  const view = new DataView(bytes.buffer);
  view.setUint16(4, 2);
  for (const [index, tag] of ['COLR', 'CPAL'].entries()) {
    for (const [step, letter] of [...tag].entries())
      bytes[12 + 16 * index + step] = letter.charCodeAt(0);
    view.setUint32(12 + 16 * index + 8, 0xfffffff0);
  }
  expect(readColourGlyphs(bytes)).toBeUndefined();
});
