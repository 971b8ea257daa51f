import { contrast, luminance } from '../colours.ts';
import type { Box, Colour, Layer, LogoLayer, Scene, ShapeLayer } from '../scene.ts';
import type { Brand } from '../template.ts';
import { shade } from '../templates/parts.ts';
import { isSeenOn } from './logo-seen.ts';

type Picture = NonNullable<Brand['logo']>;

/** As much as an edge needs to be seen at a glance. */
const clearContrast = 3;
const neutrals = ['#FFFFFF', '#1B1917'];
/** Of the logo's height: what the plate keeps around it, and its corners. */
const plate = { padFrac: 0.2, widerBy: 1.5, radiusFrac: 0.16 };

/** The colour on which a logo stands: what lies under the middle of its box for as long as it is seen.
 *  Over photos and veils it is the lightest or darkest that its template foresees. */
export function groundOf(
  layer: LogoLayer,
  scene: Scene,
  { colours }: Brand,
  isLight: boolean,
): Colour {
  if (layer.ground) return layer.ground.colour;
  const below = scene.layers.slice(0, scene.layers.indexOf(layer));
  const under = below.findLast((other) => isUnder(other, layer) && isMet(other, layer, scene));
  const paint = under ? paintOf(under, layer, scene) : scene.background;
  if (typeof paint === 'string' && /^#[0-9a-f]{6}$/iu.test(paint)) return paint;
  if (isLight) return shade;
  return luminance(colours.paper) > luminance(colours.ground) ? colours.paper : colours.ground;
}

/** The version of a logo that stands out here, the one meant for such grounds first; nothing where each
 *  would melt into it. What was never looked at is taken as it is. */
export function seenVersion(
  versions: readonly (Picture | undefined)[],
  ground: Colour,
): Picture | undefined {
  return versions.find((one) => one && isSeenOn(ground, one.colours ?? []));
}

/** The shop's colour, else white or black, on which a logo is clearly seen. */
export function plateColour({ colours = [] }: Picture, brand: Brand): Colour | undefined {
  const { paper, ground } = brand.colours;
  return [paper, ground, ...neutrals].find((one) =>
    colours.some((colour) => contrast(colour, one) >= clearContrast),
  );
}

/** A plate where the logo's picture stands, and the logo a little smaller on it. */
export function onPlate(layer: LogoLayer, drawn: Box, fill: Colour): [ShapeLayer, LogoLayer] {
  const ratio = drawn.widthPx / drawn.heightPx;
  const padY = Math.max(1, Math.round((drawn.heightPx * plate.padFrac) / (1 + 2 * plate.padFrac)));
  const padX = Math.max(1, Math.round(padY * Math.min(ratio, plate.widerBy)));
  const heightPx = Math.max(1, Math.round(drawn.heightPx) - 2 * padY);
  const widthPx = Math.max(1, Math.round(heightPx * ratio));
  const free = Math.max(0, drawn.widthPx - widthPx - 2 * padX);
  const { align } = layer.style;
  const moved = align === 'center' ? free / 2 : align === 'end' ? free : 0;
  const ground = {
    ...{ xPx: Math.round(drawn.xPx + moved), yPx: Math.round(drawn.yPx) },
    ...{ widthPx: widthPx + 2 * padX, heightPx: heightPx + 2 * padY },
  };
  const { inMs, outMs, motions, opacity } = layer;
  return [
    {
      ...{ id: `${layer.id}-plate`, kind: 'shape', box: ground, fill },
      shape: { kind: 'rounded', radiusPx: Math.round(ground.heightPx * plate.radiusFrac) },
      ...(inMs === undefined ? {} : { inMs }),
      ...(outMs === undefined ? {} : { outMs }),
      ...(motions ? { motions } : {}),
      ...(opacity === undefined ? {} : { opacity }),
    },
    { ...layer, box: { xPx: ground.xPx + padX, yPx: ground.yPx + padY, widthPx, heightPx } },
  ];
}

const seenFor = ({ inMs = 0, outMs }: Layer, { durationMs }: Scene) => ({
  ...{ inMs, outMs: outMs ?? durationMs },
});

/** Are both seen at some time? A picture has no time. */
function isMet(other: Layer, logo: LogoLayer, scene: Scene): boolean {
  if (scene.durationMs === 0) return true;
  const [a, b] = [seenFor(other, scene), seenFor(logo, scene)];
  return a.inMs < b.outMs && b.inMs < a.outMs;
}

/** One colour, and for as long as the logo is seen; anything else is not known. */
function paintOf(under: Layer, logo: LogoLayer, scene: Scene): unknown {
  if (under.kind !== 'shape' || under.opacity !== undefined || under.blend) return undefined;
  const [a, b] = [seenFor(under, scene), seenFor(logo, scene)];
  const isWhole = scene.durationMs === 0 || (a.inMs <= b.inMs && a.outMs >= b.outMs);
  return isWhole && under.shape.kind !== 'ellipse' ? under.fill : undefined;
}

function isUnder(other: Layer, { box }: LogoLayer): boolean {
  const hasGround = ['photo', 'clip', 'shape'].includes(other.kind);
  if (!hasGround || other.hidden || ('fill' in other && other.fill === undefined)) return false;
  const [x, y] = [box.xPx + box.widthPx / 2, box.yPx + box.heightPx / 2];
  const { xPx, yPx, widthPx, heightPx } = other.box;
  return x >= xPx && x <= xPx + widthPx && y >= yPx && y <= yPx + heightPx;
}
