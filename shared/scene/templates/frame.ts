import type { Format } from '../../contract/shapes.ts';
import { formatSizes, type Box, type Layer, type Paint, type Scene } from '../scene.ts';

/** A format to lay things out on. Distances are in units, hundredths of the shorter side, so that one
 *  number reads alike in every format. */
export type Frame = {
  format: Format;
  /** The format's size in units. */
  width: number;
  height: number;
  /** Units hidden by the network's own words in a story: nothing to be read stands there. */
  top: number;
  foot: number;
  px(units: number): number;
  box(x: number, y: number, width: number, height: number): Box;
  /** The whole picture. */
  whole: Box;
};

/** Shares of the height that stories and reels cover with the account's name and the answer field. */
export const storySafe = { topFrac: 0.14, footFrac: 0.18 };

export function frameOf(format: Format): Frame {
  const { widthPx, heightPx } = formatSizes[format];
  const unit = Math.min(widthPx, heightPx) / 100;
  const px = (units: number): number => Math.round(units * unit);
  const height = heightPx / unit;
  const isStory = format === '9:16';
  return {
    format,
    width: widthPx / unit,
    height,
    top: isStory ? height * storySafe.topFrac : 0,
    foot: isStory ? height * storySafe.footFrac : 0,
    px,
    box: (x, y, width, tall) => ({
      xPx: px(x),
      yPx: px(y),
      widthPx: px(x + width) - px(x),
      heightPx: px(y + tall) - px(y),
    }),
    whole: { xPx: 0, yPx: 0, widthPx, heightPx },
  };
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
