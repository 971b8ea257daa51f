import { describe, expect, test } from 'vitest';
import { applyLight } from './apply-light.ts';
import { applyLook, hasHoles, hasLook } from './apply-look.ts';
import { autoSettings } from './auto-settings.ts';
import { analysisSize, findBackground } from './find-background.ts';
import { finishPixels } from './finish-pixels.ts';
import { lightTables } from './light-tables.ts';
import type { PhotoBackground, PhotoWork } from './photo-work.ts';
import { planPhoto } from './plan-photo.ts';
import { subjectMask } from './subject-mask.ts';
import type { Picture } from './turn-pixels.ts';

type Colour = readonly [number, number, number];
const focus = { xFrac: 0.5, yFrac: 0.5 };

function paint(widthPx: number, heightPx: number, at: (x: number, y: number) => Colour): Picture {
  const pixels = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++)
      pixels.set([...at(x + 0.5, y + 0.5), 255], (y * widthPx + x) * 4);
  return { pixels, widthPx, heightPx };
}

/** Every grey beside every other, then some colours. */
const ramp = () => paint(256, 1, (x) => [Math.floor(x), Math.floor(x), Math.floor(x)]);

function lit(work: PhotoWork, picture = ramp()): number[] {
  const tables = lightTables(work);
  if (tables) applyLight(picture.pixels, tables);
  return [...picture.pixels].filter((_, at) => at % 4 !== 3);
}

describe('light and colour', () => {
  test('leave a photo alone when nothing is set', () => {
    expect(lightTables({ sharpen: 3 })).toBeUndefined();
    expect([hasLook({}), hasLook({ rotateDeg: 90 }), hasLook({ tint: 1 })]).toEqual([
      ...[false, false, true],
    ]);
  });

  test.each([
    { exposure: 2 },
    { exposure: -2 },
    { contrast: 100 },
    { contrast: -100 },
    { shadows: 100, highlights: -100 },
    { shadows: -100, highlights: 100 },
  ])('never turn light into darker than dark: %j', (work) => {
    const greys = lit(work).filter((_, at) => at % 3 === 0);
    for (let at = 1; at < greys.length; at++)
      expect(greys[at]).toBeGreaterThanOrEqual(greys[at - 1] ?? 0);
  });

  test('a stop of exposure is twice the light', () => {
    // 0.2158 of light is 128; twice that is 176.
    expect(lit({ exposure: 1 })[128 * 3]).toBe(176);
    expect(lit({ exposure: -1 })[176 * 3]).toBe(128);
  });

  test('warmth moves red against blue and keeps the lightness of greys', () => {
    const [r = 0, g = 0, b = 0] = lit({ warmth: 60 }).slice(128 * 3, 128 * 3 + 3);
    expect(r).toBeGreaterThan(g);
    expect(g).toBeGreaterThan(b);
    expect(Math.abs(0.2126 * r + 0.7152 * g + 0.0722 * b - 128)).toBeLessThan(3);
  });

  test('no saturation is grey, more leaves greys grey and skin alone', () => {
    const red = () => paint(1, 1, () => [200, 40, 60]);
    const [r, g, b] = lit({ saturation: -100 }, red());
    expect([r, r]).toEqual([g, b]);
    expect(new Set(lit({ saturation: 80 }).slice(300, 303)).size).toBe(1);
    const spread = (colour: Colour) => {
      const made = lit(
        { saturation: 60 },
        paint(1, 1, () => colour),
      );
      return Math.max(...made) - Math.min(...made) - (Math.max(...colour) - Math.min(...colour));
    };
    expect(spread([224, 172, 150])).toBeLessThan(spread([150, 172, 224]));
  });
});

describe('automatic settings', () => {
  test('leave a well lit photo nearly as it is and help a dull one', () => {
    const good = paint(64, 64, (x, y) => [x * 4, x * 4, Math.max(0, x * 4 - y / 4)]);
    expect(Math.abs(autoSettings(good.pixels).exposure ?? 0)).toBeLessThan(0.2);
    const dull = paint(64, 64, (x) => [60 + x, 58 + x, 50 + x]);
    const settings = autoSettings(dull.pixels);
    expect(settings.exposure).toBeGreaterThan(0.4);
    expect(settings.warmth).toBeLessThan(0);
  });
});

