import type { Format, Language } from '../../contract/shapes.ts';
import type { Box, Clip, Colour, Layer, Paint, PhotoLayer, ShapeLayer } from '../scene.ts';
import type { Brand, PhotoSlot, PictureSlots, PictureTemplate } from '../template.ts';
import { frameOf, pictureScene, type Area, type Frame } from './frame.ts';
import { logoLayer, type StyleChoice } from './parts.ts';

/** Every size that a network shows a picture in. */
export const networkFormats: readonly Format[] = [
  '1:1',
  '4:5',
  '3:4',
  '9:16',
  '1.91:1',
  '16:9',
  '2:3',
];
export const withCover: readonly Format[] = [...networkFormats, 'page-cover'];

export type Composed = { ground: Paint; layers: readonly (Layer | undefined)[] };
type Meta = Omit<PictureTemplate, 'kind' | 'fill' | 'fillSlides'>;

/** A template whose picture is composed of layers on a ground. */
export function pictureTemplate(
  meta: Meta,
  compose: (frame: Frame, slots: PictureSlots, brand: Brand) => Composed,
): PictureTemplate {
  return {
    ...meta,
    kind: 'picture',
    fill(slots, format, brand) {
      const frame = frameOf(format, brand.fonts);
      const { ground, layers } = compose(frame, slots, brand);
      return pictureScene(frame, ground, layers);
    },
  };
}

/** The words that a template says by itself, unless the merchant wrote others. */
export function said(
  { language, headline }: Pick<PictureSlots, 'language' | 'headline'>,
  words: Record<Language, string>,
): string {
  return headline?.trim() || words[language];
}

export const area = (x: number, y: number, width: number, height: number): Area => ({
  x,
  y,
  width,
  height,
});

/** The area less this much on each side. */
export function inset({ x, y, width, height }: Area, by: number, byY = by): Area {
  return { x: x + by, y: y + byY, width: width - 2 * by, height: height - 2 * byY };
}

export function boxOf(frame: Frame, { x, y, width, height }: Area): Box {
  return frame.box(x, y, width, height);
}

export function photoIn(
  frame: Frame,
  photo: PhotoSlot,
  where: Area,
  clip?: Clip,
  id = 'photo',
): PhotoLayer {
  const { photoId, focus } = photo;
  return {
    ...{ id, kind: 'photo', box: boxOf(frame, where), photoId },
    ...(focus ? { focus } : {}),
    ...(clip ? { clip } : {}),
  };
}

export function logoIn(frame: Frame, brand: Brand, where: Area, choice: StyleChoice) {
  return logoLayer(frame, brand, boxOf(frame, where), { min: 2.4, ...choice });
}

/** A plain area of one colour; with a radius its corners are round. */
export function panel(frame: Frame, id: string, where: Area, fill: Colour, radius = 0): ShapeLayer {
  const shape: Clip =
    radius > 0 ? { kind: 'rounded', radiusPx: frame.px(radius) } : { kind: 'rect' };
  return { id, kind: 'shape', box: boxOf(frame, where), shape, fill };
}

/** A hairline, never thinner than two pixels. */
export function rule(
  frame: Frame,
  id: string,
  { x, y, width, height }: Area,
  fill: Colour,
): ShapeLayer {
  const box = frame.box(x, y, width, height);
  const thin = { widthPx: Math.max(2, box.widthPx), heightPx: Math.max(2, box.heightPx) };
  return { id, kind: 'shape', box: { ...box, ...thin }, shape: { kind: 'rect' }, fill };
}

export function disc(frame: Frame, id: string, where: Area, fill: Colour): ShapeLayer {
  return { id, kind: 'shape', box: boxOf(frame, where), shape: { kind: 'ellipse' }, fill };
}
