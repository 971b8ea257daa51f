import { withAlpha } from '../colours.ts';
import type {
  Box,
  Colour,
  FontChoice,
  LogoLayer,
  PhotoLayer,
  PriceLayer,
  ShapeLayer,
  TextLayer,
  TextStyle,
} from '../scene.ts';
import type { Brand, PhotoSlot, PictureSlots } from '../template.ts';
import type { Frame } from './frame.ts';

export const serif: FontChoice = { family: 'Fraunces', weight: 500 };
export const serifLight: FontChoice = { family: 'Fraunces', weight: 400 };
export const serifItalic: FontChoice = { family: 'Fraunces', weight: 400, style: 'italic' };
export const sans: FontChoice = { family: 'Inter', weight: 600 };

export const sansMedium: FontChoice = { family: 'Inter', weight: 500 };
export const sansBody: FontChoice = { family: 'Inter', weight: 400 };

/** What a text style is made of, sizes in units. */
export type StyleChoice = {
  size: number;
  min?: number;
  colour: Colour;
  font?: FontChoice;
  align?: TextStyle['align'];
  vertical?: TextStyle['vertical'];
  lines?: number;
  spacing?: number;
};

export function textStyle(frame: Frame, choice: StyleChoice): TextStyle {
  return {
    font: frame.face(choice.font ?? serif),
    sizePx: frame.px(choice.size),
    minSizePx: frame.px(choice.min ?? choice.size * 0.5),
    colour: choice.colour,
    align: choice.align ?? 'start',
    vertical: choice.vertical ?? 'bottom',
    maxLines: choice.lines ?? 1,
    lineHeight: 1.08,
    letterSpacingEm: choice.spacing ?? -0.008,
  };
}

export function photoLayer(
  photo: PhotoSlot,
  box: Box,
  more: Partial<Pick<PhotoLayer, 'clip' | 'tone' | 'blend' | 'opacity'>> = {},
): PhotoLayer {
  return {
    id: 'photo',
    kind: 'photo',
    box,
    photoId: photo.photoId,
    ...(photo.focus ? { focus: photo.focus } : {}),
    ...more,
  };
}

export function titleLayer(
  frame: Frame,
  slots: Pick<PictureSlots, 'title'>,
  box: Box,
  choice: StyleChoice,
): TextLayer {
  const style = textStyle(frame, { lines: 2, font: serifLight, ...choice });
  return { id: 'title', kind: 'text', text: slots.title, box, style };
}

/** The price, or nothing when it is not to be shown. */
export function priceLayer(
  frame: Frame,
  slots: Pick<PictureSlots, 'price' | 'oldPrice'>,
  box: Box,
  choice: StyleChoice,
  more: Partial<Pick<PriceLayer, 'oldPlace' | 'oldColour' | 'big'>> = {},
): PriceLayer | undefined {
  if (slots.price === undefined) return undefined;
  return {
    id: 'price',
    kind: 'price',
    text: slots.price,
    ...(slots.oldPrice === undefined ? {} : { oldText: slots.oldPrice }),
    box,
    style: textStyle(frame, choice),
    ...more,
  };
}

/** The shop's logo; nothing when the shop has neither name nor picture. */
export function logoLayer(
  frame: Frame,
  brand: Brand,
  box: Box,
  choice: StyleChoice,
): LogoLayer | undefined {
  if (!brand.logo && brand.logoText.trim() === '') return undefined;
  return {
    id: 'logo',
    kind: 'logo',
    text: brand.logoText,
    ...(brand.logo ? { photoId: brand.logo.photoId, ratio: brand.logo.ratio } : {}),
    box,
    style: textStyle(frame, { vertical: 'middle', spacing: 0, ...choice }),
  };
}

/** The dark that words on photos stand on. */
export const shade: Colour = '#141812';

export type Side = 'foot' | 'top' | 'left' | 'right';
const directions = {
  foot: { from: { xFrac: 0, yFrac: 0 }, to: { xFrac: 0, yFrac: 1 } },
  top: { from: { xFrac: 0, yFrac: 1 }, to: { xFrac: 0, yFrac: 0 } },
  left: { from: { xFrac: 1, yFrac: 0 }, to: { xFrac: 0, yFrac: 0 } },
  right: { from: { xFrac: 0, yFrac: 0 }, to: { xFrac: 1, yFrac: 0 } },
} as const;

/** A veil over a photo that is full where words stand and fades away before them. `fadeFrac` is the part of the
 *  box in which it fades; from there on it has `alpha`, enough for words on a white photo. */
export function veil(
  box: Box,
  side: Side,
  fadeFrac: number,
  alpha: number,
  colour: Colour = shade,
): ShapeLayer {
  // Eased by hand: a straight ramp shows where it begins.
  const stops = [
    { atFrac: 0, share: 0 },
    { atFrac: 0.25, share: 0.1 },
    { atFrac: 0.5, share: 0.4 },
    { atFrac: 0.8, share: 0.85 },
    { atFrac: 1, share: 1 },
  ].map(({ atFrac, share }) => ({
    atFrac: atFrac * fadeFrac,
    colour: withAlpha(colour, share * alpha),
  }));
  const last = { atFrac: 1, colour: withAlpha(colour, Math.min(1, alpha * 1.1)) };
  const fill = { ...directions[side], stops: [...stops, last] };
  return { id: `veil-${side}`, kind: 'shape', box, shape: { kind: 'rect' }, fill };
}

export function block(id: string, box: Box, fill: Colour): ShapeLayer {
  return { id, kind: 'shape', box, shape: { kind: 'rect' }, fill };
}
