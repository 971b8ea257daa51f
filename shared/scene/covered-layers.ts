import { layerPose } from './layer-motion.ts';
import { photoRequest } from './photo-requests.ts';
import type { SceneAssets } from './scene-assets.ts';
import type { Layer, Scene } from './scene.ts';

/** The layers of a row without those that a later one hides altogether, and whether one does. Only where
 *  that is sure to the pixel: an opaque photo or a block of one colour over the whole picture, at rest. */
export function withoutCovered(
  layers: readonly Layer[],
  scene: Scene,
  timeMs: number,
  assets: Pick<SceneAssets, 'photo'>,
): { layers: readonly Layer[]; coversAll: boolean } {
  // A picture is drawn once; looking costs more than drawing.
  if (scene.durationMs === 0) return { layers, coversAll: false };
  const from = layers.findLastIndex((layer) => covers(layer, scene, timeMs, assets));
  return from < 0 ? { layers, coversAll: false } : { layers: layers.slice(from), coversAll: true };
}

function covers(
  layer: Layer,
  scene: Scene,
  timeMs: number,
  assets: Pick<SceneAssets, 'photo'>,
): boolean {
  if (layer.hidden || layer.rotationDeg || layer.blend || layer.shadow) return false;
  if (!isOpaque(layer, assets)) return false;
  const pose = layerPose(layer, scene, timeMs);
  if (!pose || pose.opacity < 1 || pose.scale !== 1 || pose.wipe) return false;
  const [left, top] = [
    Math.round(layer.box.xPx + pose.dxPx),
    Math.round(layer.box.yPx + pose.dyPx),
  ];
  const [right, bottom] = [
    left + Math.round(layer.box.widthPx),
    top + Math.round(layer.box.heightPx),
  ];
  return left <= 0 && top <= 0 && right >= scene.widthPx && bottom >= scene.heightPx;
}

function isOpaque(layer: Layer, assets: Pick<SceneAssets, 'photo'>): boolean {
  if (layer.kind === 'shape')
    return (
      layer.shape.kind === 'rect' &&
      !layer.stroke &&
      typeof layer.fill === 'string' &&
      /^#[\da-f]{6}$/i.test(layer.fill)
    );
  if (layer.kind !== 'photo' || (layer.clip && layer.clip.kind !== 'rect')) return false;
  // Only a photo without holes has its pixels laid down as they are.
  return assets.photo(photoRequest(layer).key)?.stamp !== undefined;
}
