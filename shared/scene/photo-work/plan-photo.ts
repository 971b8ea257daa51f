// Where the pixels of a worked photo come from. A part of the upright photo is cut and scaled first and
// turned then, so that nothing larger than what is wanted is ever turned.
import { coverCrop } from '../photo-requests.ts';
import type { PointFrac, RectFrac } from '../scene.ts';
import type { PhotoWork } from './photo-work.ts';

export type SizePx = { widthPx: number; heightPx: number };
export type AreaPx = SizePx & { leftPx: number; topPx: number };

/** x' = x·xx + y·xy + x0, y' = x·yx + y·yy + y0. */
export type Affine = { xx: number; xy: number; x0: number; yx: number; yy: number; y0: number };

export type PhotoWish = SizePx & {
  focus: PointFrac;
  /** The part of the worked photo that is used, before its focus counts. */
  crop?: RectFrac | undefined;
};

/** Where pixels lie in the photo they show. */
export type PhotoView = {
  /** From a pixel's middle to fractions of the upright photo: for what was found or painted there. */
  toPhoto: Affine;
  /** The same to fractions of the worked photo: for its corners. */
  toFrame: Affine;
  /** The longer side of the worked photo, in these pixels. */
  unitPx: number;
};

export type PhotoPlan = {
  /** What to cut from the upright photo, and the size to scale it to. */
  cut: AreaPx;
  scaled: SizePx;
  turnDeg: 0 | 90 | 180 | 270;
  /** From a wanted pixel's middle to the scaled and turned cut's pixels; nothing where it is the same. */
  straighten?: Affine;
  size: SizePx;
  view: PhotoView;
  /** How much it must be magnified; 1 or less: not at all. */
  enlarged: number;
};

/** Of the photo after its turn. */
export function turnedSize({ widthPx, heightPx }: SizePx, work: PhotoWork): SizePx {
  const lies = work.rotateDeg === 90 || work.rotateDeg === 270;
  return lies ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
}

/** The largest frame of the photo's own ratio that has no empty corner once it is straightened. */
export function straightFrame(turned: SizePx, straightenDeg = 0): SizePx {
  if (straightenDeg === 0) return turned;
  const angle = (Math.abs(straightenDeg) * Math.PI) / 180;
  const { widthPx, heightPx } = turned;
  const longer = Math.max(widthPx / heightPx, heightPx / widthPx);
  const scale = 1 / (Math.cos(angle) + longer * Math.sin(angle));
  return {
    widthPx: Math.max(1, Math.floor(widthPx * scale)),
    heightPx: Math.max(1, Math.floor(heightPx * scale)),
  };
}

/** The part of the straightened frame that is left of a photo. */
function workedArea(source: SizePx, work: PhotoWork): AreaPx {
  return areaOf(straightFrame(turnedSize(source, work), work.straightenDeg), work.crop);
}

/** How large a photo is once it is turned, straightened and cropped. */
export function workedSize(source: SizePx, work: PhotoWork): SizePx {
  const { widthPx, heightPx } = workedArea(source, work);
  return { widthPx, heightPx };
}

function areaOf({ widthPx, heightPx }: SizePx, part: RectFrac | undefined): AreaPx {
  if (!part) return { leftPx: 0, topPx: 0, widthPx, heightPx };
  const span = (wholePx: number, fromFrac: number, lengthFrac: number): [number, number] => {
    const lengthPx = Math.min(Math.max(1, Math.round(wholePx * lengthFrac)), wholePx);
    return [Math.min(Math.max(0, Math.round(wholePx * fromFrac)), wholePx - lengthPx), lengthPx];
  };
  const [leftPx, partWidthPx] = span(widthPx, part.xFrac, part.widthFrac);
  const [topPx, partHeightPx] = span(heightPx, part.yFrac, part.heightFrac);
  return { leftPx, topPx, widthPx: partWidthPx, heightPx: partHeightPx };
}

