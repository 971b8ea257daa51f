import { layerPose } from './layer-motion.ts';
import type { Scene } from './scene.ts';

/** Tells frames apart: two moments with the same signature look the same to the pixel, so that the
 *  second need not be drawn. */
export function frameSignature(scene: Scene, timeMs: number): string {
  const poses = scene.layers.map((layer) => {
    const pose = layerPose(layer, scene, timeMs);
    if (!pose) return undefined;
    const { progressFrac, ...rest } = pose;
    const moves = layer.kind === 'photo' && layer.travel !== undefined;
    return moves ? { ...rest, progressFrac } : rest;
  });
  return JSON.stringify(poses);
}
