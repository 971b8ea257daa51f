import { photoWorkKey, type PhotoWork } from './photo-work/photo-work.ts';
import type { PhotoLayer, PointFrac, RectFrac, Scene } from './scene.ts';

/** A photo as a scene needs it: cropped to this ratio around `focus`, then scaled to this size. */
export type PhotoRequest = {
  /** What `assets.photo(key)` and the preview's `sources` are asked for. */
  key: string;
  photoId: string;
  widthPx: number;
  heightPx: number;
  focus: PointFrac;
  tone?: 'grey' | undefined;
  /** The part of the worked photo that is used, before its focus counts. */
  crop?: RectFrac | undefined;
  flip?: 'x' | undefined;
  /** Only where something is done to it. */
  work?: PhotoWork | undefined;
  /** True for a logo: fitted inside, transparent, never cut. */
  contain?: true | undefined;
};

/** The photos of a scene, each key once. Standing still they are asked for at the very pixels they
 *  cover; moving ones at the largest size needed on their way. */
export function photoRequests(scene: Scene): PhotoRequest[] {
  const byKey = new Map<string, PhotoRequest>();
  for (const layer of scene.layers) {
    const request =
      layer.kind === 'photo'
        ? photoRequest(layer)
        : layer.kind === 'logo' && layer.photoId !== undefined
          ? logoRequest(layer.photoId, layer.box.widthPx, layer.box.heightPx)
          : undefined;
    if (request) byKey.set(request.key, request);
  }
  return [...byKey.values()];
}

const middle: PointFrac = { xFrac: 0.5, yFrac: 0.5 };

/** The request of one photo layer. */
export function photoRequest(layer: PhotoLayer): PhotoRequest {
  const zoom = layer.travel ? largestZoom(layer.travel.from, layer.travel.to) : 1;
  const widthPx = Math.round(layer.box.widthPx * zoom);
  const heightPx = Math.round(layer.box.heightPx * zoom);
  const focus = layer.focus ?? middle;
  const { photoId, tone, crop, flip } = layer;
  const workKey = photoWorkKey(layer.work);
  const key = [
    `${photoId}@${widthPx}x${heightPx}`,
    `${focus.xFrac.toFixed(3)},${focus.yFrac.toFixed(3)}`,
    ...(tone ? [tone] : []),
    ...(crop
      ? [[crop.xFrac, crop.yFrac, crop.widthFrac, crop.heightFrac].map(four).join(',')]
      : []),
    ...(flip ? ['flip'] : []),
    ...(workKey ? [workKey] : []),
  ].join('@');
  const wish = { key, photoId, widthPx, heightPx, focus, tone };
  return workKey || crop || flip
    ? { ...wish, crop, flip, work: workKey ? layer.work : undefined }
    : wish;
}

const four = (frac: number): string => frac.toFixed(4);

/** True where a photo is more than cut out of its source and scaled. */
export function isWorked({ work, crop, flip }: PhotoRequest): boolean {
  return work !== undefined || crop !== undefined || flip !== undefined;
}

/** The request of a logo picture standing in a box of this size. */
export function logoRequest(
  photoId: string,
  boxWidthPx: number,
  boxHeightPx: number,
): PhotoRequest {
  const widthPx = Math.round(boxWidthPx);
  const heightPx = Math.round(boxHeightPx);
  const key = `${photoId}@${widthPx}x${heightPx}@contain`;
  return { key, photoId, widthPx, heightPx, focus: middle, contain: true };
}

function largestZoom(from: RectFrac, to: RectFrac): number {
  const smallest = Math.min(from.widthFrac, from.heightFrac, to.widthFrac, to.heightFrac);
  return 1 / Math.max(smallest, 0.25);
}

/** The part of a source (px, after its rotation is applied) that fills the request as `cover`, as near
 *  to centred on its focus as the edges allow. Whole pixels, inside the source. `enlarged` is how much the crop must be
 *  magnified (1 or less: not at all). */
export function coverCrop(
  source: { widthPx: number; heightPx: number },
  request: { widthPx: number; heightPx: number; focus: PointFrac },
): { leftPx: number; topPx: number; widthPx: number; heightPx: number; enlarged: number } {
  const ratio = request.widthPx / request.heightPx;
  const wide = source.widthPx / source.heightPx > ratio;
  const widthPx = wide ? Math.max(1, Math.round(source.heightPx * ratio)) : source.widthPx;
  const heightPx = wide ? source.heightPx : Math.max(1, Math.round(source.widthPx / ratio));
  const leftPx = place(source.widthPx, widthPx, request.focus.xFrac);
  const topPx = place(source.heightPx, heightPx, request.focus.yFrac);
  return { leftPx, topPx, widthPx, heightPx, enlarged: request.widthPx / widthPx };
}

function place(wholePx: number, partPx: number, focusFrac: number): number {
  const wished = Math.round(wholePx * focusFrac - partPx / 2);
  return Math.min(Math.max(wished, 0), wholePx - partPx);
}
