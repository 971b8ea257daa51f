import { signs } from './stickers/signs.ts';
import type { Sticker } from './stickers/sticker.ts';
import { things } from './stickers/things.ts';

/** In the order in which they are offered. */
export const stickers: readonly Sticker[] = [...signs, ...things];

export function findSticker(id: string): Sticker | undefined {
  return stickers.find((sticker) => sticker.id === id);
}
