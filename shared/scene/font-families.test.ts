import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadChosenFonts, loadFonts, resources } from '../../tests/support/scene-samples.ts';
import { choiceFontFiles, fontFiles } from './font-files.ts';
import { fontPairs, shippedFamilies } from './font-families.ts';
import { addedFamilies } from './own-fonts.ts';
import type { Scene, TextLayer } from './scene.ts';

const folder = join(resources, 'fonts');
const fonts = loadChosenFonts();

/** Latin-1 and Latin Extended-A, without the soft hyphen and letters that nobody writes any more. */
const latin = Array.from({ length: 0x180 - 0xa1 }, (_, step) => String.fromCodePoint(0xa1 + step))
  .filter((letter) => !'\u00ADŉſĸĳµ'.includes(letter))
  .join('');

test('every family that can be chosen writes all of Latin by itself, in each of its faces', () => {
  for (const { file, family, weight, style } of choiceFontFiles) {
    const font = fonts.font({
      family,
      weight: weight as 400,
      ...(style === 'italic' ? { style } : {}),
    });
    const lacks = [...`${latin}€–—’“”„…œŒ«»`].filter(
      (letter) => !font.hasGlyph(letter.codePointAt(0) ?? 0),
    );
    expect(lacks.join(''), file).toBe('');
  }
});

test('every font file is listed and comes with its licence', () => {
  const listed = [...fontFiles, ...choiceFontFiles].map(({ file }) => file).toSorted();
  const there = readdirSync(folder).filter((name) => name.endsWith('.ttf'));
  expect(there.toSorted()).toEqual(listed);
  for (const file of listed) {
    const licence = join(folder, `OFL-${file.split(/[_.]/u)[0]}.txt`);
    expect(existsSync(licence), licence).toBe(true);
    expect(readFileSync(licence, 'utf8')).toMatch(/SIL OPEN FONT LICENSE/iu);
  }
});

test('choices name families that are there', () => {
  for (const { family, file } of shippedFamilies) {
    expect(fonts.has(family), family).toBe(true);
    expect(existsSync(join(folder, file)), file).toBe(true);
  }
  for (const pair of fontPairs)
    for (const family of [pair.title, pair.text])
      expect(shippedFamilies.some((one) => one.family === family)).toBe(true);
});

test('a scene asks for the families beside the usual ones, and they stand in for no other font', () => {
  const text = (family: string): TextLayer =>
    ({ kind: 'text', style: { font: { family, weight: 400 } } }) as TextLayer;
  const own = 'own:0198f0a0-0000-7000-8000-000000000000';
  const layers = ['Lora', 'Inter', own, 'Lora', 'Unknown'].map(text);
  expect(addedFamilies({ layers } as unknown as Scene)).toEqual(['Lora', own]);
  const usual = loadFonts();
  expect(usual.has('Lora')).toBe(false);
  const choice = { family: 'Unknown', weight: 400 } as const;
  expect(fonts.font(choice).ascender).toBe(usual.font(choice).ascender);
});
