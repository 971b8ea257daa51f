import type { Box, Layer, Motion } from '../scene.ts';
import type { FilmExtra, FilmMotion, FilmPart, LayerChange } from './film.ts';
import { motionsOf } from './film-motion.ts';

/** A layer of the style with what was changed of it by hand. */
export function changeLayer(layer: Layer, part: FilmPart, whole: Box): Layer {
  const change = part.changes?.[layer.id];
  if (!change) return layer;
  const { hidden, inMs, outMs, moved } = change;
  return {
    ...layer,
    ...(hidden && { hidden }),
    ...(inMs !== undefined && { inMs }),
    ...(outMs !== undefined && { outMs }),
    ...(moved && {
      box: {
        ...layer.box,
        xPx: layer.box.xPx + Math.round(moved.xFrac * whole.widthPx),
        yPx: layer.box.yPx + Math.round(moved.yFrac * whole.heightPx),
      },
    }),
    ...motionsWith(layer, change, whole),
  };
}

/** Only the way it comes or goes that was chosen takes the place of the style's. */
function motionsWith(layer: Layer, change: LayerChange, whole: Box): { motions?: Motion[] } {
  if (!change.comes && !change.goes) return {};
  const own = (when: Motion['when'], wish: FilmMotion | undefined): Motion[] =>
    wish
      ? motionsOf(wish, when, layer, whole)
      : (layer.motions ?? []).filter((motion) => motion.when === when);
  return { motions: [...own('in', change.comes), ...own('out', change.goes)] };
}

/** A layer of the merchant's own in its place, wholly inside the picture where it fits. */
export function extraLayer(extra: FilmExtra, part: FilmPart, whole: Box): Layer {
  const { layer, at } = extra;
  const { widthPx, heightPx } = layer.box;
  const inside = (middlePx: number, sizePx: number, wholePx: number): number => {
    const startPx = Math.round(middlePx - sizePx / 2);
    return sizePx > wholePx ? startPx : Math.min(Math.max(startPx, 0), wholePx - sizePx);
  };
  return {
    ...layer,
    box: {
      ...{ widthPx, heightPx },
      xPx: inside(at.xFrac * whole.widthPx, widthPx, whole.widthPx),
      yPx: inside(at.yFrac * whole.heightPx, heightPx, whole.heightPx),
    },
    inMs: extra.inMs ?? 0,
    outMs: extra.outMs ?? part.durationMs,
    motions: [
      ...motionsOf(extra.comes ?? { kind: 'fade' }, 'in', layer, whole),
      ...motionsOf(extra.goes ?? { kind: 'fade' }, 'out', layer, whole),
    ],
  };
}
