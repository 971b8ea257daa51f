import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { FontSet } from '../../../../shared/scene/font-set.ts';
import type { MonthSheet, StateTone } from './month-sheet.ts';
import {
  paperFontFiles,
  paperLines,
  type PaperLine,
  type PaperRun,
  type PaperStyle,
} from './paper-text.ts';

/** A4 lying down, in points. */
export const page = { widthPt: 841.89, heightPt: 595.28, marginPt: 30, footPt: 16 } as const;
export const column = { fromPt: page.marginPt, toPt: page.widthPt - page.marginPt } as const;

/** Inks on white paper; all text pairs are above 4.5:1. */
export const inks = {
  ink: '#211D1A',
  muted: '#5F5851',
  line: '#CFC7BE',
  ground: '#F5F1EC',
} as const;
export const toneInks: Record<StateTone, string> = {
  calm: inks.muted,
  good: '#2E6B4E',
  waits: '#8A5A00',
  bad: '#A3213A',
};

export type Pdf = InstanceType<typeof PDFDocument>;

/** What every part of a sheet is drawn with. */
export type PaperTools = {
  pdf: Pdf;
  fonts: FontSet;
  /** The printable bytes of a post's picture, by its file. */
  photos: ReadonlyMap<string, Buffer>;
  sheet: MonthSheet;
};

/** A document without pages, with the fonts that ship. */
export function openPdf(sheet: MonthSheet, resourcesDir: string): Pdf {
  const files = Object.entries(paperFontFiles).map(
    ([name, file]) => [name, join(resourcesDir, 'fonts', file)] as const,
  );
  const pdf = new PDFDocument({
    size: [page.widthPt, page.heightPt],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: sheet.language,
    font: files[0]?.[1] ?? '',
    info: {
      Title: `${sheet.shop}, ${sheet.month}`,
      Author: sheet.shop,
      Creator: 'Vitrine',
      Producer: 'Vitrine',
      CreationDate: new Date(sheet.madeAt),
    },
  });
  for (const [name, file] of files) pdf.registerFont(name, file);
  return pdf;
}

export type TextPlace = {
  xPt: number;
  yPt: number;
  widthPt: number;
  maxLines?: number;
  /** Against the right edge. */
  toTheRight?: boolean;
};
export type TextLook = PaperStyle & { colour: string; lineHeight?: number };

/** Draws a text from its top left; answers the height it took, in points. */
export function drawText(
  tools: PaperTools,
  text: string,
  look: TextLook,
  { xPt, yPt, ...box }: TextPlace,
): number {
  const lines = paperLines(text, look, box, tools.fonts);
  drawLines(tools, lines, look, { xPt, yPt, ...box });
  return lines.length * lineHeightPt(look);
}

export function lineHeightPt(look: TextLook): number {
  return look.sizePt * (look.lineHeight ?? 1.3);
}

/** Draws lines that were broken before. */
export function drawLines(
  { pdf }: PaperTools,
  lines: readonly PaperLine[],
  look: TextLook,
  { xPt, yPt, widthPt, toTheRight = false }: TextPlace,
): void {
  pdf.fontSize(look.sizePt).fillColor(look.colour);
  for (const [index, line] of lines.entries()) {
    const startPt = line.isRightToLeft || toTheRight ? xPt + widthPt - line.widthPt : xPt;
    const baselinePt = yPt + index * lineHeightPt(look) + look.sizePt;
    for (const run of line.runs) {
      pdf.font(run.font).text(run.text, startPt + run.xPt, baselinePt, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...shapedWhole(run.font),
      });
    }
  }
}

/** The library shapes and remembers word by word, which is fast and turns Arabic words around; named
 *  features make it shape the run whole. */
function shapedWhole(font: PaperRun['font']): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  return font === 'arabic' ? { features: ['kern'] } : {};
}

/** The post's picture, filling its frame; a quiet ground where there is none. */
export function drawPhoto(
  { pdf, photos }: PaperTools,
  photoPath: string | undefined,
  frame: { xPt: number; yPt: number; widthPt: number; heightPt: number },
): void {
  const { xPt, yPt, widthPt, heightPt } = frame;
  const bytes = photoPath === undefined ? undefined : photos.get(photoPath);
  pdf.save().roundedRect(xPt, yPt, widthPt, heightPt, 2).clip();
  if (bytes) pdf.image(bytes, xPt, yPt, { width: widthPt, height: heightPt });
  else pdf.rect(xPt, yPt, widthPt, heightPt).fill(inks.ground);
  pdf.restore();
}
