import { freeOfBars } from '../../rules/safe-zones.ts';
import { luminance } from '../colours.ts';
import type { Box, Layer, LogoLayer, Scene } from '../scene.ts';
import type { Brand } from '../template.ts';
import { groundOf, onPlate, plateColour, seenVersion } from './logo-plate.ts';
import { doOverlap, reachOf } from './words-reach.ts';

/** Lighter words than this stand on a dark ground. */
const lightInk = 0.4;
/** In hundredths of the shorter side: a logo's weight on the picture is its area, whatever its shape;
 *  what it keeps from the edge and from its neighbours. */
const size = { side: 14, tallest: 15, edge: 3, gap: 1.8 };
const steps = 8;

/** The shop's logo picture for the ground on which it stands, as large as its place allows: templates
 *  lay out a line of letters, in which a round or square mark would be a dot. Where every version of it
 *  would melt into its ground it stands on a plate. */
export function dressLogos(scene: Scene, brand: Brand): Scene {
  const layers = scene.layers.flatMap((layer): Layer[] => {
    if (layer.kind !== 'logo' || layer.photoId === undefined) return [layer];
    return dressed(layer, scene, brand);
  });
  return { ...scene, layers };
}

function dressed(layer: LogoLayer, scene: Scene, brand: Brand): Layer[] {
  const { logo, logoDark } = brand;
  const isOnDark = isLight(layer);
  const versions = isOnDark ? [logoDark, logo] : [logo, logoDark];
  const meant = versions.find((one) => one !== undefined);
  if (!meant) return [layer];
  const seen = seenVersion(versions, groundOf(layer, scene, brand, isOnDark));
  const { photoId, ratio } = seen ?? meant;
  const picked = { ...layer, photoId, ratio };
  // In a video layers come and go: what is free now is taken later.
  const placed = scene.durationMs > 0 ? picked : { ...picked, box: grown(picked, scene) };
  const fill = seen ? undefined : plateColour(meant, brand);
  if (fill === undefined) return [placed];
  if (placed.ground) return [{ ...placed, ground: { ...placed.ground, colour: fill } }];
  return onPlate(placed, drawnBox(placed, ratio), fill);
}

/** The template gave the logo a colour to be read in: light where it stands on something dark. */
const isLight = ({ style }: LogoLayer): boolean => luminance(style.colour) >= lightInk;

/** The logo's box, larger where nothing is in the way. */
function grown(layer: LogoLayer, scene: Scene): Box {
  const { ratio = 1, box } = layer;
  const unit = Math.min(scene.widthPx, scene.heightPx) / 100;
  const drawn = drawnBox(layer, ratio);
  const wishedPx = Math.min(size.side / Math.sqrt(ratio), size.tallest) * unit;
  const gap = Math.round(size.gap * unit);
  const others = scene.layers.filter(({ id, hidden }) => id !== layer.id && !hidden);
  const limits = limitsOf(scene, Math.round(size.edge * unit));
  for (let step = steps; step > 0; step--) {
    const heightPx = drawn.heightPx + ((wishedPx - drawn.heightPx) * step) / steps;
    if (heightPx <= drawn.heightPx) break;
    const found = around(drawn, layer.style.align, heightPx, ratio).find(
      (one) => isIn(one, limits) && others.every((other) => isApart(one, drawn, other, gap)),
    );
    if (found) return found;
  }
  return box;
}

/** Where the picture itself stands in the box. */
function drawnBox({ box, style: { align } }: LogoLayer, ratio: number): Box {
  const heightPx = Math.min(box.heightPx, box.widthPx / ratio);
  const widthPx = heightPx * ratio;
  const free = box.widthPx - widthPx;
  const xPx = box.xPx + (align === 'center' ? free / 2 : align === 'end' ? free : 0);
  return { xPx, yPx: box.yPx + (box.heightPx - heightPx) / 2, widthPx, heightPx };
}

/** Of this height, kept at the side at which it stands: grown both ways, then downwards, then upwards. */
function around(
  drawn: Box,
  align: LogoLayer['style']['align'],
  heightPx: number,
  ratio: number,
): Box[] {
  const widthPx = heightPx * ratio;
  const more = widthPx - drawn.widthPx;
  const xPx = drawn.xPx - (align === 'center' ? more / 2 : align === 'end' ? more : 0);
  const up = heightPx - drawn.heightPx;
  return [up / 2, 0, up].map((by) => ({
    ...{ xPx: Math.round(xPx), yPx: Math.round(drawn.yPx - by) },
    ...{ widthPx: Math.round(widthPx), heightPx: Math.round(heightPx) },
  }));
}

/** Away from the edge, and in a story where no network lays anything over it. */
function limitsOf({ format, widthPx, heightPx }: Scene, edgePx: number): Box {
  const top = format === '9:16' ? freeOfBars.yFrac * heightPx : edgePx;
  const foot =
    format === '9:16' ? (freeOfBars.yFrac + freeOfBars.heightFrac) * heightPx : heightPx - edgePx;
  return { xPx: edgePx, yPx: top, widthPx: widthPx - 2 * edgePx, heightPx: foot - top };
}

/** As far from a layer as before: beside it, wholly on it, or over no more of it. */
function isApart(box: Box, drawn: Box, other: Layer, gapPx: number): boolean {
  const reach = reachOf(other) ?? other.box;
  if (!doOverlap(drawn, reach)) return !doOverlap(padded(box, gapPx), reach);
  return isIn(drawn, reach) ? isIn(box, reach) : sharedPx(box, reach) <= sharedPx(drawn, reach);
}

/** The area that both cover. */
function sharedPx(a: Box, b: Box): number {
  const right = Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx);
  const foot = Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx);
  return Math.max(0, right - Math.max(a.xPx, b.xPx)) * Math.max(0, foot - Math.max(a.yPx, b.yPx));
}

function padded({ xPx, yPx, widthPx, heightPx }: Box, by: number): Box {
  return { xPx: xPx - by, yPx: yPx - by, widthPx: widthPx + 2 * by, heightPx: heightPx + 2 * by };
}

const isIn = (inner: Box, outer: Box): boolean =>
  inner.xPx >= outer.xPx &&
  inner.yPx >= outer.yPx &&
  inner.xPx + inner.widthPx <= outer.xPx + outer.widthPx &&
  inner.yPx + inner.heightPx <= outer.yPx + outer.heightPx;
