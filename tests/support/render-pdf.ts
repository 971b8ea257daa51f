import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfPicture = {
  /** Of the page, in points. */
  widthPt: number;
  heightPt: number;
  /** How light a point of the page is, 0 to 255; from its top left, in points. */
  lightAt: (xPt: number, yPt: number) => number;
};

/** A page of a PDF, drawn as a reader program draws it. */
export async function renderPdf(
  bytes: Uint8Array,
  pageNumber: number,
  scale: number,
): Promise<PdfPicture> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const page = await (await loading.promise).getPage(pageNumber);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  const { data, width } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const { width: widthPt, height: heightPt } = page.getViewport({ scale: 1 });
  await loading.destroy();
  return {
    widthPt,
    heightPt,
    lightAt: (xPt, yPt) =>
      data[4 * (Math.round(yPt * scale) * width + Math.round(xPt * scale))] ?? 0,
  };
}
