import type { Language } from '../../contract/shapes.ts';
import type { Colour } from '../scene.ts';

/** `main` is the layer's colour; the others are made of it. */
export type StickerTone = 'main' | 'dark' | 'light' | 'white' | 'ink';

/** Lines and curves on a grid of 100 by `100 / ratio`, as in SVG paths, absolute: M, L, Q, C, Z. */
export type StickerPart = {
  path: string;
  fill?: StickerTone;
  line?: { tone: StickerTone; width: number };
};

export type Sticker = {
  id: string;
  names: Record<Language, string>;
  /** Width by height. */
  ratio: number;
  /** Until the merchant chooses one. */
  colour: Colour;
  parts: readonly StickerPart[];
};
