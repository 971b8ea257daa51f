import type { Format } from '../../contract/shapes.ts';
import { freeOfBars } from '../../rules/safe-zones.ts';
import { usualFonts } from '../font-families.ts';
import {
  formatSizes,
  type Box,
  type FontChoice,
  type Layer,
  type Paint,
  type Scene,
} from '../scene.ts';
import type { BrandFonts } from '../template.ts';

/** A rectangle in units. */
export type Area = { x: number; y: number; width: number; height: number };

/** What a layout is made for. `tall` is 4:5, 3:4, 2:3 and the card; `wide` 1.91:1, 16:9 and the label. */
export type Shape = 'square' | 'tall' | 'story' | 'wide' | 'banner';

/** A format to lay things out on. Distances are in units, hundredths of the shorter side, so that one
 *  number reads alike in every format. */
export type Frame = {
  format: Format;
  shape: Shape;
  /** Where words may stand: inside the margins, clear of what networks lay over or cut off. */
  words: Area;
  /** Titles end above this: the profile's square cut of a portrait takes what is below. */
  titleFoot: number;
  /** The format's size in units. */
  width: number;
  height: number;
  px(units: number): number;
  /** The font as the shop has it: its family of titles for Fraunces, of all other words for Inter. */
  face(font: FontChoice): FontChoice;
  box(x: number, y: number, width: number, height: number): Box;
  /** The whole picture, in pixels and in units. */
  whole: Box;
  wholeArea: Area;
};

export function frameOf(format: Format, fonts?: BrandFonts): Frame {
  const { widthPx, heightPx } = formatSizes[format];
  const unit = Math.min(widthPx, heightPx) / 100;
  const px = (units: number): number => Math.round(units * unit);
  const height = heightPx / unit;
  const shape = shapeOf(format);
  return {
    format,
    shape,
    titleFoot: format === '4:5' || format === '3:4' ? (height + 100) / 2 - 0.5 : height - margin,
    words: wordsArea(shape, widthPx / unit, height),
    width: widthPx / unit,
    height,
    px,
    face: (font) => faceOf(font, fonts),
    box: (x, y, width, tall) => ({
      xPx: px(x),
      yPx: px(y),
      widthPx: px(x + width) - px(x),
      heightPx: px(y + tall) - px(y),
    }),
    whole: { xPx: 0, yPx: 0, widthPx, heightPx },
    wholeArea: { x: 0, y: 0, width: widthPx / unit, height },
  };
}

function faceOf(font: FontChoice, fonts: BrandFonts | undefined): FontChoice {
  if (!fonts) return font;
  if (font.family === usualFonts.title) return { ...font, family: fonts.title };
  return font.family === usualFonts.text ? { ...font, family: fonts.text } : font;
}

/** The margin of every layout. */
export const margin = 7;

function shapeOf(format: Format): Shape {
  if (format === '9:16') return 'story';
  if (format === 'page-cover') return 'banner';
  const { widthPx, heightPx } = formatSizes[format];
  return widthPx === heightPx ? 'square' : widthPx > heightPx ? 'wide' : 'tall';
}

function wordsArea(shape: Shape, width: number, height: number): Area {
  if (shape === 'story') {
    const y = height * freeOfBars.yFrac + 0.6;
    const right = width * (freeOfBars.xFrac + freeOfBars.widthFrac);
    return { x: margin, y, width: right - margin, height: height * freeOfBars.heightFrac - 1.2 };
  }
  // A phone shows the middle of a Page's cover; the profile picture stands over its foot.
  if (shape === 'banner') return { x: 46, y: 14, width: width - 92, height: 72 };
  return { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
}

/** A still picture of these layers; layers that are not there are left out. */
export function pictureScene(
  frame: Frame,
  background: Paint,
  layers: readonly (Layer | undefined)[],
): Scene {
  return {
    format: frame.format,
    widthPx: frame.whole.widthPx,
    heightPx: frame.whole.heightPx,
    durationMs: 0,
    background,
    layers: layers.filter((layer) => layer !== undefined),
  };
}
