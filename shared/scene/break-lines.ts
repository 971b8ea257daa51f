import { widthOf, type MeasuredText } from './measure-text.ts';

export type LineSpan = { start: number; end: number };

/** Breaks into lines of at most `widthEm`; nothing when a word is wider than that. */
export function breakLines(measured: MeasuredText, widthEm: number): LineSpan[] | undefined {
  const lines: LineSpan[] = [];
  let start = 0;
  let end = 0;
  for (const { position, required } of measured.breaks) {
    if (widthOf(measured, start, position) > widthEm) {
      if (end === start) return undefined;
      lines.push({ start, end });
      start = end;
      if (widthOf(measured, start, position) > widthEm) return undefined;
    }
    end = position;
    if (required && end < measured.text.length) {
      lines.push({ start, end });
      start = end;
    }
  }
  lines.push({ start, end });
  return lines;
}

/** The same number of lines, as even as they can be: no lonely last word. */
export function balanceLines(
  measured: MeasuredText,
  lines: LineSpan[],
  widthEm: number,
): LineSpan[] {
  if (lines.length < 2) return lines;
  let low = widthEm / lines.length;
  let high = widthEm;
  let best = lines;
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    const tried = breakLines(measured, middle);
    if (tried && tried.length <= lines.length) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  return best;
}

/** Breaks anywhere between letters where a word is too wide. Always answers. */
export function breakAnywhere(measured: MeasuredText, widthEm: number): LineSpan[] {
  const stops = new Set(measured.breaks.map((one) => one.position));
  const lines: LineSpan[] = [];
  let start = 0;
  let lastStop = 0;
  let lastLetter = 0;
  for (const position of measured.letterEnds) {
    if (widthOf(measured, start, position) > widthEm && lastLetter > start) {
      const end = lastStop > start ? lastStop : lastLetter;
      lines.push({ start, end });
      start = end;
    }
    lastLetter = position;
    if (stops.has(position)) lastStop = position;
  }
  lines.push({ start, end: measured.text.length });
  return lines;
}
