import { clipMoment } from './clip-moment.ts';
import { layerPose } from './layer-motion.ts';
import { passageOf } from './part-passage.ts';
import type { Scene } from './scene.ts';

/** Tells frames apart: two moments with the same signature look the same to the pixel, so that the
 *  second need not be drawn. */
export function frameSignature(scene: Scene, timeMs: number): string {
  const poses = scene.layers.map((layer) => {
    const pose = layerPose(layer, scene, timeMs);
    if (!pose) return undefined;
    const { progressFrac, ...rest } = pose;
    if (layer.kind === 'clip') return { ...rest, atMs: clipMoment(layer, timeMs) };
    const moves = layer.kind === 'photo' && layer.travel !== undefined;
    return moves ? { ...rest, progressFrac } : rest;
  });
  const passages = scene.parts?.map((_, part) => passageOf(scene, part, timeMs)?.frac);
  return JSON.stringify([poses, passages]);
}
