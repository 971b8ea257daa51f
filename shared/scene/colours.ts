import type { Colour } from './scene.ts';

type Rgb = { r: number; g: number; b: number };

function parse(colour: Colour): Rgb {
  const at = (index: number): number => Number.parseInt(colour.slice(index, index + 2), 16);
  return { r: at(1), g: at(3), b: at(5) };
}

function write({ r, g, b }: Rgb): Colour {
  const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');
  return `#${hex(r)}${hex(g)}${hex(b)}`;
}

/** The colour with an opacity from 0 to 1. */
export function withAlpha(colour: Colour, alpha: number): Colour {
  return (
    colour.slice(0, 7) +
    Math.round(alpha * 255)
      .toString(16)
      .padStart(2, '0')
  );
}

/** `share` of `b` in `a`. */
export function mix(a: Colour, b: Colour, share: number): Colour {
  const x = parse(a);
  const y = parse(b);
  const one = (p: number, q: number): number => p + (q - p) * share;
  return write({ r: one(x.r, y.r), g: one(x.g, y.g), b: one(x.b, y.b) });
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(colour: Colour): number {
  const { r, g, b } = parse(colour);
  const linear = (value: number): number => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: Colour, b: Colour): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** The colour itself if it can be read on the ground, else the nearest lighter or darker one that can.
 *  A shop may choose any colours; its prices must be readable all the same. */
export function readableOn(colour: Colour, ground: Colour, wanted = 4.6): Colour {
  if (contrast(colour, ground) >= wanted) return colour;
  const goal = contrast('#ffffff', ground) >= contrast('#000000', ground) ? '#ffffff' : '#000000';
  for (let share = 0.05; share < 1; share += 0.05) {
    const tried = mix(colour, goal, share);
    if (contrast(tried, ground) >= wanted) return tried;
  }
  return goal;
}
