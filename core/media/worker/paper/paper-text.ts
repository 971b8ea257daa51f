import { breakAnywhere, breakLines } from '../../../../shared/scene/break-lines.ts';
import type { FontSet, SceneFont } from '../../../../shared/scene/font-set.ts';
import { measureText, widthOf } from '../../../../shared/scene/measure-text.ts';
import type { FontChoice } from '../../../../shared/scene/scene.ts';
import {
  drawableText,
  isRightToLeft,
  textRuns,
  visualOrder,
} from '../../../../shared/scene/text-runs.ts';

export type PaperStyle = { font: PaperFont; sizePt: number };
export type PaperFont = 'text' | 'strong' | 'title';

/** Under these names the document knows its fonts, files of resources/fonts. */
export const paperFontFiles: Record<PaperFont | 'arabic', string> = {
  text: 'Inter_400Regular.ttf',
  strong: 'Inter_600SemiBold.ttf',
  title: 'Fraunces_600SemiBold.ttf',
  arabic: 'NotoSansArabic_500Medium.ttf',
};

const choices: Record<PaperFont, FontChoice> = {
  text: { family: 'Inter', weight: 400 },
  strong: { family: 'Inter', weight: 600 },
  title: { family: 'Fraunces', weight: 600 },
};

/** A stretch of one line in one font, from left to right. */
export type PaperRun = { text: string; font: PaperFont | 'arabic'; xPt: number };
export type PaperLine = { runs: PaperRun[]; widthPt: number; isRightToLeft: boolean };

/** Breaks a text into lines of at most `widthPt`, each ready to be drawn; letters that no font of ours
 *  has are left out. What is more than `maxLines` ends in an ellipsis. */
export function paperLines(
  text: string,
  style: PaperStyle,
  { widthPt, maxLines = Infinity }: { widthPt: number; maxLines?: number },
  fonts: FontSet,
): PaperLine[] {
  const spans = text.split('\n').flatMap((paragraph) => spansOf(paragraph, style, widthPt, fonts));
  while (spans.at(-1) === '') spans.pop();
  const kept = spans.slice(0, maxLines);
  if (kept.length < spans.length) {
    kept[kept.length - 1] = shortened(`${kept.at(-1)} `, style, widthPt, fonts);
  }
  return kept.map((line) => placed(line, style, fonts));
}

function spansOf(paragraph: string, style: PaperStyle, widthPt: number, fonts: FontSet): string[] {
  const drawable = drawableText(paragraph, choiceOf(style), fonts);
  if (drawable === '') return [''];
  const measured = measure(drawable, style, fonts);
  const widthEm = widthPt / style.sizePt;
  const spans = breakLines(measured, widthEm) ?? breakAnywhere(measured, widthEm);
  return spans.map(({ start, end }) => drawable.slice(start, end).trimEnd());
}

function shortened(line: string, style: PaperStyle, widthPt: number, fonts: FontSet): string {
  const letters = Array.from(line.trimEnd());
  for (let count = letters.length; count > 0; count -= 1) {
    const tried = `${letters.slice(0, count).join('').trimEnd()}…`;
    if (lineWidth(tried, style, fonts) <= widthPt) return tried;
  }
  return '…';
}

function lineWidth(line: string, style: PaperStyle, fonts: FontSet): number {
  return widthOf(measure(line, style, fonts), 0, line.length) * style.sizePt;
}

function measure(text: string, style: PaperStyle, fonts: FontSet) {
  return measureText(text, { font: choiceOf(style), tabular: false, letterSpacingEm: 0 }, fonts);
}

function placed(line: string, style: PaperStyle, fonts: FontSet): PaperLine {
  let xPt = 0;
  const runs = visualOrder(textRuns(line, choiceOf(style), fonts)).map((run): PaperRun => {
    const text = line.slice(run.start, run.end);
    const placedRun = { text, font: nameOf(run.font, style, fonts), xPt };
    xPt += runWidthEm(run, text) * style.sizePt;
    return placedRun;
  });
  return { runs, widthPt: xPt, isRightToLeft: isRightToLeft(line) };
}

/** Under which name paper has the font of a run. */
function nameOf(font: SceneFont, style: PaperStyle, fonts: FontSet): PaperRun['font'] {
  const names = [style.font, 'text', 'strong'] as const;
  return names.find((name) => fonts.font(choices[name]) === font) ?? 'arabic';
}

function runWidthEm(run: { font: SceneFont; level: number }, text: string) {
  const direction = run.level % 2 === 1 ? 'rtl' : 'ltr';
  const glyphs = run.font.shape(text, { direction, tabular: false });
  return glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) / run.font.unitsPerEm;
}

function choiceOf(style: PaperStyle): FontChoice {
  return choices[style.font];
}
