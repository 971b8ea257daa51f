import type { Box, Layer, LogoLayer, PriceLayer, TextStyle } from '../scene.ts';
import { widthEm } from '../templates/letter-widths.ts';

/** The table of widths is rounded, and kerning is not in it. */
const reserve = 1.05;
/** As prices are set: the old one before the new one or above it. */
const oldScale = { before: 0.82, above: 0.58 };
const oldGapEm = 0.3;
const lineEm = 1.2;
/** The little glasshouse of a logo in letters with its gap. */
const markEms = 1.5;

/** Width and height of a price in sizes, foretold without its font. */
export function priceEms({ text, oldText, oldPlace = 'before', style }: PriceLayer) {
  const width = widthEm(text, style.font, style.letterSpacingEm);
  if (oldText === undefined) return { width: width * reserve, height: lineEm };
  const old = widthEm(oldText, style.font, style.letterSpacingEm) * oldScale[oldPlace];
  return oldPlace === 'above'
    ? { width: Math.max(width, old) * reserve, height: lineEm + oldScale.above }
    : { width: (width + oldGapEm + old) * reserve, height: lineEm };
}

/** The part of its box that a layer of words, a code or a drawing surely does not leave; nothing for
 *  photos and shapes, on which something may stand. */
export function reachOf(layer: Layer): Box | undefined {
  switch (layer.kind) {
    case 'photo':
    case 'shape':
      return undefined;
    case 'text':
      return aligned(layer.box, layer.style, textWidthPx(layer.text, layer.style));
    case 'price':
      return layer.big
        ? layer.box
        : aligned(layer.box, layer.style, priceEms(layer).width * layer.style.sizePx);
    case 'logo':
      return aligned(layer.box, layer.style, logoWidthPx(layer));
    default:
      return layer.box;
  }
}

/** Its picture, or its words beside the mark. */
function logoWidthPx({ box, photoId, ratio = 1, text, style }: LogoLayer): number {
  if (photoId !== undefined) return box.heightPx * ratio;
  return textWidthPx(text, style) + markEms * style.sizePx;
}

function textWidthPx(text: string, style: TextStyle): number {
  const lines = text.split('\n').map((line) => widthEm(line, style.font, style.letterSpacingEm));
  return Math.max(...lines) * reserve * style.sizePx;
}

function aligned(box: Box, { align }: TextStyle, wishedPx: number): Box {
  const widthPx = Math.min(box.widthPx, Math.ceil(wishedPx));
  const free = box.widthPx - widthPx;
  const xPx = box.xPx + (align === 'center' ? free / 2 : align === 'end' ? free : 0);
  return { ...box, xPx: Math.floor(xPx), widthPx };
}

export function doOverlap(a: Box, b: Box): boolean {
  return (
    a.xPx < b.xPx + b.widthPx &&
    b.xPx < a.xPx + a.widthPx &&
    a.yPx < b.yPx + b.heightPx &&
    b.yPx < a.yPx + a.heightPx
  );
}
