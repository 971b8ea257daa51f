import { readFile, stat } from 'node:fs/promises';
import { Problem } from '../../../../shared/contract/problem.ts';
import { createFontSet } from '../../../../shared/scene/fonts.ts';
import type { FontFile, FontSet } from '../../../../shared/scene/font-set.ts';
import type { WorkerOps } from '../worker-messages.ts';
import { readSfnt } from './read-sfnt.ts';

export const mostFontBytes = 20_000_000;
/** What French is written with; a font without these sets holes into captions and prices. */
const french =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ€%«»’“”…–.,;:!?()&/-+ \u00A0';
const mostOutlineSteps = 20_000;

/** Judges a font that somebody brought: is it one, what does it call itself, can it write French, may
 *  it be embedded? Every letter that matters is shaped and traced here, where nothing is lost. */
export async function inspectFont({ path }: WorkerOps['inspectFont']['input']) {
  const { size } = await stat(path);
  if (size > mostFontBytes) throw new Problem('font-too-large', { sizeBytes: size });
  const bytes = new Uint8Array(await readFile(path));
  if (isPacked(bytes)) throw new Problem('font-packed');
  const sfnt = readSfnt(bytes);
  if (!sfnt) throw new Problem('font-unreadable');
  const { family, weight, style, embedding, isVariable } = sfnt;
  const fonts = load({ family, weight, style, bytes });
  const font = fonts.font({ family, weight: 400 });
  const missing = [...french].filter((letter) => !font.hasGlyph(letter.codePointAt(0) ?? 0));
  if (missing.length > french.length / 2) throw new Problem('font-unreadable');
  for (const { glyphId } of font.shape(french, { direction: 'ltr', tabular: true }))
    if (font.outline(glyphId).length > mostOutlineSteps) throw new Problem('font-unreadable');
  return {
    ...{ family, weight, style, embedding, isVariable, sizeBytes: size },
    missing: missing.join(''),
  };
}

/** Packed for the web (both kinds), or several in one file. */
function isPacked(bytes: Uint8Array): boolean {
  return ['wOFF', 'wOF2', 'ttcf'].includes(String.fromCharCode(...bytes.subarray(0, 4)));
}

function load(file: FontFile): FontSet {
  try {
    return createFontSet([file]);
  } catch (error) {
    throw new Problem('font-unreadable', {}, { cause: error });
  }
}
