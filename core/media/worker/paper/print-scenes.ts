import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { ScenePhoto } from '../../../../shared/scene/draw-context.ts';
import { drawScene } from '../../../../shared/scene/draw-scene.ts';
import { addedFamilies } from '../../../../shared/scene/own-fonts.ts';
import type { Layer, Scene } from '../../../../shared/scene/scene.ts';
import { canvasMaker } from '../canvas-maker.ts';
import { drawCanvas } from '../render-pictures.ts';
import { createScenePhotos } from '../scene-photos.ts';
import type { WorkerOps } from '../worker-messages.ts';
import type { WorkerTools } from '../worker-tools.ts';
import { createPdfContext } from './pdf-context.ts';
import { cutMarks, sheetPlaces, type Place, type Sheet } from './sheet-places.ts';

type Input = WorkerOps['printScenes']['input'];
type Pdf = InstanceType<typeof PDFDocument>;
type Print = { tools: WorkerTools; pdf: Pdf; photos: Record<string, string> };

/** Writes cards, one to a page, or labels, as many on A4 as fit. Words are outlines and can still be
 *  searched and copied: the same words lie under them unseen. */
export async function printScenes(
  tools: WorkerTools,
  input: Input,
): Promise<WorkerOps['printScenes']['output']> {
  const sheet = sheetPlaces(input.layout);
  const pdf = openDocument(input, sheet);
  const file = createWriteStream(input.path);
  const written = once(file, 'close');
  pdf.pipe(file);
  const print = { tools, pdf, photos: input.photos };
  for (const [index, scene] of input.scenes.entries()) {
    tools.signal.throwIfAborted();
    const place = sheet.places[index % sheet.places.length];
    if (!place) throw new Error('a sheet without places');
    if (index % sheet.places.length === 0) addPage(pdf, sheet);
    await printOne(print, scene, place);
    tools.progress((index + 1) / input.scenes.length);
  }
  pdf.end();
  await written;
  await syncToDisk(input.path);
  const pages = Math.ceil(input.scenes.length / sheet.places.length);
  return { pages, sizeBytes: (await stat(input.path)).size };
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function openDocument(input: Input, sheet: Sheet): Pdf {
  const font = join(input.resourcesDir, 'fonts', 'Inter_500Medium.ttf');
  const pdf = new PDFDocument({
    size: [sheet.widthPt, sheet.heightPt],
    margin: 0,
    autoFirstPage: false,
    font,
    info: {
      Title: input.title,
      Author: input.author,
      Creator: 'Vitrine',
      Producer: 'Vitrine',
      ...(input.copyright ? { Keywords: input.copyright } : {}),
    },
  });
  return pdf.registerFont('words', font);
}

function addPage(pdf: Pdf, sheet: Sheet): void {
  pdf.addPage();
  pdf.lineWidth(0.35).strokeColor('#000000').strokeOpacity(1);
  for (const mark of cutMarks(sheet))
    pdf.moveTo(mark.fromX, mark.fromY).lineTo(mark.toX, mark.toY).stroke();
}

async function printOne({ tools, pdf, photos }: Print, scene: Scene, place: Place): Promise<void> {
  const ready = await createScenePhotos(tools, photos).photosOf(scene);
  pdf.save().translate(place.xPt, place.yPt);
  pdf.scale(place.widthPt / scene.widthPx, place.heightPt / scene.heightPx);
  pdf.rect(0, 0, scene.widthPx, scene.heightPx).clip();
  if (needsPicture(scene)) {
    const canvas = await drawCanvas(tools, scene, ready);
    const { widthPx: width, heightPx: height } = scene;
    pdf.image(canvas.toBuffer('image/jpeg', 94), 0, 0, { width, height });
  } else {
    const fonts = await tools.fonts(addedFamilies(scene));
    const unstamped = new Map([...ready].map(([key, photo]) => [key, withoutStamp(photo)]));
    const canvas = await canvasMaker(tools);
    const assets = { photo: (key: string) => unstamped.get(key), fonts, canvas };
    drawScene(createPdfContext(pdf), scene, 0, assets);
  }
  layWords(pdf, scene);
  pdf.restore();
}

/** What a page cannot do by lines and curves alone. */
function needsPicture({ layers }: Scene): boolean {
  return layers.some((layer) => layer.blend !== undefined || layer.shadow !== undefined);
}

function withoutStamp(photo: ScenePhoto): ScenePhoto {
  const { widthPx, heightPx } = photo;
  return {
    get image() {
      return photo.image;
    },
    widthPx,
    heightPx,
  };
}

/** Text mode 3 draws nothing; readers and searches find it all the same. */
function layWords(pdf: Pdf, { layers }: Scene): void {
  pdf.addContent('3 Tr');
  for (const layer of layers) {
    const text = wordsOf(layer);
    if (!text) continue;
    const { xPx, yPx, heightPx } = layer.box;
    const sizePx = 'style' in layer ? layer.style.sizePx : heightPx / 2;
    pdf.font('words').fontSize(sizePx).text(text, xPx, yPx, { lineBreak: false });
  }
  pdf.addContent('0 Tr');
}

function wordsOf(layer: Layer): string | undefined {
  if (layer.hidden || layer.kind === 'qr' || !('text' in layer)) return undefined;
  const { text } = layer;
  return layer.kind === 'price' && layer.oldText ? `${layer.oldText} ${text}` : text;
}
