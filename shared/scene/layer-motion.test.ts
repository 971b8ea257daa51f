import { describe, expect, test } from 'vitest';
import { eased, layerPose } from './layer-motion.ts';
import type { Layer, Scene } from './scene.ts';

const scene: Scene = {
  format: '1:1',
  widthPx: 1080,
  heightPx: 1080,
  durationMs: 10_000,
  background: '#FFFFFF',
  layers: [],
};
const shape: Layer = {
  id: 'block',
  kind: 'shape',
  box: { xPx: 0, yPx: 0, widthPx: 100, heightPx: 100 },
  shape: { kind: 'rect' },
  fill: '#000000',
};

describe('easing', () => {
  test('starts at 0, ends at 1 and never leaves them', () => {
    for (const easing of ['linear', 'ease-out', 'ease-in-out'] as const) {
      expect(eased(easing, -1)).toBe(0);
      expect(eased(easing, 0)).toBe(0);
      expect(eased(easing, 1)).toBe(1);
      expect(eased(easing, 2)).toBe(1);
      expect(eased(easing, 0.6)).toBeGreaterThan(eased(easing, 0.4));
    }
  });
});

describe('the pose of a layer', () => {
  test('is nothing before it comes and after it has gone', () => {
    const layer = { ...shape, inMs: 2000, outMs: 4000 };
    expect(layerPose(layer, scene, 1999)).toBeUndefined();
    expect(layerPose(layer, scene, 2000)).toBeDefined();
    expect(layerPose(layer, scene, 3999)).toBeDefined();
    expect(layerPose(layer, scene, 4000)).toBeUndefined();
  });

  test('holds the very last moment', () => {
    expect(layerPose(shape, scene, 10_000)).toMatchObject({ opacity: 1, progressFrac: 1 });
  });

  test('fades in and out', () => {
    const motions = [
      { kind: 'fade', when: 'in', durationMs: 400, easing: 'linear' },
      { kind: 'fade', when: 'out', durationMs: 400, easing: 'linear' },
    ] as const;
    const layer: Layer = { ...shape, inMs: 1000, outMs: 3000, motions: [...motions] };
    expect(layerPose(layer, scene, 1200)?.opacity).toBeCloseTo(0.5, 5);
    expect(layerPose(layer, scene, 2000)?.opacity).toBe(1);
    expect(layerPose(layer, scene, 2800)?.opacity).toBeCloseTo(0.5, 5);
  });

  test('slides by whole pixels and comes to rest', () => {
    const slide = { kind: 'slide', when: 'in', dxPx: 101, dyPx: -33, durationMs: 300 } as const;
    const layer: Layer = { ...shape, motions: [slide] };
    for (const timeMs of [0, 50, 100, 299]) {
      const pose = layerPose(layer, scene, timeMs);
      expect(Number.isInteger(pose?.dxPx)).toBe(true);
      expect(Number.isInteger(pose?.dyPx)).toBe(true);
    }
    expect(layerPose(layer, scene, 300)).toMatchObject({ dxPx: 0, dyPx: 0 });
  });

  test('shows every layer of a picture at rest', () => {
    const layer = { ...shape, inMs: 500, motions: [{ kind: 'fade', when: 'in', durationMs: 100 }] };
    const still = { ...scene, durationMs: 0 };
    expect(layerPose(layer as Layer, still, 0)).toMatchObject({ opacity: 1, scale: 1 });
  });
});
