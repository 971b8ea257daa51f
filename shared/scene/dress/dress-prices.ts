import { luminance, mix, readableOn } from '../colours.ts';
import type { Box, Colour, Layer, PriceLayer, Scene, ShapeLayer } from '../scene.ts';
import type { Brand } from '../template.ts';
import { doOverlap, priceEms, reachOf } from './words-reach.ts';

type Style = 'tag' | 'round';
type Grounded = { ground: Box; price: Box; sizePx: number };

/** Around the digits, in sizes; on a tag also a hole before them. */
const padXEm = { tag: 0.36, round: 0.5 };
const holeEm = { tag: 0.42, round: 0 };
const padYEm = 0.06;
/** A price is never set smaller than this part of the picture's shorter side for the sake of its ground. */
const leastShare = 1 / 40;
const mostMeasuredSidePx = 1080;

/** Prices on a ground of their own, inside the room that the template gave them. A price that would become
 *  too small or that has a tag already stays as it is. */
export function dressPrices(scene: Scene, { priceStyle, colours }: Brand): Scene {
  if (!priceStyle || priceStyle === 'plain') return scene;
  const layers = scene.layers.flatMap((layer): Layer[] => {
    if (layer.kind !== 'price' || layer.big || hasGround(layer, scene)) return [layer];
    const place = placeOf(layer, scene, priceStyle);
    return place ? onGround(layer, place, priceStyle, coloursFor(layer, colours)) : [layer];
  });
  return { ...scene, layers };
}

const groundEnd = '-ground';

/** True for what was laid under a price here. */
export function isPriceGround({ kind, id }: Layer): boolean {
  return kind === 'shape' && id.endsWith(groundEnd);
}

/** What the template drew under it by itself. */
function hasGround(price: PriceLayer, { layers }: Scene): boolean {
  const below = layers.slice(0, layers.indexOf(price));
  return below.some(
    (layer) =>
      layer.kind === 'shape' && layer.shape.kind === 'tag' && doOverlap(layer.box, price.box),
  );
}

function placeOf(layer: PriceLayer, scene: Scene, style: Style): Grounded | undefined {
  const { box } = layer;
  const ems = priceEms(layer);
  const wideEm = ems.width + 2 * padXEm[style] + holeEm[style];
  const tallEm = ems.height + 2 * padYEm;
  const sizePx = Math.min(layer.style.sizePx, box.widthPx / wideEm, box.heightPx / tallEm);
  if (sizePx < Math.min(scene.widthPx, scene.heightPx, mostMeasuredSidePx) * leastShare)
    return undefined;
  const widthPx = Math.min(box.widthPx, Math.round(wideEm * sizePx));
  const heightPx = Math.min(box.heightPx, Math.round(tallEm * sizePx));
  const ground = { ...standing(layer, widthPx, heightPx), widthPx, heightPx };
  if (othersReach(ground, layer, scene)) return undefined;
  const left = Math.round((padXEm[style] + holeEm[style]) * sizePx * 0.9);
  const right = Math.round(padXEm[style] * sizePx * 0.9);
  const price = { ...ground, xPx: ground.xPx + left, widthPx: widthPx - left - right };
  return { ground, price, sizePx };
}

function standing({ box, style }: PriceLayer, widthPx: number, heightPx: number) {
  const x = { start: 0, center: 0.5, end: 1 }[style.align];
  const y = { top: 0, middle: 0.5, bottom: 1 }[style.vertical];
  return {
    xPx: Math.round(box.xPx + (box.widthPx - widthPx) * x),
    yPx: Math.round(box.yPx + (box.heightPx - heightPx) * y),
  };
}

/** A ground may lie on nothing that is read, at any time that both are seen. */
function othersReach(ground: Box, price: PriceLayer, { layers, durationMs }: Scene): boolean {
  const seen = ({ inMs = 0, outMs = durationMs }: Layer) => ({ inMs, outMs });
  const own = seen(price);
  return layers.some((other) => {
    if (other === price) return false;
    const time = seen(other);
    if (durationMs > 0 && (time.inMs >= own.outMs || own.inMs >= time.outMs)) return false;
    const reach = reachOf(other);
    return reach !== undefined && doOverlap(ground, reach);
  });
}

/** Light digits stand on something dark: there the ground is paper. On light paper it is the shop's own. */
function coloursFor({ style }: PriceLayer, { ground, paper }: Brand['colours']) {
  const [dark, light] = luminance(ground) < luminance(paper) ? [ground, paper] : [paper, ground];
  const fill = luminance(style.colour) > 0.3 ? light : dark;
  const ink = readableOn(fill === light ? dark : light, fill);
  return { fill, ink, old: readableOn(mix(ink, fill, 0.25), fill), hole: mix(fill, ink, 0.45) };
}

function onGround(
  layer: PriceLayer,
  { ground, price, sizePx }: Grounded,
  style: Style,
  colours: { fill: Colour; ink: Colour; old: Colour; hole: Colour },
): Layer[] {
  const moving = movementOf(layer);
  const radiusPx = Math.round(ground.heightPx * (style === 'round' ? 0.5 : 0.14));
  const shape = (id: string, box: Box, fill: Colour, kind: ShapeLayer['shape']): ShapeLayer => ({
    ...{ ...moving, id, kind: 'shape', box, shape: kind, fill },
  });
  const holePx = Math.max(2, Math.round(0.2 * sizePx));
  const hole = {
    xPx: ground.xPx + Math.round(0.3 * sizePx),
    yPx: Math.round(ground.yPx + (ground.heightPx - holePx) / 2),
    ...{ widthPx: holePx, heightPx: holePx },
  };
  return [
    shape(`${layer.id}${groundEnd}`, ground, colours.fill, { kind: 'rounded', radiusPx }),
    ...(style === 'tag'
      ? [shape(`${layer.id}-hole`, hole, colours.hole, { kind: 'ellipse' as const })]
      : []),
    {
      ...layer,
      box: price,
      oldColour: colours.old,
      style: {
        ...layer.style,
        ...{ sizePx, colour: colours.ink, align: 'center' },
        minSizePx: Math.min(layer.style.minSizePx, sizePx),
        // A row above makes it taller: then it stands on the foot of its ground.
        vertical: layer.oldText !== undefined && layer.oldPlace === 'above' ? 'bottom' : 'middle',
      },
    },
  ];
}

/** The ground comes and goes with its price. */
function movementOf({ inMs, outMs, motions, opacity }: PriceLayer) {
  return {
    ...(inMs === undefined ? {} : { inMs }),
    ...(outMs === undefined ? {} : { outMs }),
    ...(motions ? { motions } : {}),
    ...(opacity === undefined ? {} : { opacity }),
  };
}
