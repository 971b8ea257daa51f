import type { TouchUp } from '../../../../shared/scene/photo-work/photo-work.ts';

/** What the pointer does on the photo. */
export type PhotoTool =
  { kind: 'crop'; shape: CropShape } | { kind: 'brush'; mode: TouchUp['mode']; radius: number };

/** Width by height; the photo's own, or as one likes. */
export const cropShapes = {
  free: undefined,
  own: 'own',
  '1:1': 1,
  '4:5': 4 / 5,
  '9:16': 9 / 16,
  '16:9': 16 / 9,
} as const;
export type CropShape = keyof typeof cropShapes;

/** The ratio a crop keeps in fractions of its frame; undefined where it keeps none. */
export function keptRatio(shape: CropShape, frameRatio: number): number | undefined {
  const ratio = cropShapes[shape];
  if (ratio === undefined) return undefined;
  return ratio === 'own' ? 1 : ratio / frameRatio;
}