/** Plans the pixels of a photo (`source`, upright) for a wish, `cover` around its focus. */
export function planPhoto(source: SizePx, work: PhotoWork, wish: PhotoWish): PhotoPlan {
  const turned = turnedSize(source, work);
  const frame = straightFrame(turned, work.straightenDeg);
  const worked = areaOf(frame, work.crop);
  const used = areaOf(worked, wish.crop);
  const cover = coverCrop(used, wish);
  const inWorked = {
    leftPx: used.leftPx + cover.leftPx,
    topPx: used.topPx + cover.topPx,
    widthPx: cover.widthPx,
    heightPx: cover.heightPx,
  };
  const inFrame = {
    ...inWorked,
    leftPx: inWorked.leftPx + worked.leftPx,
    topPx: inWorked.topPx + worked.topPx,
  };
  const fromTurned = toTurned(inFrame, wish, turned, frame, work.straightenDeg ?? 0);
  const size = { widthPx: wish.widthPx, heightPx: wish.heightPx };
  const cutting = work.straightenDeg
    ? cutTilted(fromTurned, turned, size, wish.widthPx / cover.widthPx)
    : { area: inFrame, scaled: size };
  const turnDeg = work.rotateDeg ?? 0;
  const lies = turnDeg === 90 || turnDeg === 270;
  const { scaled } = cutting;
  return {
    cut: turnBack(cutting.area, turned, turnDeg),
    scaled: lies ? { widthPx: scaled.heightPx, heightPx: scaled.widthPx } : scaled,
    turnDeg,
    ...('straighten' in cutting ? { straighten: cutting.straighten } : {}),
    size,
    enlarged: cover.enlarged,
    view: {
      toPhoto: chain(fromTurned, turnedToPhoto(turned, turnDeg)),
      toFrame: scaleFrom(inWorked, wish, worked),
      unitPx: (Math.max(worked.widthPx, worked.heightPx) * wish.widthPx) / cover.widthPx,
    },
  };
}

/** From wanted pixels to pixels of the turned photo: scaled to their place in the frame, then tilted
 *  back around the middle. */
function toTurned(
  inFrame: AreaPx,
  size: SizePx,
  turned: SizePx,
  frame: SizePx,
  straightenDeg: number,
): Affine {
  const angle = (straightenDeg * Math.PI) / 180;
  const [cos, sin] = straightenDeg === 0 ? [1, 0] : [Math.cos(angle), Math.sin(angle)];
  const perX = inFrame.widthPx / size.widthPx;
  const perY = inFrame.heightPx / size.heightPx;
  const fromMiddleX = inFrame.leftPx - frame.widthPx / 2;
  const fromMiddleY = inFrame.topPx - frame.heightPx / 2;
  // Without a tilt the frame is the whole: no half pixel may come of halving and adding.
  const middleX = straightenDeg === 0 ? frame.widthPx / 2 : turned.widthPx / 2;
  const middleY = straightenDeg === 0 ? frame.heightPx / 2 : turned.heightPx / 2;
  return {
    xx: perX * cos,
    xy: perY * sin,
    x0: middleX + fromMiddleX * cos + fromMiddleY * sin,
    yx: -perX * sin,
    yy: perY * cos,
    y0: middleY - fromMiddleX * sin + fromMiddleY * cos,
  };
}

/** Pixels around a tilted area that the filter reaches. */
const reachPx = 3;

