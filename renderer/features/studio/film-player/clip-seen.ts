import type { ClipFrame } from '../../../../shared/scene/draw-context.ts';
import { coverCrop } from '../../../../shared/scene/photo-requests.ts';
import type { ClipLayer } from '../../../../shared/scene/scene.ts';

type Size = { widthPx: number; heightPx: number };

/** The part of an upright film's picture that fills the layer's box, in the same whole pixels as in the
 *  export: its crop, then as `cover` around its focus. */
export function clipSeen(
  { box, crop, focus = { xFrac: 0.5, yFrac: 0.5 } }: Pick<ClipLayer, 'box' | 'crop' | 'focus'>,
  film: Size,
): ClipFrame['seen'] {
  const leftPx = Math.floor((crop?.xFrac ?? 0) * film.widthPx);
  const topPx = Math.floor((crop?.yFrac ?? 0) * film.heightPx);
  const used = {
    widthPx: within((crop?.widthFrac ?? 1) * film.widthPx, film.widthPx - leftPx),
    heightPx: within((crop?.heightFrac ?? 1) * film.heightPx, film.heightPx - topPx),
  };
  const size = { widthPx: Math.round(box.widthPx), heightPx: Math.round(box.heightPx) };
  const cut = coverCrop(used, { ...size, focus });
  const { widthPx, heightPx } = cut;
  return { xPx: leftPx + cut.leftPx, yPx: topPx + cut.topPx, widthPx, heightPx };
}

function within(px: number, mostPx: number): number {
  return Math.max(1, Math.min(Math.round(px), mostPx));
}
