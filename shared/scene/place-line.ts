import type { LineSpan } from './break-lines.ts';
import type { Ink, SceneFont } from './font-set.ts';
import type { MeasuredText, MeasureOptions } from './measure-text.ts';
import { visualOrder, type TextRun } from './text-runs.ts';

/** A glyph of a line; its place from the line's start on the baseline, in ems, y upwards. */
export type PlacedGlyph = { font: SceneFont; glyphId: number; xEm: number; yEm: number };

/** Shapes one line and puts its glyphs in the order in which they stand, from left to right. */
export function placeLine(
  measured: MeasuredText,
  span: LineSpan,
  options: MeasureOptions,
): PlacedGlyph[] {
  const end = span.start + measured.text.slice(span.start, span.end).trimEnd().length;
  const runs = measured.runs
    .filter((run) => run.start < end && run.end > span.start)
    .map((run) => ({
      ...run,
      start: Math.max(run.start, span.start),
      end: Math.min(run.end, end),
    }));
  const placed: PlacedGlyph[] = [];
  let xEm = 0;
  for (const run of visualOrder(runs)) xEm = placeRun(placed, measured.text, run, xEm, options);
  return placed;
}

function placeRun(
  placed: PlacedGlyph[],
  text: string,
  run: TextRun,
  startEm: number,
  options: MeasureOptions,
): number {
  const direction = run.level % 2 === 1 ? 'rtl' : 'ltr';
  const em = run.font.unitsPerEm;
  const spacing = direction === 'ltr' ? options.letterSpacingEm : 0;
  let xEm = startEm;
  const words = text.slice(run.start, run.end);
  for (const glyph of run.font.shape(words, { direction, tabular: options.tabular })) {
    placed.push({
      font: run.font,
      glyphId: glyph.glyphId,
      xEm: xEm + glyph.dx / em,
      yEm: glyph.dy / em,
    });
    xEm += glyph.advance / em + (glyph.advance > 0 ? spacing : 0);
  }
  return xEm;
}

/** The edges of a line's ink in pixels from its start and baseline, y upwards; nothing when blank. */
export function inkOf(glyphs: readonly PlacedGlyph[], sizePx: number): Ink | undefined {
  let all: Ink | undefined;
  for (const glyph of glyphs) {
    const ink = glyph.font.ink(glyph.glyphId);
    if (!ink) continue;
    const unit = sizePx / glyph.font.unitsPerEm;
    const x = glyph.xEm * sizePx;
    const y = glyph.yEm * sizePx;
    const mine = {
      left: x + ink.left * unit,
      right: x + ink.right * unit,
      top: y + ink.top * unit,
      bottom: y + ink.bottom * unit,
    };
    all = all ? joined(all, mine) : mine;
  }
  return all;
}

function joined(a: Ink, b: Ink): Ink {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
  };
}
