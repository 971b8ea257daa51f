import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FontSet } from '../../../../shared/scene/font-set.ts';
import type { SharpModule } from '../load-sharp.ts';
import type { WorkerOps } from '../worker-messages.ts';
import type { WorkerTools } from '../worker-tools.ts';
import { drawCalendar } from './draw-calendar.ts';
import { drawCaptions } from './draw-captions.ts';
import type { MonthSheet } from './month-sheet.ts';
import { column, drawText, inks, openPdf, page, type PaperTools } from './paper-page.ts';

/** Of a picture on paper, twice the points at which it is drawn at most. */
const photoPx = { width: 132, height: 165 };

/** Writes a month as a PDF of A4 pages whose text can be searched and copied. */
export async function printMonth(
  tools: WorkerTools,
  { sheet, path, resourcesDir }: WorkerOps['printMonth']['input'],
): Promise<WorkerOps['printMonth']['output']> {
  const fonts = withoutEmoji(await tools.fonts());
  const photos = await readPhotos(await tools.sharp(), sheet, tools);
  const pdf = openPdf(sheet, resourcesDir);
  const file = createWriteStream(path);
  pdf.pipe(file);
  const paper: PaperTools = { pdf, fonts, photos, sheet };
  drawCalendar(paper);
  drawCaptions(paper);
  const pages = numberPages(paper);
  pdf.end();
  await once(file, 'close');
  return { pages, sizeBytes: (await stat(path)).size };
}

/** The document has no font for emoji: they are left out. */
function withoutEmoji(all: FontSet): FontSet {
  const fontFor: FontSet['fontFor'] = (choice, letter) => {
    const font = all.fontFor(choice, letter);
    return font === all.emoji ? all.font(choice) : font;
  };
  return { ...all, emoji: undefined, fontFor };
}

/** Each picture once, as a small JPEG; one that cannot be read is left out. */
async function readPhotos(
  sharp: SharpModule,
  sheet: MonthSheet,
  { signal, progress }: Pick<WorkerTools, 'signal' | 'progress'>,
): Promise<Map<string, Buffer>> {
  const all = [...sheet.weeks.flat(), ...sheet.list].flatMap((day) => day.posts);
  const paths = [...new Set(all.flatMap((post) => post.photoPath ?? []))];
  const photos = new Map<string, Buffer>();
  for (const [index, path] of paths.entries()) {
    signal.throwIfAborted();
    const bytes = await sharp(path)
      .rotate()
      .resize({ ...photoPx, fit: 'cover' })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer()
      .catch(() => undefined);
    if (bytes) photos.set(path, bytes);
    progress((index + 1) / (paths.length + 1));
  }
  return photos;
}

function numberPages(tools: PaperTools): number {
  const { pdf, sheet } = tools;
  const { count } = pdf.bufferedPageRange();
  const look = { font: 'text', sizePt: 8, colour: inks.muted } as const;
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    const text = sheet.words.page
      .replace('{{page}}', String(index + 1))
      .replace('{{pages}}', String(count));
    const yPt = page.heightPt - page.marginPt - 4;
    drawText(tools, text, look, { xPt: column.fromPt, yPt, widthPt: 200, maxLines: 1 });
  }
  return count;
}
