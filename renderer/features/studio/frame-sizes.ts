import type { Format } from '../../../shared/contract/shapes.ts';
import { formatSizes } from '../../../shared/scene/scene.ts';

/** In the order of the columns. */
export const pictureFormats: readonly Format[] = [
  ...(['1:1', '4:5', '9:16', '1.91:1', '3:4', '2:3', '16:9', 'page-cover'] as const),
  ...(['a6', 'label'] as const),
];
/** Those that the networks show everywhere: what is made unless told otherwise. */
export const allFormats: readonly Format[] = ['1:1', '4:5', '9:16', '1.91:1'];

export type FormatName =
  'square' | 'portrait' | 'story' | 'link' | 'tall' | 'pin' | 'wide' | 'cover' | 'card' | 'label';

/** By which the texts name them. */
export const formatNames: Record<Format, FormatName> = {
  '1:1': 'square',
  '4:5': 'portrait',
  '9:16': 'story',
  '1.91:1': 'link',
  '3:4': 'tall',
  '2:3': 'pin',
  '16:9': 'wide',
  'page-cover': 'cover',
  a6: 'card',
  label: 'label',
};

/** Width by height. */
export function ratioOf(format: Format): number {
  const { widthPx, heightPx } = formatSizes[format];
  return widthPx / heightPx;
}

export type FrameSizes = { heightPx: number; gapPx: number; widthsPx: Record<Format, number> };

const leastHeightPx = 72;
const mostHeightPx = 176;

/** Frames of one height that fill a row of `widthPx` as far as they do not grow out of proportion. */
export function frameSizes(widthPx: number, formats: readonly Format[]): FrameSizes {
  const gapPx = widthPx >= 600 ? 32 : 16;
  const free = widthPx - gapPx * Math.max(0, formats.length - 1);
  const ratios = formats.reduce((sum, format) => sum + ratioOf(format), 0);
  const fitting = Math.floor(free / Math.max(ratios, 0.1));
  const heightPx = Math.min(mostHeightPx, Math.max(leastHeightPx, fitting));
  const width = (format: Format) => Math.floor(heightPx * ratioOf(format));
  const names = Object.keys(formatNames) as Format[];
  const widthsPx = Object.fromEntries(names.map((name) => [name, width(name)])) as Record<
    Format,
    number
  >;
  return { heightPx, gapPx, widthsPx };
}
