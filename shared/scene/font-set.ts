import type { ColourPart } from './colour-glyphs.ts';
import type { FontChoice } from './scene.ts';

/** One glyph outline in font units, y upwards, as canvas calls. */
export type OutlineCommand = { type: 'M' | 'L' | 'Q' | 'C' | 'Z'; values: number[] };

/** A glyph placed in its run; distances in font units. `cluster` is its index in the text. */
export type ShapedGlyph = {
  glyphId: number;
  cluster: number;
  advance: number;
  dx: number;
  dy: number;
};

/** Edges of ink in font units, y upwards. */
export type Ink = { left: number; right: number; top: number; bottom: number };

export type ShapeOptions = { direction: 'ltr' | 'rtl'; tabular: boolean };

/** One loaded font. */
export type SceneFont = {
  unitsPerEm: number;
  ascender: number;
  descender: number;
  capHeight: number;
  hasGlyph(codePoint: number): boolean;
  shape(text: string, options: ShapeOptions): ShapedGlyph[];
  outline(glyphId: number): OutlineCommand[];
  /** The box of the glyph's ink, y upwards; nothing for a space. */
  ink(glyphId: number): Ink | undefined;
  /** What a coloured glyph is put together of, from below. */
  colourParts(glyphId: number): readonly ColourPart[] | undefined;
};

export type FontSet = {
  /** The font asked for. */
  font(choice: FontChoice): SceneFont;
  /** The first font that has a letter with all its marks: the one asked for, then the fallbacks by
   *  script; else the first that has the letter alone. */
  fontFor(choice: FontChoice, letter: string): SceneFont;
  /** For emoji, when it was loaded. */
  emoji: SceneFont | undefined;
  has(family: string): boolean;
  /** A font of the shop's own. It never stands in for another: what a picture looks like must not
   *  depend on what else was drawn before. Throws when the bytes are no font. */
  add(file: FontFile): void;
};

/** The bytes of one font file. */
export type FontFile = {
  family: string;
  weight: number;
  style: 'normal' | 'italic';
  bytes: Uint8Array;
};
