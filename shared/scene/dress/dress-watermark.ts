import { freeOfBars } from '../../rules/safe-zones.ts';
import { luminance } from '../colours.ts';
import { usualFonts } from '../font-families.ts';
import type {
  Box,
  Colour,
  Layer,
  LogoLayer,
  Scene,
  Shadow,
  TextLayer,
  TextStyle,
} from '../scene.ts';
import type { Brand, Watermark, WatermarkPlace } from '../template.ts';
import { widthEm } from '../templates/letter-widths.ts';
import { isPriceGround } from './dress-prices.ts';
import { doOverlap, reachOf } from './words-reach.ts';

/** In hundredths of the shorter side. */
const size = { text: 3.1, textBox: 4.1, logoSide: 8, logoMost: 22, edge: 2.4, shadow: 1 };
const mostWidthShare = 0.6;

/** In the order in which they are tried where the wished one is taken. */
const places: readonly WatermarkPlace[] = [
  'bottom-right',
  'bottom-left',
  'bottom-center',
  'top-right',
  'top-left',
  'center',
];

/** The shop's quiet mark over everything, where no words, price or code stand and no network covers it. A
 *  picture that is full of words to its edges goes without. */
export function dressWatermark(scene: Scene, brand: Brand): Scene {
  const { watermark } = brand;
  if (!watermark) return scene;
  const taken = scene.layers.flatMap((layer) =>
    isPriceGround(layer) ? layer.box : (reachOf(layer) ?? []),
  );
  const wished = [watermark.place, ...places.filter((one) => one !== watermark.place)];
  const found = wished
    .flatMap((place) => scales.map((scale) => ({ place, scale })))
    .map(({ place, scale }) => spotAt(scene, brand, { ...watermark, place }, scale))
    .find((spot) => spot && !taken.some((other) => doOverlap(other, spot.box)));
  if (!found) return scene;
  const layer = markLayer(scene, brand, watermark, found);
  return { ...scene, layers: [...scene.layers, layer] };
}

/** Rather a little smaller than in another place. */
const scales = [1, 0.86];
type Spot = { place: WatermarkPlace; scale: number; box: Box };

function spotAt(scene: Scene, brand: Brand, mark: Watermark, scale: number): Spot | undefined {
  const asked = markSize(scene, brand, mark, scale);
  const { place } = mark;
  return asked && { place, scale, box: boxAt(place, asked, freeBox(scene)) };
}

const unitOf = ({ widthPx, heightPx }: Scene): number => Math.min(widthPx, heightPx) / 100;

type Mark = { widthPx: number; heightPx: number };

function markSize(
  scene: Scene,
  brand: Brand,
  { text, photo }: Watermark,
  scale: number,
): Mark | undefined {
  const unit = unitOf(scene) * scale;
  if (photo) {
    // By area: a round mark is as heavy as a long one.
    const heightPx =
      Math.min(size.logoSide / Math.sqrt(photo.ratio), size.logoMost / photo.ratio) * unit;
    return whole({ widthPx: heightPx * photo.ratio, heightPx });
  }
  if (!text) return undefined;
  const wide = widthEm(text, { family: familyOf(brand) }) * 1.06 * size.text * unit;
  const widthPx = Math.min(wide, scene.widthPx * mostWidthShare);
  return whole({ widthPx, heightPx: size.textBox * unit });
}

const whole = ({ widthPx, heightPx }: Mark): Mark => ({
  widthPx: Math.max(1, Math.ceil(widthPx)),
  heightPx: Math.max(1, Math.round(heightPx)),
});

const familyOf = ({ fonts }: Brand) => fonts?.text ?? usualFonts.text;

