import type { SheetPost } from './month-sheet.ts';
import {
  column,
  drawLines,
  drawPhoto,
  drawText,
  inks,
  lineHeightPt,
  page,
  toneInks,
  type PaperTools,
  type TextLook,
} from './paper-page.ts';
import { paperLines } from './paper-text.ts';

const gapPt = 24;
const widthPt = (column.toPt - column.fromPt - gapPt) / 2;
const topPt = page.marginPt + 26;
const endPt = page.heightPt - page.marginPt - page.footPt;
const photo = { widthPt: 44, heightPt: 55 };
const wordsPt = { fromPt: photo.widthPt + 8, widthPt: widthPt - photo.widthPt - 8 };
const postGapPt = 10;

const looks = {
  head: { font: 'strong', sizePt: 10, colour: inks.ink },
  day: { font: 'title', sizePt: 12, colour: inks.ink },
  time: { font: 'strong', sizePt: 8.5, colour: inks.ink },
  state: { font: 'text', sizePt: 8, colour: inks.muted },
  caption: { font: 'text', sizePt: 8.5, colour: inks.ink, lineHeight: 1.4 },
  empty: { font: 'text', sizePt: 10, colour: inks.muted },
} as const satisfies Record<string, TextLook>;

/** Where the next thing goes: down the left column, then the right, then on a new page. */
type Cursor = { side: 0 | 1; yPt: number };

/** The pages with every caption of the month, by day, in two columns. */
export function drawCaptions(tools: PaperTools): void {
  const { sheet } = tools;
  startPage(tools);
  const cursor: Cursor = { side: 0, yPt: topPt };
  if (sheet.list.length === 0) {
    drawText(tools, sheet.words.empty, looks.empty, { ...leftOf(cursor), yPt: topPt });
    return;
  }
  for (const { day, posts } of sheet.list) {
    const dayPt = lineHeightPt(looks.day) + 4;
    makeRoom(tools, cursor, dayPt + photo.heightPt);
    drawText(tools, day, looks.day, { ...leftOf(cursor), yPt: cursor.yPt, maxLines: 1 });
    cursor.yPt += dayPt;
    for (const post of posts) drawPost(tools, cursor, post);
  }
}

function startPage(tools: PaperTools): void {
  const { pdf, sheet } = tools;
  pdf.addPage();
  const title = `${sheet.shop} · ${sheet.month} · ${sheet.words.captions}`;
  const place = { xPt: column.fromPt, yPt: page.marginPt, widthPt: 2 * widthPt, maxLines: 1 };
  drawText(tools, title, looks.head, place);
}

function leftOf({ side }: Cursor): { xPt: number; widthPt: number } {
  return { xPt: column.fromPt + side * (widthPt + gapPt), widthPt };
}

/** Goes on in the next column when less than `heightPt` is left in this one. */
function makeRoom(tools: PaperTools, cursor: Cursor, heightPt: number): void {
  if (cursor.yPt + heightPt <= endPt) return;
  if (cursor.side === 1) startPage(tools);
  cursor.side = cursor.side === 0 ? 1 : 0;
  cursor.yPt = topPt;
}

function drawPost(tools: PaperTools, cursor: Cursor, post: SheetPost): void {
  makeRoom(tools, cursor, photo.heightPt);
  const startPt = cursor.yPt;
  const startSide = cursor.side;
  const startPages = tools.pdf.bufferedPageRange().count;
  drawPhoto(tools, post.photoPath, { xPt: leftOf(cursor).xPt, yPt: startPt, ...photo });
  drawFacts(tools, cursor, post);
  drawCaption(tools, cursor, post.caption || post.title);
  const isSameColumn =
    cursor.side === startSide && tools.pdf.bufferedPageRange().count === startPages;
  if (isSameColumn) cursor.yPt = Math.max(cursor.yPt, startPt + photo.heightPt);
  cursor.yPt += postGapPt;
}

function drawFacts(tools: PaperTools, cursor: Cursor, post: SheetPost): void {
  const place = () => ({
    xPt: leftOf(cursor).xPt + wordsPt.fromPt,
    yPt: cursor.yPt,
    widthPt: wordsPt.widthPt,
    maxLines: 2,
  });
  const who = [post.time, post.accounts].filter(Boolean).join(' · ');
  cursor.yPt += drawText(tools, who, looks.time, place());
  const state = [post.state.word, post.campaign].filter(Boolean).join(' · ');
  const look = { ...looks.state, colour: toneInks[post.state.tone] };
  cursor.yPt += drawText(tools, state, look, place()) + 2;
}

/** Line by line, so that a long caption flows over columns and pages. */
function drawCaption(tools: PaperTools, cursor: Cursor, caption: string): void {
  const lines = paperLines(caption, looks.caption, { widthPt: wordsPt.widthPt }, tools.fonts);
  const heightPt = lineHeightPt(looks.caption);
  for (const line of lines) {
    makeRoom(tools, cursor, heightPt);
    drawLines(tools, [line], looks.caption, {
      xPt: leftOf(cursor).xPt + wordsPt.fromPt,
      yPt: cursor.yPt,
      widthPt: wordsPt.widthPt,
    });
    cursor.yPt += heightPt;
  }
}
