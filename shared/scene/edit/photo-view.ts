import type { PhotoLayer, RectFrac } from '../scene.ts';

/** Width and height of the upright source. */
export type Source = { widthPx: number; heightPx: number };

const whole: RectFrac = { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 };
const middle = { xFrac: 0.5, yFrac: 0.5 };
/** The smallest part of a source that fills a picture. */
const leastFrac = 0.05;

/** The part of the source that is seen in the layer's box. */
export function seenPart(layer: PhotoLayer, source: Source): RectFrac {
  const crop = layer.crop ?? whole;
  const focus = layer.focus ?? middle;
  const ratio = layer.box.widthPx / layer.box.heightPx;
  const cropRatio = (crop.widthFrac * source.widthPx) / (crop.heightFrac * source.heightPx);
  const widthShare = cropRatio > ratio ? ratio / cropRatio : 1;
  const heightShare = cropRatio > ratio ? 1 : cropRatio / ratio;
  const start = (focusFrac: number, share: number) =>
    Math.min(Math.max(focusFrac - share / 2, 0), 1 - share);
  return {
    xFrac: crop.xFrac + start(focus.xFrac, widthShare) * crop.widthFrac,
    yFrac: crop.yFrac + start(focus.yFrac, heightShare) * crop.heightFrac,
    widthFrac: crop.widthFrac * widthShare,
    heightFrac: crop.heightFrac * heightShare,
  };
}

/** Moves the photo behind its window by pixels of the picture, as far as there is photo. */
export function panPhoto(
  layer: PhotoLayer,
  source: Source,
  dxPx: number,
  dyPx: number,
): PhotoLayer {
  const seen = seenPart(layer, source);
  const mirrored = layer.flip === 'x' ? -1 : 1;
  return show(layer, {
    ...seen,
    xFrac: seen.xFrac - (mirrored * dxPx * seen.widthFrac) / layer.box.widthPx,
    yFrac: seen.yFrac - (dyPx * seen.heightFrac) / layer.box.heightPx,
  });
}

/** Shows so many times less of the photo, around the middle of what is seen. */
export function zoomPhoto(layer: PhotoLayer, source: Source, factor: number): PhotoLayer {
  const seen = seenPart(layer, source);
  const most = Math.min(1 / seen.widthFrac, 1 / seen.heightFrac);
  const least = leastFrac / Math.min(seen.widthFrac, seen.heightFrac);
  const by = Math.min(Math.max(1 / factor, least), most);
  const widthFrac = seen.widthFrac * by;
  const heightFrac = seen.heightFrac * by;
  return show(layer, {
    ...{ widthFrac, heightFrac },
    xFrac: seen.xFrac + (seen.widthFrac - widthFrac) / 2,
    yFrac: seen.yFrac + (seen.heightFrac - heightFrac) / 2,
  });
}

/** How many times less is seen than would fill the box: 1 is all that fits. */
export function photoZoom(layer: PhotoLayer, source: Source): number {
  const seen = seenPart(layer, source);
  return 1 / Math.max(seen.widthFrac, seen.heightFrac);
}

/** Keeps a point of the source in view: what a click on the photo's most important part says. */
export function focusPhoto(layer: PhotoLayer, point: { xFrac: number; yFrac: number }): PhotoLayer {
  const { crop: _crop, ...rest } = layer;
  return { ...rest, focus: { xFrac: round(point.xFrac), yFrac: round(point.yFrac) } };
}

/** The whole photo again. */
export function resetPhoto(layer: PhotoLayer): PhotoLayer {
  const { crop: _crop, focus: _focus, ...rest } = layer;
  return rest;
}

function show(layer: PhotoLayer, part: RectFrac): PhotoLayer {
  const { focus: _focus, ...rest } = layer;
  const widthFrac = Math.min(round(part.widthFrac), 1);
  const heightFrac = Math.min(round(part.heightFrac), 1);
  const xFrac = round(Math.min(Math.max(part.xFrac, 0), 1 - widthFrac));
  const yFrac = round(Math.min(Math.max(part.yFrac, 0), 1 - heightFrac));
  return { ...rest, crop: { xFrac, yFrac, widthFrac, heightFrac } };
}

function round(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}
