import { luminance, mix, readableOn } from '../colours.ts';
import type { Colour } from '../scene.ts';
import type { Brand } from '../template.ts';

/** The colours of one ground and what may stand on it. */
export type Palette = {
  ground: Colour;
  /** Titles. */
  ink: Colour;
  /** Prices, numerals, what should be seen first. */
  accent: Colour;
  /** Second words. */
  soft: Colour;
  /** Hairlines. */
  line: Colour;
};

/** The shop's colours on its dark ground, on its paper, on its accent, or on a tint of it. */
export function paletteOf(brand: Brand, on: 'ground' | 'paper' | 'accent' | 'tint'): Palette {
  const { ground, paper, accent } = brand.colours;
  const base = { ground, paper, accent, tint: mix(paper, accent, 0.22) }[on];
  const isDark = luminance(base) < 0.3;
  const words = on === 'ground' || on === 'accent' ? other(brand, base, isDark) : ground;
  const ink = readableOn(words, base, 7);
  return {
    ground: base,
    ink,
    accent: readableOn(on === 'accent' ? ink : accent, base, 4.8),
    soft: readableOn(mix(ink, base, 0.22), base, 5),
    line: mix(base, ink, 0.24),
  };
}

/** Of the shop's other two colours the one that is lighter or darker, as the ground asks for. */
function other(brand: Brand, base: Colour, isDark: boolean): Colour {
  const rest = Object.values(brand.colours).filter((colour) => colour !== base);
  const sorted = rest.toSorted((a, b) => luminance(a) - luminance(b));
  return (isDark ? sorted.at(-1) : sorted[0]) ?? (isDark ? '#FFFFFF' : '#1E1B18');
}
