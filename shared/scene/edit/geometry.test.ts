import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, PhotoLayer } from '../scene.ts';
import { boundsOf, cornersOf, isOnLayer, middleOf } from './layer-box.ts';
import {
  handles,
  moveLayers,
  resizeBox,
  resizeLayer,
  scaleLayers,
  turnLayers,
  wholeAngle,
  angleTo,
} from './move-layers.ts';
import { panPhoto, photoZoom, resetPhoto, seenPart, zoomPhoto } from './photo-view.ts';
import { snapBox, snapLines, snapSides } from './snap-layers.ts';
import { shape, sceneWith, words } from './edit-samples.ts';

const boxes = fc.record({
  xPx: fc.integer({ min: -500, max: 1500 }),
  yPx: fc.integer({ min: -500, max: 1500 }),
  widthPx: fc.integer({ min: 40, max: 900 }),
  heightPx: fc.integer({ min: 40, max: 900 }),
});
const angles = fc.integer({ min: -180, max: 180 });

describe('a turned layer', () => {
  it('is hit where it is seen and not in the corners of its upright box', () => {
    const layer = shape('a', { xPx: 0, yPx: 40, widthPx: 100, heightPx: 20 }, { rotationDeg: 90 });
    expect(isOnLayer(layer, { xPx: 50, yPx: 5 })).toBe(true);
    expect(isOnLayer(layer, { xPx: 5, yPx: 50 })).toBe(false);
    const bounds = boundsOf([layer]);
    expect(bounds?.widthPx).toBeCloseTo(20);
    expect(bounds?.heightPx).toBeCloseTo(100);
  });

  it('keeps the opposite corner in its place while one is pulled', () => {
    fc.assert(
      fc.property(
        boxes,
        angles,
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: -30, max: 200 }),
        fc.integer({ min: -30, max: 200 }),
        fc.boolean(),
        (box, rotationDeg, which, dxPx, dyPx, keepsRatio) => {
          const handle = handles[which] ?? { x: 1, y: 1 };
          const next = resizeBox(box, rotationDeg, handle, { dxPx, dyPx }, { keepsRatio });
          const opposite = (of: Box) => {
            const corners = cornersOf({ box: of, rotationDeg });
            const at = (x: number, y: number) => corners[y < 0 ? (x < 0 ? 0 : 1) : x < 0 ? 3 : 2];
            const [a, b] = [
              at(-handle.x || -1, -handle.y || -1),
              at(-handle.x || 1, -handle.y || 1),
            ];
            if (!a || !b) throw new Error('four corners');
            return { xPx: (a.xPx + b.xPx) / 2, yPx: (a.yPx + b.yPx) / 2 };
          };
          const [before, after] = [opposite(box), opposite(next)];
          expect(Math.hypot(before.xPx - after.xPx, before.yPx - after.yPx)).toBeLessThan(0.01);
          if (keepsRatio)
            expect(next.widthPx / next.heightPx).toBeCloseTo(box.widthPx / box.heightPx, 4);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('turns with others around what they cover, and back to where it was', () => {
    const scene = sceneWith([
      shape('a', { xPx: 100, yPx: 100, widthPx: 100, heightPx: 100 }),
      shape('b', { xPx: 300, yPx: 100, widthPx: 100, heightPx: 100 }),
    ]);
    const turned = turnLayers(scene, ['a', 'b'], 90);
    const [a, b] = turned.layers;
    expect(a).toMatchObject({ rotationDeg: 90, box: { xPx: 200, yPx: 0 } });
    expect(b).toMatchObject({ rotationDeg: 90, box: { xPx: 200, yPx: 200 } });
    expect(turnLayers(turned, ['a', 'b'], -90)).toEqual(scene);
  });

  it('has angles from -180 to 180, in steps of 15 where asked', () => {
    expect([wholeAngle(370, false), wholeAngle(-190, false), wholeAngle(180, false)]).toEqual([
      10, 170, 180,
    ]);
    expect([wholeAngle(8, true), wholeAngle(-52, true)]).toEqual([15, -45]);
    expect(angleTo({ xPx: 0, yPx: 0 }, { xPx: 10, yPx: 0 })).toBe(90);
  });
});

describe('size', () => {
  it('words grow with a corner and keep their size with a side', () => {
    const layer = words('t', { xPx: 0, yPx: 0, widthPx: 200, heightPx: 100 });
    const doubled = { xPx: 0, yPx: 0, widthPx: 400, heightPx: 200 };
    expect(resizeLayer(layer, doubled, { x: 1, y: 1 })).toMatchObject({ style: { sizePx: 80 } });
    const wide = { ...layer.box, widthPx: 400 };
    expect(resizeLayer(layer, wide, { x: 1, y: 0 })).toMatchObject({
      ...{ box: wide, style: { sizePx: 40 } },
    });
  });

  it('from the middle moves both sides', () => {
    const box = { xPx: 100, yPx: 100, widthPx: 100, heightPx: 100 };
    const next = resizeBox(box, 0, { x: 1, y: 0 }, { dxPx: 20, dyPx: 0 }, { fromMiddle: true });
    expect(next).toEqual({ xPx: 80, yPx: 100, widthPx: 140, heightPx: 100 });
  });

  it('of several layers keeps them to one another', () => {
    const scene = sceneWith([
      shape('a', { xPx: 100, yPx: 100, widthPx: 100, heightPx: 100 }),
      words('t', { xPx: 300, yPx: 200, widthPx: 100, heightPx: 100 }),
    ]);
    const from = { xPx: 100, yPx: 100, widthPx: 300, heightPx: 200 };
    const next = scaleLayers(scene, ['a', 't'], from, { ...from, widthPx: 600, heightPx: 400 });
    expect(next.layers[1]).toMatchObject({
      ...{ box: { xPx: 500, yPx: 300, widthPx: 200, heightPx: 200 }, style: { sizePx: 80 } },
    });
  });
});

describe('snapping', () => {
  const others = [shape('b', { xPx: 600, yPx: 300, widthPx: 200, heightPx: 100 })];
  const moving = shape('a', { xPx: 0, yPx: 0, widthPx: 100, heightPx: 100 });
  const scene = sceneWith([...others, moving]);

  it('brings the middle to the middle of the picture and says so', () => {
    const lines = snapLines(scene, ['a']);
    const snap = snapBox({ xPx: 486, yPx: 700, widthPx: 100, heightPx: 100 }, lines, 8);
    expect(snap).toMatchObject({ dxPx: 4, dyPx: 0 });
    expect(snap.guides).toMatchObject([{ axis: 'x', atPx: 540, isMiddle: true, fromPx: 0 }]);
  });

  it('brings an edge to another layer and leaves what is out of reach', () => {
    const lines = snapLines(scene, ['a']);
    expect(snapBox({ xPx: 803, yPx: 800, widthPx: 100, heightPx: 100 }, lines, 8).dxPx).toBe(-3);
    expect(snapBox({ xPx: 420, yPx: 800, widthPx: 50, heightPx: 100 }, lines, 8)).toEqual({
      ...{ dxPx: 0, dyPx: 0, guides: [] },
    });
  });

  it('of a handle looks only at the side it moves', () => {
    const lines = snapLines(scene, ['a']);
    const box = { xPx: 3, yPx: 500, widthPx: 594, heightPx: 100 };
    expect(snapSides(box, { x: 1, y: 0 }, lines, 8)).toMatchObject({ dxPx: 3, dyPx: 0 });
  });

  it('whole pixels only after a move', () => {
    const moved = moveLayers(scene, ['a'], 3.4, -2.6).layers.at(-1);
    expect(moved?.box).toMatchObject({ xPx: 3, yPx: -3 });
  });
});

describe('a photo behind its window', () => {
  const source = { widthPx: 4000, heightPx: 3000 };
  const photo: PhotoLayer = {
    ...{ id: 'p', kind: 'photo', photoId: 'x' },
    box: { xPx: 0, yPx: 0, widthPx: 500, heightPx: 500 },
  };

  it('is seen from its focus as far as there is photo', () => {
    expect(seenPart(photo, source)).toMatchObject({ xFrac: 0.125, widthFrac: 0.75 });
    const left = { ...photo, focus: { xFrac: 0, yFrac: 0.5 } };
    expect(seenPart(left, source).xFrac).toBe(0);
  });

  it('never leaves its frame empty, however it is moved and zoomed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            dxPx: fc.integer({ min: -2000, max: 2000 }),
            dyPx: fc.integer({ min: -2000, max: 2000 }),
            factor: fc.double({ min: 0.2, max: 5, noNaN: true }),
          }),
          { maxLength: 8 },
        ),
        fc.boolean(),
        (steps, flipped) => {
          let layer: PhotoLayer = flipped ? { ...photo, flip: 'x' } : photo;
          for (const { dxPx, dyPx, factor } of steps)
            layer = zoomPhoto(panPhoto(layer, source, dxPx, dyPx), source, factor);
          const seen = seenPart(layer, source);
          expect(seen.xFrac).toBeGreaterThanOrEqual(-1e-9);
          expect(seen.yFrac).toBeGreaterThanOrEqual(-1e-9);
          expect(seen.xFrac + seen.widthFrac).toBeLessThanOrEqual(1 + 1e-9);
          expect(seen.yFrac + seen.heightFrac).toBeLessThanOrEqual(1 + 1e-9);
          const ratio = (seen.widthFrac * 4000) / (seen.heightFrac * 3000);
          expect(ratio).toBeCloseTo(1, 2);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('follows the hand, mirrored too, and comes back whole', () => {
    const by = (layer: PhotoLayer) => seenPart(panPhoto(layer, source, 50, 0), source).xFrac;
    const zoomed = zoomPhoto(photo, source, 2);
    expect(photoZoom(zoomed, source)).toBeCloseTo(2, 3);
    const { xFrac } = seenPart(zoomed, source);
    expect(by(zoomed)).toBeLessThan(xFrac);
    expect(by({ ...zoomed, flip: 'x' })).toBeGreaterThan(xFrac);
    expect(resetPhoto(zoomed)).toEqual(photo);
    expect(middleOf(zoomed.box)).toEqual(middleOf(photo.box));
  });
});