/** Near the edge, and where no network lays or cuts anything. */
function freeBox({ format, widthPx, heightPx, ...scene }: Scene): Box {
  const edge = Math.round(size.edge * unitOf({ format, widthPx, heightPx, ...scene }));
  if (format === '9:16')
    return {
      xPx: Math.round(freeOfBars.xFrac * widthPx),
      yPx: Math.round(freeOfBars.yFrac * heightPx),
      widthPx: Math.round(freeOfBars.widthFrac * widthPx),
      heightPx: Math.round(freeOfBars.heightFrac * heightPx),
    };
  // A phone cuts the sides of a cover, and the profile picture stands over its foot at the left.
  const side = format === 'page-cover' ? Math.round(0.165 * widthPx) : edge;
  const foot = format === 'page-cover' ? Math.round(0.04 * heightPx) : edge;
  return { xPx: side, yPx: edge, widthPx: widthPx - 2 * side, heightPx: heightPx - edge - foot };
}

function boxAt(place: WatermarkPlace, { widthPx, heightPx }: Mark, free: Box): Box {
  const right = free.xPx + free.widthPx - widthPx;
  const foot = free.yPx + free.heightPx - heightPx;
  const middle = Math.round(free.xPx + (free.widthPx - widthPx) / 2);
  const xPx = place.endsWith('left') ? free.xPx : place.endsWith('right') ? right : middle;
  const yPx = place.startsWith('top')
    ? free.yPx
    : place === 'center'
      ? Math.round(free.yPx + (free.heightPx - heightPx) / 2)
      : foot;
  return { xPx, yPx, widthPx, heightPx };
}

function markLayer(
  scene: Scene,
  brand: Brand,
  { text = '', photo, opacity }: Watermark,
  { place, scale, box }: Spot,
): TextLayer | LogoLayer {
  const below = scene.layers.findLast((layer) => isUnder(layer, box));
  const shadow = photo ? undefined : edgeOn(below, scene);
  const style: TextStyle = {
    font: { family: familyOf(brand), weight: 500 },
    sizePx: Math.round(size.text * scale * unitOf(scene)),
    minSizePx: Math.round(size.text * scale * unitOf(scene) * 0.4),
    colour: inkOver(below, scene, brand),
    align: place.endsWith('left') ? 'start' : place.endsWith('right') ? 'end' : 'center',
    vertical: 'middle',
    maxLines: 1,
    lineHeight: 1.08,
    letterSpacingEm: 0.01,
  };
  const base = { id: 'watermark', box, opacity, style, ...(shadow && { shadow }) };
  return photo
    ? { ...base, kind: 'logo', text, photoId: photo.photoId, ratio: photo.ratio }
    : { ...base, kind: 'text', text };
}

/** White on photos and on what is dark, else the shop's dark colour. */
function inkOver(below: Layer | undefined, scene: Scene, { colours }: Brand): Colour {
  const paint = below?.kind === 'shape' ? below.fill : below ? undefined : scene.background;
  if (typeof paint !== 'string' || paint.length > 7) return '#FFFFFF';
  const [dark, light] = [colours.ground, colours.paper].toSorted(
    (a, b) => luminance(a) - luminance(b),
  );
  return (luminance(paint) < 0.35 ? light : dark) ?? '#FFFFFF';
}

/** A soft edge of dark, so that white words stay in sight where a photo is light. */
function edgeOn(below: Layer | undefined, scene: Scene): Shadow | undefined {
  if (below?.kind !== 'photo' || scene.durationMs > 0) return undefined;
  const blurPx = Math.max(1, Math.round(size.shadow * unitOf(scene)));
  return { dxPx: 0, dyPx: Math.round(blurPx / 4), blurPx, colour: '#000000B3' };
}

function isUnder(layer: Layer, { xPx, yPx, widthPx, heightPx }: Box): boolean {
  if (layer.kind !== 'photo' && layer.kind !== 'shape') return false;
  const [x, y] = [xPx + widthPx / 2, yPx + heightPx / 2];
  const { box } = layer;
  return x >= box.xPx && x <= box.xPx + box.widthPx && y >= box.yPx && y <= box.yPx + box.heightPx;
}
