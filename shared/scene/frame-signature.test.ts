import { expect, test } from 'vitest';
import { frameSignature } from './frame-signature.ts';
import type { Scene } from './scene.ts';

const box = { xPx: 0, yPx: 0, widthPx: 100, heightPx: 100 };
const whole = { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 };

function sceneOf(layers: unknown[]): Scene {
  return {
    format: '1:1',
    widthPx: 100,
    heightPx: 100,
    durationMs: 4000,
    background: '#ffffff',
    layers,
  } as Scene;
}

const resting = sceneOf([
  {
    id: 'a',
    kind: 'photo',
    photoId: 'p',
    box,
    inMs: 0,
    outMs: 4000,
    motions: [{ kind: 'fade', when: 'in', durationMs: 500 }],
  },
]);

test('moments at rest are alike, moments of a fade are not', () => {
  expect(frameSignature(resting, 600)).toBe(frameSignature(resting, 3000));
  expect(frameSignature(resting, 100)).not.toBe(frameSignature(resting, 200));
});

test('a photo that travels is never at rest', () => {
  const travel = { from: whole, to: { ...whole, xFrac: 0.1 }, easing: 'linear' };
  const scene = sceneOf([{ id: 'a', kind: 'photo', photoId: 'p', box, travel }]);
  expect(frameSignature(scene, 1000)).not.toBe(frameSignature(scene, 1033));
});

test('a layer that leaves changes the frame', () => {
  const scene = sceneOf([{ id: 'a', kind: 'photo', photoId: 'p', box, inMs: 0, outMs: 2000 }]);
  expect(frameSignature(scene, 1999)).not.toBe(frameSignature(scene, 2000));
});