describe('layers', () => {
  test('flip and grey work on the finished pixels', () => {
    const picture = paint(3, 1, (x) => [Math.floor(x) * 100, 0, 0]);
    finishPixels(picture, { flip: 'x' });
    expect([...picture.pixels].filter((_, at) => at % 4 === 0)).toEqual([200, 100, 0]);
    finishPixels(picture, { tone: 'grey' });
    const [r, g, b] = picture.pixels;
    expect([r, r]).toEqual([g, b]);
  });
});

// A seeded noise, the same each time.
function grain(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state / 2 ** 32 - 0.5) * 12;
  };
}

type Scene = { name: string; isInside: (x: number, y: number) => boolean; ground: Colour };
const disc = (x: number, y: number) => (x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.09;
const bottle = (x: number, y: number) =>
  (Math.abs(x - 0.5) < 0.18 && y > 0.4 && y < 0.92) ||
  (Math.abs(x - 0.5) < 0.06 && y > 0.1 && y <= 0.4);
const star = (x: number, y: number) => {
  const angle = Math.atan2(y - 0.5, x - 0.5);
  return Math.hypot(x - 0.5, y - 0.5) < 0.22 + 0.12 * Math.cos(5 * angle);
};
const scenes: Scene[] = [
  { name: 'a disc on white', isInside: disc, ground: [246, 246, 244] },
  { name: 'a bottle on grey', isInside: bottle, ground: [176, 178, 181] },
  { name: 'a star on sand', isInside: star, ground: [222, 205, 178] },
  { name: 'a bottle on black', isInside: bottle, ground: [22, 22, 24] },
];

/** A product with its own shading before a ground whose light falls off, with grain and a soft shadow. */
function shot({ isInside, ground }: Scene, widthPx: number, heightPx: number): Picture {
  const noise = grain();
  return paint(widthPx, heightPx, (px, py) => {
    const x = px / widthPx;
    const y = py / heightPx;
    const n = noise();
    if (isInside(x, y)) return [150 + 60 * x + n, 40 + 30 * y + n, 70 + n];
    const fall = 1 - 0.1 * x - 0.06 * y;
    const shadow = 1 - 0.07 * Math.max(0, 1 - Math.hypot((x - 0.5) / 0.4, (y - 0.94) / 0.08));
    return [ground[0], ground[1], ground[2]].map((c) => c * fall * shadow + n) as unknown as Colour;
  });
}

function cut(picture: Picture, background: PhotoBackground, work: PhotoWork = {}): Picture {
  const source = { widthPx: picture.widthPx, heightPx: picture.heightPx };
  expect(analysisSize(source)).toEqual(source);
  const found = findBackground(picture, background.reach);
  const made = { ...picture, pixels: new Uint8ClampedArray(picture.pixels) };
  const settings = { ...work, background };
  const { view } = planPhoto(source, {}, { ...source, focus });
  applyLook(made, settings, view, subjectMask(found, background));
  return made;
}

describe('a plain background', () => {
  test.each(scenes)('is told from $name: 97 % and more of the two shapes agree', (scene) => {
    const picture = shot(scene, 320, 240);
    expect(findBackground(picture).isPlain).toBe(true);
    const { pixels } = cut(picture, { kind: 'remove' });
    let both = 0;
    let either = 0;
    for (let pixel = 0; pixel < 320 * 240; pixel++) {
      const isIn = scene.isInside(
        ((pixel % 320) + 0.5) / 320,
        (Math.floor(pixel / 320) + 0.5) / 240,
      );
      const isKept = (pixels[pixel * 4 + 3] ?? 0) > 127;
      if (isIn && isKept) both++;
      if (isIn || isKept) either++;
    }
    expect(both / either).toBeGreaterThan(0.97);
    expect(hasHoles({ background: { kind: 'remove' } })).toBe(true);
  });

  test('becomes exactly the colour asked for, and no rim of the old one is left', () => {
    const scene = { name: '', isInside: disc, ground: [40, 160, 60] as const };
    const { pixels } = cut(shot(scene, 240, 240), { kind: 'plain', colour: '#FFFFFF' });
    expect([...pixels.subarray(0, 3)]).toEqual([255, 255, 255]);
    let greenest = 0;
    for (let at = 0; at < pixels.length; at += 4)
      greenest = Math.max(greenest, pixels[at + 1]! - Math.max(pixels[at]!, pixels[at + 2]!));
    expect(greenest).toBeLessThan(26);
  });

  test('is not claimed where there is none', () => {
    const noise = grain();
    const busy = paint(300, 300, (x, y) => {
      const v = ((Math.floor(x / 13) * 97 + Math.floor(y / 17) * 61) % 200) + noise();
      return [v, 255 - v, (v * 3) % 255];
    });
    expect(findBackground(busy).isPlain).toBe(false);
  });

  test('what is painted by hand has the last word', () => {
    const picture = shot(scenes[0]!, 200, 200);
    const alphaAt = (touchUps: NonNullable<PhotoBackground['touchUps']>, x: number, y: number) =>
      cut(picture, { kind: 'remove', touchUps }).pixels[(y * 200 + x) * 4 + 3];
    const line = { radius: 400, points: [1000, 1000, 3000, 1000] };
    expect(alphaAt([], 40, 20)).toBe(0);
    expect(alphaAt([{ mode: 'keep', ...line }], 40, 20)).toBe(255);
    expect(alphaAt([{ mode: 'remove', radius: 300, points: [5000, 5000] }], 100, 100)).toBe(0);
  });

  test('blurred, it keeps its mean and the subject its pixels', () => {
    const striped = paint(300, 300, (x, y) =>
      disc(x / 300, y / 300)
        ? [200, 30, 30]
        : Math.floor(x / 6) % 2
          ? [216, 216, 216]
          : [196, 196, 196],
    );
    const { pixels } = cut(striped, { kind: 'blur', strength: 60 });
    const at = (x: number, y: number) => pixels[(y * 300 + x) * 4] ?? 0;
    for (const x of [20, 23, 26, 29]) expect(Math.abs(at(x, 20) - 206)).toBeLessThan(4);
    expect([at(150, 150), pixels[(150 * 300 + 150) * 4 + 1]]).toEqual([200, 30]);
  });
});

describe('sharpening and vignette', () => {
  test('sharpening steepens an edge and leaves even parts alone', () => {
    const edge = paint(40, 9, (x) => (x < 20 ? [100, 100, 100] : [140, 140, 140]));
    const { view } = planPhoto(edge, {}, { widthPx: 40, heightPx: 9, focus });
    applyLook(edge, { sharpen: 100 }, { ...view, unitPx: 1000 }, undefined);
    const row = [...edge.pixels.subarray(4 * 40 * 4, 5 * 40 * 4)].filter((_, at) => at % 4 === 0);
    expect(row[5]).toBe(100);
    expect(row[35]).toBe(140);
    expect(row[19]).toBeLessThan(100);
    expect(row[20]).toBeGreaterThan(140);
  });

  test('a vignette belongs to the whole photo: a part of it shows its part', () => {
    const whole = paint(200, 200, () => [200, 200, 200]);
    const size = { widthPx: 200, heightPx: 200 };
    const wish = { ...size, focus };
    applyLook(whole, { vignette: 80 }, planPhoto(size, {}, wish).view, undefined);
    expect(whole.pixels[(100 * 200 + 100) * 4]).toBe(200);
    expect(whole.pixels[0]).toBeLessThan(110);
    const part = paint(100, 100, () => [200, 200, 200]);
    const crop = { xFrac: 0, yFrac: 0, widthFrac: 0.5, heightFrac: 0.5 };
    const { view } = planPhoto(size, {}, { widthPx: 100, heightPx: 100, focus, crop });
    applyLook(part, { vignette: 80 }, view, undefined);
    for (const [x, y] of [
      [0, 0],
      [50, 20],
      [99, 99],
    ] as const)
      expect(part.pixels[(y * 100 + x) * 4]).toBe(whole.pixels[(y * 200 + x) * 4]);
  });
});
