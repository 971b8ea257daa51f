// The tables of light. Everything is made of + − × ÷ and square roots, which are the same to the last
// bit on every machine: what is drawn from them is the same in the window and in the export.
import type { PhotoWork } from './photo-work.ts';

/** Light of an sRGB value, 0 to 1. */
const lightOf: Float64Array = Float64Array.from({ length: 256 }, (_, value) => {
  const level = value / 255;
  if (level <= 0.04045) return level / 12.92;
  const base = (level + 0.055) / 1.055;
  const fifth = root(base, 5);
  return base * base * fifth * fifth;
});

/** An sRGB value, 0 to 1, of light above 0. */
function valueOf(light: number): number {
  if (light <= 0.0031308) return light * 12.92;
  const twelfth = root(Math.sqrt(Math.sqrt(light)), 3);
  const fourth = twelfth * twelfth * twelfth * twelfth;
  return 1.055 * fourth * twelfth - 0.055;
}

/** By Newton's way; the numbers here are never far from 1. */
function root(of: number, degree: number): number {
  let guess = of > 1 ? of : 1;
  for (let step = 0; step < 40; step++) {
    let power = 1;
    for (let i = 1; i < degree; i++) power *= guess;
    const next = ((degree - 1) * guess + of / power) / degree;
    if (next === guess) break;
    guess = next;
  }
  return guess;
}

/** 2 to the power of stops that are whole twentieths. */
function gainOf(stops: number): number {
  const twentieth = root(2, 20);
  let gain = 1;
  for (let step = Math.round(Math.abs(stops) * 20); step > 0; step--) gain *= twentieth;
  return stops < 0 ? 1 / gain : gain;
}

export type LightTables = {
  /** What becomes of each value of red, green and blue: light, white balance, contrast. */
  red: Uint8Array;
  green: Uint8Array;
  blue: Uint8Array;
  /** By how many 4096ths a pixel of this lightness is brightened; nothing when none is. */
  gain?: Uint16Array;
  /** Weight of a pixel's own colour against its grey, in 256ths; nothing when it is not changed. */
  saturation?: number;
};

/** At full warmth red gains and blue loses so many stops; at full tint green loses. */
const warmStops = 0.5;
const tintStops = 0.35;

/** The tables of a work; nothing when it changes neither light nor colour. */
export function lightTables(work: PhotoWork): LightTables | undefined {
  const { exposure = 0, contrast = 0, highlights = 0, shadows = 0, saturation = 0 } = work;
  const { warmth = 0, tint = 0 } = work;
  if (!(exposure || contrast || highlights || shadows || saturation || warmth || tint))
    return undefined;
  const light = gainOf(exposure);
  const red = fineGain((warmth / 100) * warmStops);
  const blue = fineGain((-warmth / 100) * warmStops);
  const green = fineGain((-tint / 100) * tintStops);
  // A grey keeps its lightness: only its colour moves.
  const kept = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const table = (gain: number) => valueTable((light * gain) / kept, contrast / 100);
  const gain = toneGain(highlights / 100, shadows / 100);
  return {
    red: table(red),
    green: table(green),
    blue: table(blue),
    ...(gain ? { gain } : {}),
    ...(saturation ? { saturation: Math.round((256 * (100 + saturation)) / 100) } : {}),
  };
}

/** As gainOf for any number of stops near 0: the first terms of the power series. */
function fineGain(stops: number): number {
  const x = stops * 0.6931471805599453;
  return 1 + x * (1 + (x / 2) * (1 + (x / 3) * (1 + (x / 4) * (1 + x / 5))));
}

function valueTable(gain: number, contrast: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) => {
    const level = gain === 1 ? value / 255 : Math.min(1, valueOf((lightOf[value] ?? 0) * gain));
    return Math.round(255 * contrasted(level, contrast));
  });
}

/** Around the middle: more of it bends the ends in without cutting them off. */
function contrasted(level: number, contrast: number): number {
  if (contrast < 0) return 0.5 + (level - 0.5) * (1 + 0.6 * contrast);
  return level + contrast * 0.8 * (level * level * (3 - 2 * level) - level);
}

const gainUnit = 4096;

/** Shadows act on the dark end and fade out before the middle, highlights the other way round. Both
 *  curves only ever rise, so nothing dark becomes lighter than what was lighter. */
function toneGain(highlights: number, shadows: number): Uint16Array | undefined {
  if (highlights === 0 && shadows === 0) return undefined;
  const lift = shadows > 0 ? 1.3 * shadows : 0.8 * shadows;
  const push = highlights > 0 ? 0.8 * highlights : 1.3 * highlights;
  return Uint16Array.from({ length: 256 }, (_, value) => {
    const level = Math.max(value, 1) / 255;
    const rest = 1 - level;
    const change = lift * rest * rest * rest + push * rest * level * level;
    return Math.round(gainUnit * (1 + change));
  });
}