function cutTilted(fromTurned: Affine, turned: SizePx, size: SizePx, scale: number) {
  const corners = [
    [0, 0],
    [size.widthPx, 0],
    [0, size.heightPx],
    [size.widthPx, size.heightPx],
  ].map(([x = 0, y = 0]) => mapPoint(fromTurned, x, y));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const room = reachPx / Math.min(scale, 1);
  const leftPx = Math.max(0, Math.floor(Math.min(...xs) - room));
  const topPx = Math.max(0, Math.floor(Math.min(...ys) - room));
  const area = {
    leftPx,
    topPx,
    widthPx: Math.max(1, Math.min(turned.widthPx, Math.ceil(Math.max(...xs) + room)) - leftPx),
    heightPx: Math.max(1, Math.min(turned.heightPx, Math.ceil(Math.max(...ys) + room)) - topPx),
  };
  const scaled = {
    widthPx: Math.max(1, Math.round(area.widthPx * scale)),
    heightPx: Math.max(1, Math.round(area.heightPx * scale)),
  };
  const toScaled: Affine = {
    xx: scaled.widthPx / area.widthPx,
    xy: 0,
    x0: (-leftPx * scaled.widthPx) / area.widthPx,
    yx: 0,
    yy: scaled.heightPx / area.heightPx,
    y0: (-topPx * scaled.heightPx) / area.heightPx,
  };
  return { area, scaled, straighten: chain(fromTurned, toScaled) };
}

/** An area of the turned photo where it lies in the upright one. */
function turnBack(area: AreaPx, turned: SizePx, turnDeg: PhotoPlan['turnDeg']): AreaPx {
  const rightPx = turned.widthPx - area.leftPx - area.widthPx;
  const belowPx = turned.heightPx - area.topPx - area.heightPx;
  const lying = { widthPx: area.heightPx, heightPx: area.widthPx };
  if (turnDeg === 90) return { leftPx: area.topPx, topPx: rightPx, ...lying };
  if (turnDeg === 180) return { ...area, leftPx: rightPx, topPx: belowPx };
  if (turnDeg === 270) return { leftPx: belowPx, topPx: area.leftPx, ...lying };
  return area;
}

function turnedToPhoto({ widthPx, heightPx }: SizePx, turnDeg: PhotoPlan['turnDeg']): Affine {
  const x = 1 / widthPx;
  const y = 1 / heightPx;
  if (turnDeg === 90) return { xx: 0, xy: y, x0: 0, yx: -x, yy: 0, y0: 1 };
  if (turnDeg === 180) return { xx: -x, xy: 0, x0: 1, yx: 0, yy: -y, y0: 1 };
  if (turnDeg === 270) return { xx: 0, xy: -y, x0: 1, yx: x, yy: 0, y0: 0 };
  return { xx: x, xy: 0, x0: 0, yx: 0, yy: y, y0: 0 };
}

function scaleFrom(area: AreaPx, size: SizePx, whole: SizePx): Affine {
  return {
    xx: area.widthPx / size.widthPx / whole.widthPx,
    xy: 0,
    x0: area.leftPx / whole.widthPx,
    yx: 0,
    yy: area.heightPx / size.heightPx / whole.heightPx,
    y0: area.topPx / whole.heightPx,
  };
}

/** First one, then the other. */
function chain(first: Affine, then: Affine): Affine {
  return {
    xx: then.xx * first.xx + then.xy * first.yx,
    xy: then.xx * first.xy + then.xy * first.yy,
    x0: then.xx * first.x0 + then.xy * first.y0 + then.x0,
    yx: then.yx * first.xx + then.yy * first.yx,
    yy: then.yx * first.xy + then.yy * first.yy,
    y0: then.yx * first.x0 + then.yy * first.y0 + then.y0,
  };
}

export function mapPoint(map: Affine, x: number, y: number): { x: number; y: number } {
  return { x: map.xx * x + map.xy * y + map.x0, y: map.yx * x + map.yy * y + map.y0 };
}

/** The way back; undefined for a map that flattens. */
export function invert(map: Affine): Affine | undefined {
  const area = map.xx * map.yy - map.xy * map.yx;
  if (area === 0) return undefined;
  const xx = map.yy / area;
  const xy = -map.xy / area;
  const yx = -map.yx / area;
  const yy = map.xx / area;
  return { xx, xy, x0: -(xx * map.x0 + xy * map.y0), yx, yy, y0: -(yx * map.x0 + yy * map.y0) };
}
