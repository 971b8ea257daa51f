import type { FontSet } from './font-set.ts';
import { ascentEm, descentEm, measureOptions } from './layout-text.ts';
import { measureText, widthOf } from './measure-text.ts';
import { inkOf, placeLine, type PlacedGlyph } from './place-line.ts';
import type { Box, FontChoice, PriceLayer } from './scene.ts';
import { drawableText } from './text-runs.ts';

/** A part of a price: the old one, the digits, the currency sign. */
export type PricePart = {
  glyphs: PlacedGlyph[];
  xPx: number;
  baselinePx: number;
  sizePx: number;
  widthPx: number;
  isOld: boolean;
};
export type PriceLayout = { sizePx: number; parts: PricePart[] };

type Piece = { text: string; scale: number; isOld: boolean; font: FontChoice; gapEm: number };

/** Old prices are set smaller than the new one, currency signs of a big price smaller still. */
const oldScale = { before: 0.82, above: 0.58, big: 0.2 };
/** From the baseline of the old price to that of the new one below it. */
const rowGapEm = { plain: 1.06, big: 0.84 };
const bigSignScale = 0.34;

/** Sets a price on one line. A price is never shortened: it shrinks until it fits. */
export function layoutPrice(layer: PriceLayer, box: Box, fonts: FontSet): PriceLayout {
  const place = layer.big ? 'big' : (layer.oldPlace ?? 'before');
  const now = nowPieces(layer, fonts);
  const old = layer.oldText === undefined ? [] : oldPieces(layer, layer.oldText, place, fonts);
  const rows = place !== 'before' && old.length > 0 ? [old, now] : [[...old, ...now]];
  const widest = Math.max(...rows.map((row) => widthOfRow(row, layer, fonts)));
  const oldRow = rows.length > 1 ? (layer.big ? 0.22 : oldScale.above) : 0;
  const tall = (layer.big ? bigHeightEm : ascentEm + descentEm) + oldRow;
  let sizePx = Math.min(
    layer.style.sizePx,
    box.widthPx / Math.max(widest, 0.01),
    box.heightPx / tall,
  );
  for (;;) {
    const parts = placeRows(rows, layer, box, sizePx, fonts);
    if (parts.every((part) => isInside(part, box))) return { sizePx, parts };
    sizePx *= 0.98;
  }
}

/** Digits have no descenders and no accents: a big price may use nearly all of its box. */
const bigHeightEm = 0.98;

function nowPieces(layer: PriceLayer, fonts: FontSet): Piece[] {
  const { font } = layer.style;
  const text = drawableText(layer.text, font, fonts);
  const whole = { text, scale: 1, isOld: false, font, gapEm: 0 };
  if (!layer.big) return [whole];
  const match = /^(\D*?)\s*(-?\d[\d\s.,'’\u00A0]*\d|\d)\s*(\D*)$/u.exec(text);
  if (!match) return [whole];
  const [, before = '', digits = '', after = ''] = match;
  const sign = { scale: bigSignScale, isOld: false, font, gapEm: 0.05 };
  return [
    ...(before.trim() ? [{ ...sign, text: before.trim() }] : []),
    { text: digits, scale: 1, isOld: false, font, gapEm: before.trim() ? 0.03 : 0 },
    ...(after.trim() ? [{ ...sign, text: after.trim() }] : []),
  ];
}

function oldPieces(
  layer: PriceLayer,
  oldText: string,
  place: keyof typeof oldScale,
  fonts: FontSet,
): Piece[] {
  const font: FontChoice = { ...layer.style.font, weight: 400 };
  const text = drawableText(oldText, font, fonts);
  return [{ text, scale: oldScale[place], isOld: true, font, gapEm: 0 }];
}

function widthOfRow(row: readonly Piece[], layer: PriceLayer, fonts: FontSet): number {
  return row.reduce((sum, piece, index) => {
    const measured = measure(piece, layer, fonts);
    return sum + widthOf(measured, 0, measured.text.length) * piece.scale + gapBefore(row, index);
  }, 0);
}

function measure(piece: Piece, layer: PriceLayer, fonts: FontSet) {
  const options = { ...measureOptions(layer.style, true), font: piece.font };
  return measureText(piece.text, options, fonts);
}

/** In ems of the price's own size. */
function gapBefore(row: readonly Piece[], index: number): number {
  if (index === 0) return 0;
  return row[index - 1]?.isOld ? 0.3 : (row[index]?.gapEm ?? 0);
}

function placeRows(
  rows: readonly Piece[][],
  layer: PriceLayer,
  box: Box,
  sizePx: number,
  fonts: FontSet,
): PricePart[] {
  const last = lastBaseline(layer, box, sizePx);
  const parts: PricePart[] = [];
  for (const [index, row] of rows.entries()) {
    const above = rows.length - 1 - index;
    const firstPx = layer.style.vertical === 'top' && rows.length > 1 ? 0.72 * sizePx : 0;
    const gapEm = layer.big ? rowGapEm.big : rowGapEm.plain;
    const baselinePx = last + firstPx - above * gapEm * sizePx;
    const free = box.widthPx - widthOfRow(row, layer, fonts) * sizePx;
    const { align } = layer.style;
    let xPx = box.xPx + (align === 'center' ? free / 2 : align === 'end' ? free : 0);
    for (const [at, piece] of row.entries()) {
      xPx += gapBefore(row, at) * sizePx;
      const part = placePiece(piece, layer, xPx, baselinePx, sizePx, fonts);
      parts.push(part);
      xPx += part.widthPx;
    }
  }
  return parts;
}

function placePiece(
  piece: Piece,
  layer: PriceLayer,
  xPx: number,
  baselinePx: number,
  priceSizePx: number,
  fonts: FontSet,
): PricePart {
  const measured = measure(piece, layer, fonts);
  const sizePx = priceSizePx * piece.scale;
  const options = { ...measureOptions(layer.style, true), font: piece.font };
  const glyphs = placeLine(measured, { start: 0, end: measured.text.length }, options);
  const widthPx = widthOf(measured, 0, measured.text.length) * sizePx;
  return { glyphs, xPx, baselinePx, sizePx, widthPx, isOld: piece.isOld };
}

function lastBaseline(layer: PriceLayer, box: Box, sizePx: number): number {
  const bottom = box.yPx + box.heightPx;
  const { vertical } = layer.style;
  if (vertical === 'top') return box.yPx + ascentEm * sizePx;
  if (vertical === 'middle') return box.yPx + (box.heightPx + 0.7 * sizePx) / 2;
  return bottom - (layer.big ? 0.2 : descentEm) * sizePx;
}

function isInside(part: PricePart, box: Box): boolean {
  const ink = inkOf(part.glyphs, part.sizePx);
  if (!ink || part.sizePx < 1) return true;
  return (
    part.xPx + ink.left >= box.xPx - 1 &&
    part.xPx + ink.right <= box.xPx + box.widthPx + 1 &&
    part.baselinePx - ink.top >= box.yPx - 1 &&
    part.baselinePx - ink.bottom <= box.yPx + box.heightPx + 1
  );
}
