import { balanceLines, breakAnywhere, breakLines, type LineSpan } from './break-lines.ts';
import { lettersOf } from './emoji-letters.ts';
import type { FontSet } from './font-set.ts';
import { measureText, widthOf, type MeasuredText, type MeasureOptions } from './measure-text.ts';
import { inkOf, placeLine, type PlacedGlyph } from './place-line.ts';
import type { Box, TextStyle } from './scene.ts';
import { drawableText, isRightToLeft } from './text-runs.ts';

export type PlacedLine = {
  glyphs: PlacedGlyph[];
  xPx: number;
  baselinePx: number;
  widthPx: number;
};
export type TextLayout = {
  sizePx: number;
  lines: PlacedLine[];
  /** The text did not fit at its smallest size and ends in an ellipsis. */
  isShortened: boolean;
};

/** Room for accents over capitals and for descenders, in sizes: the same for every text, so that
 *  baselines stand alike from one product to the next. */
export const ascentEm = 0.94;
export const descentEm = 0.26;
/** A title takes one line more only if fewer lines would make it smaller than this. */
const acceptedShrink = 0.84;
const shrinkStep = 0.97;

type Fit = { sizePx: number; spans: LineSpan[]; measured: MeasuredText };

/** Sets text into its box: largest size first, evenly broken; shrinks, then shortens. */
export function layoutText(
  text: string,
  style: TextStyle,
  box: Box,
  fonts: FontSet,
  tabular = false,
): TextLayout {
  const options = measureOptions(style, tabular);
  const drawable = drawableText(text, style.font, fonts);
  if (drawable === '') return { sizePx: style.sizePx, lines: [], isShortened: false };
  const measured = measureText(drawable, options, fonts);
  const fit = bestFit(measured, style, box);
  if (fit) return keepInkInside(fit, style, box, options, false);
  const cut = shortened(drawable, style, box, options, fonts);
  return keepInkInside(cut, style, box, options, true);
}

export function measureOptions(style: TextStyle, tabular: boolean): MeasureOptions {
  return { font: style.font, tabular, letterSpacingEm: style.letterSpacingEm ?? 0 };
}

function bestFit(measured: MeasuredText, style: TextStyle, box: Box): Fit | undefined {
  let best: Fit | undefined;
  for (let count = 1; count <= style.maxLines; count += 1) {
    const fit = largestFor(measured, style, box, count);
    if (fit && fit.sizePx >= style.sizePx * acceptedShrink) return fit;
    if (fit && fit.sizePx > (best?.sizePx ?? 0)) best = fit;
  }
  return best;
}

function largestFor(
  measured: MeasuredText,
  style: TextStyle,
  box: Box,
  count: number,
): Fit | undefined {
  for (let sizePx = style.sizePx; sizePx >= style.minSizePx; sizePx *= shrinkStep) {
    if (blockHeight(count, sizePx, style) > box.heightPx) continue;
    const widthEm = box.widthPx / sizePx;
    const spans = breakLines(measured, widthEm);
    if (spans && spans.length <= count)
      return { sizePx, spans: balanceLines(measured, spans, widthEm), measured };
  }
  return undefined;
}

function blockHeight(lines: number, sizePx: number, style: TextStyle): number {
  return sizePx * (ascentEm + descentEm + (lines - 1) * style.lineHeight);
}

/** The longest beginning that fits with an ellipsis at the smallest size. */
function shortened(
  text: string,
  style: TextStyle,
  box: Box,
  options: MeasureOptions,
  fonts: FontSet,
): Fit {
  let sizePx = style.minSizePx;
  while (blockHeight(1, sizePx, style) > box.heightPx) sizePx *= shrinkStep;
  let lines = style.maxLines;
  while (lines > 1 && blockHeight(lines, sizePx, style) > box.heightPx) lines -= 1;
  const letters = lettersOf(text);
  const cutAt = (count: number): Fit => {
    const kept = letters
      .slice(0, count)
      .join('')
      .replace(/[\s,;:.–-]+$/u, '');
    const measured = measureText(`${kept}…`, options, fonts);
    const widthEm = box.widthPx / sizePx;
    const spans = breakLines(measured, widthEm) ?? breakAnywhere(measured, widthEm);
    return { sizePx, spans, measured };
  };
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (cutAt(middle).spans.length <= lines) low = middle;
    else high = middle - 1;
  }
  return cutAt(low);
}

