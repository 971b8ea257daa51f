import type { Part } from '../../../../../shared/contract/renditions.ts';

export type Tag = { productId: string; x?: number | undefined; y?: number | undefined };

const whole: Part = { x: 0, y: 0, width: 1, height: 1 };

/** The largest part of a picture in a ratio, shrunk by `zoom` (1 and more), around a middle, moved inside
 *  the picture where it would reach beyond. */
export function cropAround(
  picture: { widthPx: number; heightPx: number },
  ratio: number,
  middle: { x: number; y: number },
  zoom = 1,
): Part {
  const own = picture.widthPx / picture.heightPx;
  const full = ratio > own ? { width: 1, height: own / ratio } : { width: ratio / own, height: 1 };
  const width = full.width / Math.max(1, zoom);
  const height = full.height / Math.max(1, zoom);
  const inside = (at: number, size: number) => Math.min(1 - size, Math.max(0, at - size / 2));
  return { x: inside(middle.x, width), y: inside(middle.y, height), width, height };
}

/** Where the tags of a picture stand once another part of it is shown. Those left outside come to the
 *  edge: a product is not untagged by a cut. */
export function tagsInPart(tags: readonly Tag[], from: Part = whole, to: Part = whole): Tag[] {
  const move = (at: number, start: number, size: number, begin: number, length: number) =>
    round(Math.min(1, Math.max(0, (start + at * size - begin) / length)));
  return tags.map((tag) =>
    tag.x === undefined || tag.y === undefined
      ? tag
      : {
          ...tag,
          x: move(tag.x, from.x, from.width, to.x, to.width),
          y: move(tag.y, from.y, from.height, to.y, to.height),
        },
  );
}

/** Where the tags stand once the whole picture lies on paper of a ratio; a small one is not enlarged. */
export function tagsOnPaper(
  tags: readonly Tag[],
  picture: { widthPx: number; heightPx: number },
  paper: { widthPx: number; heightPx: number },
): Tag[] {
  // The paper may have been shrunk whole: the picture on it keeps its share.
  const scale = Math.min(1, paper.widthPx / picture.widthPx, paper.heightPx / picture.heightPx);
  const share = {
    x: Math.min(1, (picture.widthPx * scale) / paper.widthPx),
    y: Math.min(1, (picture.heightPx * scale) / paper.heightPx),
  };
  return tags.map((tag) =>
    tag.x === undefined || tag.y === undefined
      ? tag
      : {
          ...tag,
          x: round(0.5 + (tag.x - 0.5) * share.x),
          y: round(0.5 + (tag.y - 0.5) * share.y),
        },
  );
}

const round = (value: number) => Math.round(value * 1000) / 1000;
