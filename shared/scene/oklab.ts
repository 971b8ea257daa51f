// Colours as eyes compare them: equal distances look equally different, and lightness changes without
// the hue wandering off. After Björn Ottosson's OKLab.
import type { Colour } from './scene.ts';

/** `l` is lightness, 0 to 1; `a` runs from green to red, `b` from blue to yellow. */
export type Oklab = { l: number; a: number; b: number };

const toLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const fromLinear = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

/** Of sRGB channels from 0 to 255. */
export function oklabOf(red: number, green: number, blue: number): Oklab {
  const [r, g, b] = [toLinear(red / 255), toLinear(green / 255), toLinear(blue / 255)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

export function oklabOfColour(colour: Colour): Oklab {
  const at = (index: number): number => Number.parseInt(colour.slice(index, index + 2), 16);
  return oklabOf(at(1), at(3), at(5));
}

/** Linear sRGB; outside 0 to 1 where no screen shows the colour. */
function linearOf({ l, a, b }: Oklab): [number, number, number] {
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

/** As `#RRGGBB`. A colour that no screen shows loses as much of its strength as it must, and keeps its
 *  lightness and its hue. */
export function colourOfOklab(wished: Oklab): Colour {
  for (let share = 1; ; share = Math.max(0, share - 0.04)) {
    const lab = { l: wished.l, a: wished.a * share, b: wished.b * share };
    const linear = linearOf(lab);
    const isShown = linear.every((part) => part >= -0.0005 && part <= 1.0005);
    if (isShown || share === 0) return write(linear);
  }
}

function write(linear: readonly number[]): Colour {
  const hex = linear.map((part) => {
    const value = Math.round(fromLinear(Math.min(1, Math.max(0, part))) * 255);
    return value.toString(16).padStart(2, '0');
  });
  return `#${hex.join('')}`.toUpperCase();
}

/** How different two colours look; 0.02 is barely seen. */
export function oklabDistance(x: Oklab, y: Oklab): number {
  return Math.hypot(x.l - y.l, x.a - y.a, x.b - y.b);
}

/** How strong a colour is: 0 for grey, about 0.3 for the strongest. */
export function chromaOf({ a, b }: Oklab): number {
  return Math.hypot(a, b);
}
