import type { Network } from '../../../../shared/contract/shapes.ts';
import type { SheetDay, SheetPost } from './month-sheet.ts';
import {
  column,
  drawPhoto,
  drawText,
  inks,
  page,
  toneInks,
  type PaperTools,
  type TextLook,
} from './paper-page.ts';
import { fitPosts, rowHeights } from './row-heights.ts';

const headPt = 58;
const weekdaysPt = 15;
const numberPt = 13;
const postPt = 31;
const photo = { widthPt: 22, heightPt: 27.5 };
const cellPadPt = 4;

const looks = {
  title: { font: 'title', sizePt: 22, colour: inks.ink },
  shop: { font: 'strong', sizePt: 10, colour: inks.ink },
  note: { font: 'text', sizePt: 8, colour: inks.muted },
  weekday: { font: 'strong', sizePt: 8, colour: inks.muted },
  number: { font: 'strong', sizePt: 8.5, colour: inks.ink },
  time: { font: 'strong', sizePt: 7, colour: inks.ink },
  words: { font: 'text', sizePt: 7, colour: inks.ink },
} as const satisfies Record<string, TextLook>;

const marks: Record<Network, string> = { facebook: 'FB', instagram: 'IG' };

type Box = { xPt: number; yPt: number; widthPt: number; heightPt: number };

/** The page with the month's calendar. */
export function drawCalendar(tools: PaperTools): void {
  const { pdf, sheet } = tools;
  pdf.addPage();
  drawHead(tools);
  const widthPt = (column.toPt - column.fromPt) / 7;
  const topPt = page.marginPt + headPt;
  for (const [index, weekday] of sheet.weekdays.entries()) {
    const xPt = column.fromPt + index * widthPt + cellPadPt;
    drawText(tools, weekday, looks.weekday, { xPt, yPt: topPt, widthPt, maxLines: 1 });
  }
  const gridPt = topPt + weekdaysPt;
  const heights = rowHeights(
    sheet.weeks.map((week) => Math.max(...week.map((day) => day.posts.length))),
    {
      room: page.heightPt - page.marginPt - page.footPt - gridPt,
      lowest: numberPt + postPt + 2,
      perPost: postPt,
    },
  );
  let yPt = gridPt;
  for (const [row, week] of sheet.weeks.entries()) {
    const heightPt = heights[row] ?? 0;
    for (const [index, day] of week.entries()) {
      drawDay(tools, day, { xPt: column.fromPt + index * widthPt, yPt, widthPt, heightPt });
    }
    yPt += heightPt;
  }
}

function drawHead(tools: PaperTools): void {
  const { sheet } = tools;
  const widthPt = (column.toPt - column.fromPt) / 2;
  const place = { xPt: column.fromPt, widthPt, maxLines: 1 };
  drawText(tools, sheet.shop, looks.shop, { ...place, yPt: page.marginPt });
  drawText(tools, sheet.month, looks.title, { ...place, yPt: page.marginPt + 15 });
  const notes = sheet.notes.join('\n');
  const xPt = column.fromPt + widthPt;
  const corner = { xPt, yPt: page.marginPt, widthPt, maxLines: 4, toTheRight: true };
  drawText(tools, notes, looks.note, corner);
}

function drawDay(tools: PaperTools, day: SheetDay, box: Box): void {
  const { pdf, sheet } = tools;
  const { xPt, yPt, widthPt, heightPt } = box;
  if (!day.isInMonth) pdf.rect(xPt, yPt, widthPt, heightPt).fill(inks.ground);
  pdf.lineWidth(0.5).strokeColor(inks.line).rect(xPt, yPt, widthPt, heightPt).stroke();
  const inner = { xPt: xPt + cellPadPt, widthPt: widthPt - 2 * cellPadPt };
  const colour = day.isInMonth ? inks.ink : inks.muted;
  drawText(tools, day.number, { ...looks.number, colour }, { ...inner, yPt: yPt + 1 });
  const { drawn, counted } = fitPosts(day.posts.length, (heightPt - numberPt - 2) / postPt);
  const first = yPt + numberPt;
  for (const [index, post] of day.posts.slice(0, drawn).entries()) {
    drawPost(tools, post, { ...inner, yPt: first + index * postPt, heightPt: postPt });
  }
  if (counted === 0) return;
  const text = sheet.words.more.replace('{{count}}', String(counted));
  drawText(tools, text, looks.note, { ...inner, yPt: first + drawn * postPt, maxLines: 1 });
}

function drawPost(tools: PaperTools, post: SheetPost, { xPt, yPt, widthPt }: Box): void {
  drawPhoto(tools, post.photoPath, { xPt, yPt, ...photo });
  const words = { xPt: xPt + photo.widthPt + 4, widthPt: widthPt - photo.widthPt - 4, maxLines: 1 };
  const networks = post.networks.map((network) => marks[network]).join(' ');
  drawText(tools, `${post.time}  ${networks}`, looks.time, { ...words, yPt: yPt - 1 });
  drawText(tools, post.title, looks.words, { ...words, yPt: yPt + 8.5 });
  const look = { ...looks.words, colour: toneInks[post.state.tone] };
  drawText(tools, post.state.word, look, { ...words, yPt: yPt + 18 });
}
