import LineBreaker from 'linebreak';
import type { FontSet } from './font-set.ts';
import type { FontChoice } from './scene.ts';
import { textRuns, type TextRun } from './text-runs.ts';

/** What line breaking needs of a text, independent of its size: distances are in ems. */
export type MeasuredText = {
  text: string;
  runs: TextRun[];
  /** Widths summed up to each position of the text. */
  sums: Float64Array;
  /** Positions after which a line may end; `required` where it must. */
  breaks: { position: number; required: boolean }[];
  /** Positions between letters, for a word that is wider than its box. */
  letterEnds: number[];
};

export type MeasureOptions = { font: FontChoice; tabular: boolean; letterSpacingEm: number };

export function measureText(text: string, options: MeasureOptions, fonts: FontSet): MeasuredText {
  const runs = textRuns(text, options.font, fonts);
  const advances = new Float64Array(text.length);
  for (const run of runs) addAdvances(advances, text, run, options);
  const sums = new Float64Array(text.length + 1);
  for (const [index, advance] of advances.entries()) sums[index + 1] = (sums[index] ?? 0) + advance;
  const letterEnds = [...advances.keys()].filter((at) => at > 0 && (advances[at] ?? 0) > 0);
  return { text, runs, sums, breaks: findBreaks(text), letterEnds: [...letterEnds, text.length] };
}

function addAdvances(
  advances: Float64Array,
  text: string,
  run: TextRun,
  options: MeasureOptions,
): void {
  const direction = run.level % 2 === 1 ? 'rtl' : 'ltr';
  const shaped = run.font.shape(text.slice(run.start, run.end), {
    direction,
    tabular: options.tabular,
  });
  for (const glyph of shaped) {
    const at = run.start + glyph.cluster;
    advances[at] = (advances[at] ?? 0) + glyph.advance / run.font.unitsPerEm;
    // Arabic letters hang together: spacing them would tear the word.
    if (direction === 'ltr' && glyph.advance > 0) advances[at] += options.letterSpacingEm;
  }
}

function findBreaks(text: string): { position: number; required: boolean }[] {
  const breaker = new LineBreaker(text);
  const found: { position: number; required: boolean }[] = [];
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak())
    found.push({ position: next.position, required: next.required });
  if (found.at(-1)?.position !== text.length)
    found.push({ position: text.length, required: false });
  return found;
}

/** Width of a stretch, without the spaces at its end. */
export function widthOf(measured: MeasuredText, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/u.test(measured.text[last - 1] ?? '')) last -= 1;
  return (measured.sums[last] ?? 0) - (measured.sums[start] ?? 0);
}
