import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isUntouched,
  photoSliders,
  photoWorkKey,
  readPhotoWork,
  readWorkParam,
  sliderBounds,
  writeWorkParam,
  type PhotoWork,
} from './photo-work.ts';

describe('settings of a photo from anywhere', () => {
  test('keep what can be read, inside its bounds and on its steps', () => {
    const read = readPhotoWork({
      rotateDeg: 90,
      straightenDeg: 40,
      exposure: 0.333,
      contrast: -1000,
      saturation: 'much',
      sharpen: -5,
      crop: { xFrac: 0.9, yFrac: -1, widthFrac: 0.5, heightFrac: 3 },
      background: { kind: 'plain', colour: 'red', reach: 50, touchUps: [{ mode: 'keep' }] },
      colour: 'unknown',
    });
    expect(read).toEqual({
      rotateDeg: 90,
      straightenDeg: 15,
      crop: { xFrac: 0.5, yFrac: 0, widthFrac: 0.5, heightFrac: 1 },
      exposure: 0.35,
      contrast: -100,
      background: { kind: 'plain', colour: '#FFFFFF' },
    });
  });

  test('are one JSON however they came, whatever came', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom(...photoSliders, 'crop', 'background') }),
        (any) => {
          const once = readPhotoWork(any);
          expect(JSON.stringify(readPhotoWork(JSON.parse(JSON.stringify(once))))).toBe(
            JSON.stringify(once),
          );
          for (const slider of photoSliders) {
            const { min, max } = sliderBounds[slider];
            expect(once[slider] ?? 0).toBeGreaterThanOrEqual(min);
            expect(once[slider] ?? 0).toBeLessThanOrEqual(max);
          }
        },
      ),
    );
  });

  test('do not grow with what is painted', () => {
    const touchUps = Array.from({ length: 500 }, () => ({
      mode: 'remove',
      radius: 99_999,
      points: Array.from({ length: 900 }, (_, at) => at * 20),
    }));
    const read = readPhotoWork({ background: { kind: 'remove', touchUps } });
    const numbers = read.background?.touchUps?.flatMap(({ points }) => points) ?? [];
    expect(numbers).toHaveLength(1200);
    expect(read.background?.touchUps?.every(({ points }) => points.length % 2 === 0)).toBe(true);
    expect(writeWorkParam(read).length).toBeLessThan(10_000);
  });
});

describe('the key of settings', () => {
  test('is empty where nothing is done', () => {
    expect(photoWorkKey(undefined)).toBe('');
    expect(photoWorkKey({ exposure: 0 })).toBe('');
    expect(isUntouched({ crop: { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 } })).toBe(true);
    expect(isUntouched({ contrast: 1 })).toBe(false);
  });

  test('tells neighbouring settings apart and knows the same again', () => {
    const keys = new Set<string>();
    for (let contrast = -100; contrast <= 100; contrast++)
      for (let shadows = -20; shadows <= 20; shadows++)
        keys.add(photoWorkKey({ contrast, shadows, vignette: 3 }));
    expect(keys.size).toBe(201 * 41);
    expect([...keys].every((key) => /^[0-9a-f]{14}$/.test(key))).toBe(true);
    const backwards: PhotoWork = { tint: 2, warmth: 1 };
    expect(photoWorkKey(backwards)).toBe(photoWorkKey({ warmth: 1, tint: 2 }));
  });

  test('travels in an address and comes back', () => {
    const work = readPhotoWork({
      warmth: -7,
      background: {
        kind: 'remove',
        touchUps: [{ mode: 'keep', radius: 300, points: [1, 2, 3, 4] }],
      },
    });
    const param = writeWorkParam(work);
    expect(param).toMatch(/^[\w-]+$/);
    expect(readWorkParam(param)).toEqual(work);
    expect(readWorkParam('%%%')).toBeUndefined();
  });
});