/** Accents, italics and foreign scripts may reach beyond their measures: then all of it is set smaller. */
function keepInkInside(
  fit: Fit,
  style: TextStyle,
  box: Box,
  options: MeasureOptions,
  isShortened: boolean,
): TextLayout {
  let sizePx = fit.sizePx;
  for (;;) {
    const lines = liftInside(placeLines({ ...fit, sizePx }, style, box, options), sizePx, box);
    if (sizePx < fit.sizePx / 2 || lines.every((line) => isInside(line, sizePx, box)))
      return { sizePx, lines, isShortened };
    sizePx *= shrinkStep;
  }
}

function isInside(line: PlacedLine, sizePx: number, box: Box): boolean {
  const ink = inkOf(line.glyphs, sizePx);
  if (!ink) return true;
  return (
    line.xPx + ink.left >= box.xPx - 0.5 &&
    line.xPx + ink.right <= box.xPx + box.widthPx + 0.5 &&
    line.baselinePx - ink.top >= box.yPx - 0.5 &&
    line.baselinePx - ink.bottom <= box.yPx + box.heightPx + 0.5
  );
}

function placeLines(fit: Fit, style: TextStyle, box: Box, options: MeasureOptions): PlacedLine[] {
  const { measured, spans, sizePx } = fit;
  const rightToLeft = isRightToLeft(measured.text);
  const first = firstBaseline(spans.length, sizePx, style, box, measured);
  return spans.map((span, index) => {
    const widthPx = widthOf(measured, span.start, span.end) * sizePx;
    const free = box.widthPx - widthPx;
    const atEnd = (style.align === 'end') !== rightToLeft;
    const xPx = box.xPx + (style.align === 'center' ? free / 2 : atEnd ? free : 0);
    const baselinePx = first + index * style.lineHeight * sizePx;
    const glyphs = placeLine(measured, span, options);
    return { glyphs, xPx: xPx + nudge(glyphs, xPx, sizePx, box), baselinePx, widthPx };
  });
}

/** Moves the block up or down where ink stands out at one end and there is room at the other: some
 *  scripts reach lower than ours. */
function liftInside(lines: PlacedLine[], sizePx: number, box: Box): PlacedLine[] {
  const edges = lines.flatMap((line) => {
    const ink = inkOf(line.glyphs, sizePx);
    return ink ? [{ top: line.baselinePx - ink.top, foot: line.baselinePx - ink.bottom }] : [];
  });
  const above = box.yPx - Math.min(...edges.map((edge) => edge.top));
  const below = Math.max(...edges.map((edge) => edge.foot)) - (box.yPx + box.heightPx);
  const dy =
    below > 0 ? -Math.min(below, Math.max(0, -above)) : above > 0 ? Math.min(above, -below) : 0;
  return dy === 0 ? lines : lines.map((line) => ({ ...line, baselinePx: line.baselinePx + dy }));
}

/** How far a line must move aside for its ink to stand in the box: swashes and slanted letters reach
 *  beyond the width that they claim. */
function nudge(glyphs: readonly PlacedGlyph[], xPx: number, sizePx: number, box: Box): number {
  const ink = inkOf(glyphs, sizePx);
  if (!ink) return 0;
  const over = xPx + ink.right - (box.xPx + box.widthPx);
  const under = box.xPx - (xPx + ink.left);
  return over > 0 ? -Math.min(over, Math.max(0, -under)) : under > 0 ? Math.min(under, -over) : 0;
}

function firstBaseline(
  count: number,
  sizePx: number,
  style: TextStyle,
  box: Box,
  measured: MeasuredText,
): number {
  const between = (count - 1) * style.lineHeight * sizePx;
  if (style.vertical === 'top') return box.yPx + ascentEm * sizePx;
  const bottom = box.yPx + box.heightPx;
  if (style.vertical === 'bottom') return bottom - descentEm * sizePx - between;
  // The eye takes capitals for the height of words, not accents and descenders.
  const font = measured.runs[0]?.font;
  const capPx = font ? (font.capHeight / font.unitsPerEm) * sizePx : 0.7 * sizePx;
  return box.yPx + (box.heightPx - between + capPx) / 2;
}
